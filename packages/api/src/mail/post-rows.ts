import { bool, count, int, listOf, maybe, statement, text, time, uuid } from '@parley/db/statement';

/** From here on the flush works as the post: it knows whose notices wait, and nothing of what they are about. */
export const standAsPost = statement({
  name: 'stand_as_post',
  takes: [],
  gives: { role: text, now: time },
  text: "select set_config('role', 'parley_post', true) as role, moment() as now",
});

/** From here on the flush sees what this person would see. */
export const standAsPerson = statement({
  name: 'stand_as_person',
  takes: [text],
  gives: { role: text, viewer: text, now: time },
  text: "select set_config('role', 'parley_user', true) as role, set_config('app.user_id', $1, true) as viewer, moment() as now",
});

export const openPost = statement({
  name: 'open_post',
  takes: [bool, maybe(text)],
  gives: {},
  text: 'update clock_hand set mails = $1, push_key = $2 where id = 1',
});

/** What may still go one way: not seen, past the hold, not older than eight days (that is no news), and its time has come. */
const due = (letter: 'letter_id' | 'push_bundle_id', time: 'mail_at' | 'push_at') =>
  `${letter} is null and (seen_at is null or kind::text = 'waysChanged') and at <= moment() - interval '1 minute'
      and at > moment() - interval '8 days' and (${time} is null or ${time} <= moment())`;

/** Who has notices that may be due by mail ($1: if any goes) or to a browser ($2) that is on. */
export const peopleWithNews = statement({
  name: 'people_with_news',
  takes: [bool, bool],
  gives: { recipientId: uuid },
  text: `with mailed as (
      select recipient_id, min(at) as since from notification where $1 and ${due('letter_id', 'mail_at')} group by recipient_id),
    pushed as (
      select recipient_id, min(at) as since from notification where $2 and ${due('push_bundle_id', 'push_at')} group by recipient_id)
    select recipient_id from (
      select * from mailed union all
      select * from pushed where exists (select from living_pushes(pushed.recipient_id))) waits
    group by recipient_id order by min(since) limit 100`,
});

/** Notices go with a mail, once: what another server has taken meanwhile is left to it. No letter without a notice. */
export const addMail = statement({
  name: 'add_mail',
  takes: [uuid, uuid, listOf(text), listOf(uuid)],
  gives: { made: count },
  text: `with taken as (update notification set letter_id = $1 where id = any($4) and letter_id is null returning 1),
    made as (
      insert into letter (id, account_id, kinds) select $1, $2, $3 where exists (select from taken) returning 1)
    select count(*) as made from made`,
});

/** The same for browsers, which get a letter each, of the notices that stand under the bundle $1. */
export const addPushes = statement({
  name: 'add_pushes',
  takes: [uuid, uuid, listOf(text), listOf(uuid)],
  gives: { made: count },
  text: `with browser as (select p.id from living_pushes($2) p (id)),
    taken as (
      update notification set push_bundle_id = $1
      where id = any($4) and push_bundle_id is null and exists (select from browser) returning 1),
    made as (
      insert into letter (id, account_id, kinds, push_id, bundle_id) select gen_random_uuid(), $2, $3, browser.id, $1
      from browser where exists (select from taken) returning 1)
    select count(*) as made from made`,
});

/** When these are looked at again, for mail and for browsers; a time that is none leaves what stands. */
export const waitUntil = statement({
  name: 'wait_until',
  takes: [listOf(uuid), listOf(maybe(time)), listOf(maybe(time))],
  gives: {},
  text: `update notification n set mail_at = coalesce(later.mail_at, n.mail_at), push_at = coalesce(later.push_at, n.push_at)
    from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) later (id, mail_at, push_at) where n.id = later.id`,
});

/** What is not readable for this person now (held in a round, taken back) is looked at again in ten minutes. */
export const waitForRest = statement({
  name: 'wait_for_rest',
  takes: [uuid, listOf(uuid)],
  gives: {},
  text: `with rest as (
      select id, moment() + interval '10 minutes' as then from notification
      where recipient_id = $1 and not (id = any($2)) and seen_at is null and at <= moment() - interval '1 minute')
    update notification n set
      mail_at = case when n.letter_id is null and (n.mail_at is null or n.mail_at <= moment()) then rest.then else n.mail_at end,
      push_at = case when n.push_bundle_id is null and (n.push_at is null or n.push_at <= moment()) then rest.then else n.push_at end
    from rest where n.id = rest.id and ((n.letter_id is null and (n.mail_at is null or n.mail_at <= moment()))
      or (n.push_bundle_id is null and (n.push_at is null or n.push_at <= moment())))`,
});

/** Takes letters that are due, for five minutes: a worker that dies leaves them to the next one. Mails ($1), those to browsers ($2). */
export const claimLetters = statement({
  name: 'claim_letters',
  takes: [bool, bool],
  gives: { id: uuid, accountId: uuid, attempts: int, madeAt: time, pushId: maybe(uuid), bundleId: maybe(uuid) },
  text: `with due as (
      select l.id from letter l where l.state = 'waiting' and l.next_at <= moment()
        and case when l.push_id is null then $1::boolean else $2::boolean end
        and (l.claimed_until is null or l.claimed_until <= moment())
      order by l.next_at, l.id limit 20 for update skip locked)
    update letter set claimed_until = moment() + interval '5 minutes', attempts = letter.attempts + 1
    from due where letter.id = due.id
    returning letter.id, letter.account_id, letter.attempts, letter.made_at, letter.push_id, letter.bundle_id`,
});

const ended = (state: 'sent' | 'void' | 'dead') =>
  statement({
    name: `letter_${state}`,
    takes: [uuid, maybe(text)],
    gives: {},
    text: `update letter set state = '${state}', ended_at = moment(), claimed_until = null, fault = $2 where id = $1`,
  });

export const letterSent = ended('sent');
export const letterVoid = ended('void');
export const letterDead = ended('dead');

/** Not taken this time. */
export const letterWaits = statement({
  name: 'letter_waits',
  takes: [uuid, time, text],
  gives: {},
  text: 'update letter set next_at = $2, claimed_until = null, fault = $3 where id = $1',
});

/** What no server took, mails and what was for a browser: for the operator, who sees neither to whom nor what. */
export const deadLetters = statement({
  name: 'dead_letters',
  takes: [],
  gives: { id: uuid, madeAt: time, attempts: int, fault: maybe(text), pushes: bool },
  text: `select id, made_at, attempts, fault, push_id is not null as pushes from letter where state = 'dead' order by made_at, id`,
});

/** How many letters are in which state. */
export const letterCounts = statement({
  name: 'letter_counts',
  takes: [],
  gives: { state: text, letters: count },
  text: 'select state::text as state, count(*) as letters from letter group by state order by state',
});

/** Sends dead letters again, with the same Message-ID: one, or (null) all. */
export const reviveLetters = statement({
  name: 'revive_letters',
  takes: [maybe(uuid)],
  gives: { revived: count },
  text: `with again as (
      update letter set state = 'waiting', attempts = 0, made_at = moment(), next_at = moment(), ended_at = null
      where state = 'dead' and ($1::uuid is null or id = $1) returning 1)
    select count(*) as revived from again`,
});

/** No more mail for this person, of any council; their browsers are told as they chose. */
export const stopMail = statement({
  name: 'stop_mail',
  takes: [uuid],
  gives: {},
  text: `insert into mail_setting (account_id, standard) values ($1, 'never')
    on conflict (account_id) do update set standard = 'never'`,
});
export const stopCouncilMail = statement({
  name: 'stop_council_mail',
  takes: [uuid],
  gives: {},
  text: 'update council_mail set choice = null where account_id = $1',
});
