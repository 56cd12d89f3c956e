import { maybe, statement, time, uuid, word } from '@parley/db/statement';
import { notificationKinds } from '@parley/domain/notification/notification';
import { kindWord } from '../item/rows.ts';
import { isNews } from '../notification/rows.ts';
import { headColumns, headText } from '../opportunity/rows.ts';

/** How far back Today looks. */
const latest = `(select n.id, n.kind, n.actor_id, n.at, n.seen_at, n.council_id, n.thread_id, n.item_id from notification n
  where n.recipient_id = viewer() and ${isNews} order by n.at desc, n.id desc limit 60)`;

/** The viewer's latest notifications, newest first, each with its item when they can still read it. */
export const latestNotices = statement({
  name: 'latest_notices',
  takes: [],
  gives: {
    id: uuid,
    kind: word('notification_kind', notificationKinds),
    actorId: uuid,
    at: time,
    seenAt: maybe(time),
    councilId: maybe(uuid),
    threadId: maybe(uuid),
    itemId: maybe(uuid),
    itemKind: maybe(kindWord),
    itemOwnerId: maybe(uuid),
    opportunityId: maybe(uuid),
  },
  text: `select n.id, n.kind, n.actor_id, n.at, n.seen_at, n.council_id, n.thread_id, n.item_id, i.kind as item_kind,
      i.owner_id as item_owner_id, i.opportunity_id
    from ${latest} n left join item i on i.id = n.item_id order by n.at desc, n.id desc`,
});

/** The rehearsals of which those notifications speak, newest first. */
export const rehearsalsAmong = statement({
  name: 'rehearsals_among',
  takes: [],
  gives: { id: uuid, negotiationId: uuid, ownerId: uuid, peerId: maybe(uuid), createdAt: time },
  text: `select r.id, r.negotiation_id, r.owner_id, r.peer_id, r.created_at from rehearsal r
    where r.negotiation_id in (select n.item_id from ${latest} n where n.kind in ('rehearsalAsked', 'rehearsalReady'))
    order by r.created_at desc, r.id desc`,
});

/** The heads of the opportunities of which those notifications, open reads, open rounds and rehearsals that wait speak. */
export const headsForToday = statement({
  name: 'heads_for_today',
  takes: [],
  gives: headColumns,
  text: `${headText} where o.id in (select i.opportunity_id from item i where i.id in (
    select n.item_id from ${latest} n
    union select d.id from debrief d where d.reads_state = 'open'
    union select r.id from round r where r.state = 'open'
    union select r.negotiation_id from rehearsal r where r.state in ('asked', 'ready')))`,
});

const mentioned = `(select n.thread_id, n.item_id from ${latest} n where n.kind = 'mentioned' and n.seen_at is null)`;

/** When the viewer last wrote in each thread in which they were mentioned, of those that are not resolved. */
export const ownLatest = statement({
  name: 'own_latest',
  takes: [],
  gives: { threadId: uuid, at: maybe(time) },
  text: `select t.id as thread_id, (
      select max(c.created_at) from comment c where c.thread_id = t.id and c.author_id = viewer() and c.deleted_at is null) as at
    from thread t where t.resolved_at is null and t.id in (select m.thread_id from ${mentioned} m)`,
});

/** Which of the items on which they were mentioned the viewer has opened. */
export const openedAmong = statement({
  name: 'opened_among',
  takes: [],
  gives: { itemId: uuid },
  text: `select distinct v.item_id from view_log v
    where v.reader_id = viewer() and v.item_id in (select m.item_id from ${mentioned} m)`,
});
