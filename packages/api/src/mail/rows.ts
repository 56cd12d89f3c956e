import { bool, int, maybe, statement, time, uuid, word } from '@parley/db/statement';
import { mailChoices } from '@parley/domain/mail/mail';
import { notificationKinds } from '@parley/domain/notification/notification';
import { isNews } from '../notification/rows.ts';

export const choiceWord = word('mail_choice', mailChoices);

/** What the viewer has chosen for all councils; nothing for the usual. */
export const ownMail = statement({
  name: 'own_mail',
  takes: [],
  gives: { standard: choiceWord, pushes: choiceWord, hour: int, weekday: int },
  text: 'select standard, pushes, hour, weekday from mail_setting where account_id = viewer()',
});

/** Where a council of theirs differs. */
export const ownCouncilMail = statement({
  name: 'own_council_mail',
  takes: [],
  gives: { councilId: uuid, choice: maybe(choiceWord), pushes: maybe(choiceWord) },
  text: 'select council_id, choice, pushes from council_mail where account_id = viewer() order by council_id',
});

export const keepMail = statement({
  name: 'keep_mail',
  takes: [choiceWord, choiceWord, int, int],
  gives: {},
  text: `insert into mail_setting (account_id, standard, pushes, hour, weekday) values (viewer(), $1, $2, $3, $4)
    on conflict (account_id) do update set standard = excluded.standard, pushes = excluded.pushes, hour = excluded.hour,
      weekday = excluded.weekday`,
});

export const clearCouncilMail = statement({
  name: 'clear_council_mail',
  takes: [],
  gives: {},
  text: 'delete from council_mail where account_id = viewer()',
});

export const addCouncilMail = statement({
  name: 'add_council_mail',
  takes: [uuid, maybe(choiceWord), maybe(choiceWord)],
  gives: {},
  text: 'insert into council_mail (account_id, council_id, choice, pushes) values (viewer(), $1, $2, $3)',
});

/** Judges anew when those of the viewer's notices go that have not gone yet: of the last day, the older ones are no news. */
export const judgeAnew = statement({
  name: 'judge_anew',
  takes: [],
  gives: {},
  text: `with anew as (
      select id, case when at > moment() - interval '1 day' then null else '9999-12-31Z'::timestamptz end as due from notification
      where recipient_id = viewer() and seen_at is null and (letter_id is null or push_bundle_id is null))
    update notification n set mail_at = anew.due, push_at = anew.due from anew where n.id = anew.id`,
});

/** What is about the safety of an account is written whoever has looked at it: it may have been somebody else. */
const isUnread = "(n.seen_at is null or n.kind::text = 'waysChanged')";

const readable = `(n.item_id is null or exists (select from item i where i.id = n.item_id))
  and (n.item_id is not null or n.council_id is null or exists (
    select from membership m where m.council_id = n.council_id and m.account_id = viewer() and m.state = 'active'))
  and ${isNews}`;

/** It did not go this way yet, and its time has come or was never judged. */
const waits = (letter: 'letter_id' | 'push_bundle_id', time: 'mail_at' | 'push_at') =>
  `(n.${letter} is null and (n.${time} is null or n.${time} <= moment()))`;

/**
 * The viewer's notices that could go now, by mail ($1: if any goes) or to their browsers ($2): not seen, past the hold, and of
 * what they can read at this moment. `before`: no browser of theirs was on yet.
 */
export const readyNotices = statement({
  name: 'ready_notices',
  takes: [bool, bool],
  gives: {
    id: uuid,
    kind: word('notification_kind', notificationKinds),
    actorId: uuid,
    councilId: maybe(uuid),
    at: time,
    byMail: bool,
    byPush: bool,
    before: bool,
  },
  text: `select n.id, n.kind, n.actor_id, n.council_id, n.at, way.*, coalesce(n.at < browsers.since, true) as before
    from notification n
    cross join (select min(p.since) as since from push p where p.id in (select own_living_pushes())) browsers
    cross join lateral (select $1 and ${waits('letter_id', 'mail_at')} as by_mail,
      $2 and browsers.since is not null and ${waits('push_bundle_id', 'push_at')} as by_push) way
    where n.recipient_id = viewer() and ${isUnread} and n.at <= moment() - interval '1 minute' and (way.by_mail or way.by_push)
      and ${readable} order by n.at, n.id limit 200`,
});

/** Of a letter's notices, those that are still news: not seen, and readable. */
export const freshIn = statement({
  name: 'fresh_in',
  takes: [uuid],
  gives: { kind: word('notification_kind', notificationKinds), actorId: uuid, councilId: maybe(uuid) },
  text: `select n.kind, n.actor_id, n.council_id from notification n where n.recipient_id = viewer()
    and (n.letter_id = $1 or n.push_bundle_id = $1) and ${isUnread} and ${readable}`,
});
