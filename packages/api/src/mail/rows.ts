import { int, maybe, statement, time, uuid, word } from '@parley/db/statement';
import { mailChoices } from '@parley/domain/mail/mail';
import { notificationKinds } from '@parley/domain/notification/notification';
import { isNews } from '../notification/rows.ts';

export const choiceWord = word('mail_choice', mailChoices);

/** What the viewer has chosen for all councils; nothing for the usual. */
export const ownMail = statement({
  name: 'own_mail',
  takes: [],
  gives: { standard: choiceWord, hour: int, weekday: int },
  text: 'select standard, hour, weekday from mail_setting where account_id = viewer()',
});

/** Where a council of theirs differs. */
export const ownCouncilMail = statement({
  name: 'own_council_mail',
  takes: [],
  gives: { councilId: uuid, choice: choiceWord },
  text: 'select council_id, choice from council_mail where account_id = viewer() order by council_id',
});

export const keepMail = statement({
  name: 'keep_mail',
  takes: [choiceWord, int, int],
  gives: {},
  text: `insert into mail_setting (account_id, standard, hour, weekday) values (viewer(), $1, $2, $3)
    on conflict (account_id) do update set standard = excluded.standard, hour = excluded.hour, weekday = excluded.weekday`,
});

export const clearCouncilMail = statement({
  name: 'clear_council_mail',
  takes: [],
  gives: {},
  text: 'delete from council_mail where account_id = viewer()',
});

export const addCouncilMail = statement({
  name: 'add_council_mail',
  takes: [uuid, choiceWord],
  gives: {},
  text: 'insert into council_mail (account_id, council_id, choice) values (viewer(), $1, $2)',
});

/** Judges anew when those of the viewer's notices go that have not gone yet: of the last day, the older ones are no news. */
export const judgeAnew = statement({
  name: 'judge_anew',
  takes: [],
  gives: {},
  text: `update notification set mail_at = case when at > moment() - interval '1 day' then null else '9999-12-31Z'::timestamptz end
    where recipient_id = viewer() and seen_at is null and letter_id is null`,
});

/** What is about the safety of an account is written whoever has looked at it: it may have been somebody else. */
const isUnread = "(n.seen_at is null or n.kind::text = 'waysChanged')";

const readable = `(n.item_id is null or exists (select from item i where i.id = n.item_id))
  and (n.item_id is not null or n.council_id is null or exists (
    select from membership m where m.council_id = n.council_id and m.account_id = viewer() and m.state = 'active'))
  and ${isNews}`;

/** The viewer's notices that could go by mail now: not seen, past the hold, and of what they can read at this moment. */
export const mailableNotices = statement({
  name: 'mailable_notices',
  takes: [],
  gives: {
    id: uuid,
    kind: word('notification_kind', notificationKinds),
    actorId: uuid,
    councilId: maybe(uuid),
    at: time,
  },
  text: `select n.id, n.kind, n.actor_id, n.council_id, n.at from notification n
    where n.recipient_id = viewer() and n.letter_id is null and ${isUnread}
      and n.at <= moment() - interval '1 minute' and (n.mail_at is null or n.mail_at <= moment())
      and ${readable} order by n.at, n.id limit 200`,
});

/** Of a letter's notices, those that are still news: not seen, and readable. */
export const freshIn = statement({
  name: 'fresh_in',
  takes: [uuid],
  gives: { kind: word('notification_kind', notificationKinds), actorId: uuid, councilId: maybe(uuid) },
  text: `select n.kind, n.actor_id, n.council_id from notification n where n.recipient_id = viewer() and n.letter_id = $1 and ${isUnread} and ${readable}`,
});
