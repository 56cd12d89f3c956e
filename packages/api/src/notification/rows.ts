import { newId } from '@parley/db/id';
import { type Bound, int, listOf, maybe, statement, text, time, uuid } from '@parley/db/statement';
import type { NotificationKind } from '@parley/domain/notification/notification';

/** One row for each person told: that it happened, never what it says. The lists are as long as each other. */
const addNotices = statement({
  name: 'add_notices',
  takes: [listOf(uuid), listOf(uuid), listOf(text), maybe(uuid), maybe(uuid), maybe(uuid), time],
  gives: {},
  text: `insert into notification (id, recipient_id, actor_id, kind, council_id, item_id, thread_id, at)
    select told.id, told.recipient, viewer(), told.kind::notification_kind, $4, $5, $6, $7
    from unnest($1::uuid[], $2::uuid[], $3::text[]) told (id, recipient, kind)`,
});

/** Where a notice leads. */
type Subject = { councilId?: string; itemId?: string; threadId?: string };

/** The change that tells these people; none when there is nobody to tell. */
export function tell(
  told: readonly { id: string; kind: NotificationKind }[],
  { councilId, itemId, threadId }: Subject,
  now: Date,
): Bound<unknown>[] {
  if (told.length === 0) return [];
  const ids = told.map(({ id }) => id);
  const kinds = told.map(({ kind }) => kind);
  return [addNotices(ids.map(newId), ids, kinds, councilId ?? null, itemId ?? null, threadId ?? null, now)];
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
