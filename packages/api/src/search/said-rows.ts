import { int, maybe, sealed, statement, text, time, uuid, wrapped } from '@parley/db/statement';
import { kindWord } from '../item/rows.ts';

/** What is said in conversations that the viewer hears: comments that stand, and words that are suggested. */
export const saidReadable = statement({
  name: 'said_readable',
  takes: [],
  gives: {
    what: text,
    id: uuid,
    threadId: uuid,
    itemId: uuid,
    kind: kindWord,
    opportunityId: uuid,
    ownerId: uuid,
    authorId: uuid,
    starterId: uuid,
    begunAt: time,
    rev: int,
    createdAt: time,
    editedAt: maybe(time),
    sealed,
    wrapped,
  },
  text: `with said as (
      select 'comment' as what, c.id, c.thread_id, c.author_id, c.rev, c.created_at, c.edited_at, c.sealed
        from comment c where c.deleted_at is null
      union all select 'suggestion', s.thread_id, s.thread_id, s.starter_id, s.rev, s.begun_at, null, s.sealed from suggestion s)
    select said.what, said.id, said.thread_id, t.item_id, i.kind, i.opportunity_id, i.owner_id, said.author_id, t.starter_id,
      t.created_at as begun_at, said.rev, said.created_at, said.edited_at, said.sealed, k.wrapped
    from said join thread t on t.id = said.thread_id join item i on i.id = t.item_id
    join sealing_key k on k.owner_id = i.owner_id order by said.created_at, said.id`,
});

/** Of whom it is held from the viewer what they say, on which item. */
export const holdsNow = statement({
  name: 'holds_now',
  takes: [],
  gives: { itemId: uuid, authorId: uuid, since: time, until: maybe(time) },
  text: 'select item_id, author_id, since, until from held_talks()',
});

/** Who sits in the viewer's councils, or sat there and until when. */
export const placesBeside = statement({
  name: 'places_beside',
  takes: [],
  gives: { id: uuid, councilId: uuid, until: maybe(time) },
  text: `select theirs.account_id as id, theirs.council_id,
      case when theirs.state <> 'active' then coalesce(theirs.ended_at, 'epoch') end as until
    from membership mine join membership theirs using (council_id)
    where mine.account_id = viewer() and mine.state = 'active'`,
});
