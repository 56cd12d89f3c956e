import { int, listOf, statement, text, time, uuid } from '@parley/db/statement';

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

/** The viewer has answered what was asked of them on this item: nothing reminds them of it. */
export const settleAsked = statement({
  name: 'settle_asked',
  takes: [uuid, listOf(text)],
  gives: {},
  text: `update notification set seen_at = moment()
    where item_id = $1 and kind::text = any($2) and recipient_id = viewer() and seen_at is null`,
});
