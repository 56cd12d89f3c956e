import { newId } from '@parley/db/id';
import { type Bound, count, int, listOf, maybe, statement, text, time, uuid } from '@parley/db/statement';
import type { NotificationKind } from '@parley/domain/notification/notification';

/** One row for each person told: that it happened, never what it says. The lists are as long as each other. */
const addNotices = statement({
  name: 'add_notices',
  takes: [listOf(uuid), listOf(uuid), listOf(text), maybe(uuid), maybe(uuid), maybe(uuid), maybe(uuid), time],
  gives: {},
  text: `insert into notification (id, recipient_id, actor_id, kind, council_id, item_id, thread_id, comment_id, at)
    select told.id, told.recipient, viewer(), told.kind::notification_kind, $4, $5, $6, $7, $8
    from unnest($1::uuid[], $2::uuid[], $3::text[]) told (id, recipient, kind)`,
});

/** Where a notice leads, and the comment that it speaks of. */
type Subject = { councilId?: string; itemId?: string; threadId?: string; commentId?: string };

/** The change that tells these people; none when there is nobody to tell. */
export function tell(
  told: readonly { id: string; kind: NotificationKind }[],
  { councilId, itemId, threadId, commentId }: Subject,
  now: Date,
): Bound<unknown>[] {
  if (told.length === 0) return [];
  const ids = told.map(({ id }) => id);
  const kinds = told.map(({ kind }) => kind);
  const about = [councilId ?? null, itemId ?? null, threadId ?? null, commentId ?? null] as const;
  return [addNotices(ids.map(newId), ids, kinds, ...about, now)];
}

/** How many of these are the viewer's own and not seen yet. */
export const unseenAmong = statement({
  name: 'unseen_among',
  takes: [listOf(uuid)],
  gives: { count: int },
  text: 'select count(*)::int as count from notification where id = any($1) and recipient_id = viewer() and seen_at is null',
});

export const markNotices = statement({
  name: 'mark_notices',
  takes: [listOf(uuid), time],
  gives: {},
  text: 'update notification set seen_at = $2 where id = any($1) and recipient_id = viewer() and seen_at is null',
});

/** Takes back what the viewer told of a comment of theirs: to these people, or (null) to everybody. */
export const takeBackNotices = statement({
  name: 'take_back_notices',
  takes: [uuid, maybe(listOf(uuid))],
  gives: { gone: count },
  text: 'select take_back_notices($1, $2) as gone',
});

/** The viewer has answered what was asked of them on this item: nothing reminds them of it. */
export const settleAsked = statement({
  name: 'settle_asked',
  takes: [uuid, listOf(text)],
  gives: {},
  text: `update notification set seen_at = moment()
    where item_id = $1 and kind::text = any($2) and recipient_id = viewer() and seen_at is null`,
});

/** The viewer has written in this conversation: they know what was said in it before. */
export const settleTalk = statement({
  name: 'settle_talk',
  takes: [uuid],
  gives: {},
  text: 'update notification set seen_at = moment() where thread_id = $1 and recipient_id = viewer() and seen_at is null',
});
