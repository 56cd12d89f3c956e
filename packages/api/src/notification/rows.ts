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

/** The same of what is not an item: a help request, a meeting. */
export const settleAbout = statement({
  name: 'settle_about',
  takes: [uuid],
  gives: {},
  text: 'update notification set seen_at = moment() where about_id = $1 and recipient_id = viewer() and seen_at is null',
});

/** The viewer has accepted the charter of this council. */
export const settleCharter = statement({
  name: 'settle_charter',
  takes: [uuid],
  gives: {},
  text: `update notification set seen_at = moment()
    where council_id = $1 and kind = 'charterChanged' and recipient_id = viewer() and seen_at is null`,
});

/** Whether what a notice `n` asks for is still to be done; what was looked at stays in the list. */
export const isNews = `(n.seen_at is not null or case n.kind::text
    when 'helpAsked' then exists (
      select from help_request h where h.id = n.about_id and h.settled_at is null and h.withdrawn_at is null)
    when 'charterChanged' then exists (
      select from membership m join council c on c.id = m.council_id
      where m.council_id = n.council_id and m.account_id = viewer() and m.accepted_charter < c.charter_version)
    when 'meetingBegun' then exists (select from meeting g where g.id = n.about_id and g.ended_at is null)
    when 'roundNears' then exists (select from round r where r.id = n.item_id and r.state = 'open')
    when 'roundStuck' then exists (select from round r where r.id = n.item_id and r.state = 'open')
    when 'commitmentDue' then exists (select from commitment c where c.id = n.about_id and c.state = 'open')
    else true end)`;
