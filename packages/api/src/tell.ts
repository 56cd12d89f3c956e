import { newId } from '@parley/db/id';
import { type Bound, listOf, maybe, statement, text, time, uuid } from '@parley/db/statement';
import type { NotificationKind } from '@parley/domain/notification/notification';

/** What the guard says at the end of an act, in the transaction that it commits. */
export const tellAct = statement({
  name: 'tell',
  takes: [text, text, maybe(uuid), maybe(uuid), maybe(uuid), maybe(uuid), maybe(text)],
  gives: { told: text },
  text: 'select tell($1, $2, $3, $4, $5, $6, $7)::text as told',
});

/** One row for each person told: that it happened, never what it says. The lists are as long as each other. */
const addNotices = statement({
  name: 'add_notices',
  takes: [listOf(uuid), listOf(uuid), listOf(text), maybe(uuid), maybe(uuid), maybe(uuid), maybe(uuid), maybe(uuid), time],
  gives: {},
  text: `insert into notification (id, recipient_id, actor_id, kind, council_id, item_id, thread_id, comment_id, about_id, at)
    select told.id, told.recipient, viewer(), told.kind::notification_kind, $4, $5, $6, $7, $8, $9
    from unnest($1::uuid[], $2::uuid[], $3::text[]) told (id, recipient, kind)`,
});

/** Where a notice leads, and the comment, help request, meeting or commitment that it speaks of. */
type Subject = { councilId?: string; itemId?: string; threadId?: string; commentId?: string; aboutId?: string };

/** The change that tells these people; none when there is nobody to tell. */
export function tell(
  told: readonly { id: string; kind: NotificationKind }[],
  { councilId, itemId, threadId, commentId, aboutId }: Subject,
  now: Date,
): Bound<unknown>[] {
  if (told.length === 0) return [];
  const ids = told.map(({ id }) => id);
  const kinds = told.map(({ kind }) => kind);
  const about = [councilId ?? null, itemId ?? null, threadId ?? null, commentId ?? null, aboutId ?? null] as const;
  return [addNotices(ids.map(newId), ids, kinds, ...about, now)];
}
