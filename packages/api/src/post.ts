import { newId } from '@parley/db/id';
import type { RowsOf } from '@parley/db/line';
import { createRing, type Ring } from '@parley/db/ring';
import { linkToken, stopLink } from '@parley/db/seal';
import { composeLinkLetter } from '@parley/domain/address/letter';
import { isOpen } from '@parley/domain/address/policy';
import { afterFault, type Fault } from '@parley/domain/mail/delivery';
import { composeLetter, composeSafetyLetter } from '@parley/domain/mail/letter';
import { type MailChoice, mailAt, soonest, usualMail } from '@parley/domain/mail/mail';
import { tellings } from '@parley/domain/notification/notification';
import type { Deps } from './context.ts';
import { addressLinkContent, linkOfLetter } from './identity/address-rows.ts';
import { openAccount, ownAccount } from './identity/rows.ts';
import { openSeats } from './item/rows.ts';
import {
  addLetter,
  claimLetters,
  letterDead,
  letterSent,
  letterVoid,
  letterWaits,
  openPost,
  peopleWithNews,
  standAsPerson,
  standAsPost,
  waitForRest,
  waitUntil,
} from './mail/post-rows.ts';
import { freshIn, mailableNotices, ownCouncilMail, ownMail } from './mail/rows.ts';

/** A mail as a server takes it. */
export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  /** Where all such mail is ended; null for a link that somebody asked for. */
  stop: string | null;
};

/** Hands a mail over: null once a server has accepted it, else why not. What it throws is no answer: nobody knows what became of it. */
export type Mailer = { send: (mail: Mail) => Promise<Fault | null> };

export type PostDeps = Pick<Deps, 'line' | 'memory' | 'keys' | 'report'> & {
  mailer: Mailer;
  /** The public address, `https://parley.example`, without a slash at its end. */
  origin: string;
};

const asPerson = (id: string) => ({ as: standAsPerson(id), mail: ownMail(), differs: ownCouncilMail(), seats: openSeats() });
type Noticed = RowsOf<{ notices: ReturnType<typeof mailableNotices> }>['notices'][number];
type Choosing = Pick<RowsOf<ReturnType<typeof asPerson>>, 'mail' | 'differs' | 'seats'>;

/** When mail comes about what somebody did in a council, or on an item of those whom both know. */
function choose({ mail, differs, seats }: Choosing, about: Pick<Noticed, 'kind' | 'councilId' | 'actorId'>): MailChoice {
  if (tellings[about.kind].always) return 'atOnce';
  const { standard } = mail[0] ?? usualMail;
  const shared = seats.filter(({ accountId }) => accountId === about.actorId).map(({ councilId }) => councilId);
  const councils = about.councilId === null ? shared : [about.councilId];
  const choices = councils.map((id) => differs.find(({ councilId }) => councilId === id)?.choice ?? standard);
  return soonest(choices, standard);
}

/** Makes one letter of all that is due for a person, as they would read it now; the rest gets its time. */
async function writeLetter({ line, keys, memory }: PostDeps, personId: string): Promise<number> {
  const [rows] = await line.ask({ ...asPerson(personId), account: ownAccount(), notices: mailableNotices() });
  const [row] = rows.account;
  const now = rows.as[0]?.now;
  if (!row || !now) return 0;
  const { timeZone: zone } = openAccount(createRing(keys, memory, rows.account).open, row);
  const wanted = { ...(rows.mail[0] ?? usualMail), zone };
  const timed = rows.notices.map((one) => ({ ...one, due: mailAt(choose(rows, one), one.at, wanted) }));
  const due = timed.filter((one) => one.due !== null && one.due <= now);
  const later = timed.filter((one) => !due.includes(one));
  const ids = timed.map(({ id }) => id);
  const kinds = [...new Set(due.map(({ kind }) => kind))];
  const [done] = await line.ask({
    as: standAsPost(),
    made: addLetter(
      newId(),
      personId,
      kinds,
      due.map(({ id }) => id),
    ),
    rest: waitForRest(personId, ids),
    later: waitUntil(
      later.map(({ id }) => id),
      later.map(({ due: at }) => at),
    ),
  });
  return done.made[0]?.made ?? 0;
}

/** Makes letters of the notices that are due; of one person's all in one. Answers how many. */
export async function writeLetters(deps: PostDeps): Promise<number> {
  const [{ people }] = await deps.line.ask({ as: standAsPost(), people: peopleWithNews() });
  let written = 0;
  for (const { recipientId } of people) written += await writeLetter(deps, recipientId);
  return written;
}

type Claimed = RowsOf<{ due: ReturnType<typeof claimLetters> }>['due'][number];

const asRecipient = ({ id, accountId }: Claimed) => ({
  ...asPerson(accountId),
  account: ownAccount(),
  fresh: freshIn(id),
  link: linkOfLetter(id),
});
type Recipient = RowsOf<ReturnType<typeof asRecipient>>;

/** The letter that carries a link; nothing once the link was used or has run out. */
function composeLink(
  { keys, origin }: PostDeps,
  rows: Recipient,
  open: Ring['open'],
  email: string,
): Omit<Mail, 'messageId'> | null {
  const [link] = rows.link;
  const [account] = rows.account;
  const now = rows.as[0]?.now;
  if (!link || !account || !now || !isOpen(link, now)) return null;
  const token = linkToken(keys, link.id);
  const href = `${origin}/${link.purpose === 'reset' ? 'reset' : 'confirm'}#token=${token}`;
  const bind = { id: link.id, owner: account.ownerId, rev: 1 };
  const next = link.sealed === null ? email : open(addressLinkContent, bind, link.sealed).email;
  return { to: link.purpose === 'take' ? next : email, ...composeLinkLetter(link.purpose, href), stop: null };
}

/** What is to be sent: nothing once all of it was seen, taken back or is no longer wanted. The same bytes at every attempt. */
async function compose(deps: PostDeps, letter: Claimed): Promise<Mail | null> {
  const { line, keys, memory, origin } = deps;
  const [rows] = await line.ask(asRecipient(letter));
  const [row] = rows.account;
  if (!row) return null;
  const { open } = createRing(keys, memory, rows.account);
  const { email } = openAccount(open, row);
  const messageId = `<${letter.id}@${new URL(origin).hostname}>`;
  if (rows.link.length > 0) {
    const words = composeLink(deps, rows, open, email);
    return words && { ...words, messageId };
  }
  const fresh = rows.fresh.filter((one) => choose(rows, one) !== 'never');
  if (fresh.length === 0) return null;
  const kinds = fresh.map(({ kind }) => kind);
  // no choice of theirs ends it, so it offers none
  if (kinds.every((kind) => tellings[kind].always))
    return { to: email, ...composeSafetyLetter(kinds, `${origin}/me`), messageId, stop: null };
  const stop = stopLink(keys, letter.accountId);
  const ways = { notices: `${origin}/notices`, settings: `${origin}/me#mail`, stop: `${origin}/unsubscribe#${stop}` };
  const words = composeLetter(kinds, ways);
  return { to: email, ...words, messageId, stop: `${origin}/mail/stop/${stop}` };
}

async function sendLetter(deps: PostDeps, letter: Claimed): Promise<boolean> {
  const { line, mailer } = deps;
  const mail = await compose(deps, letter);
  if (!mail) {
    await line.ask({ as: standAsPost(), done: letterVoid(letter.id, null) });
    return false;
  }
  const fault = await mailer.send(mail);
  if (!fault) {
    await line.ask({ as: standAsPost(), done: letterSent(letter.id, null) });
    return true;
  }
  const [{ as }] = await line.ask({ as: standAsPost() });
  const next = afterFault(letter, fault, as[0]?.now ?? letter.madeAt);
  const done = next.state === 'dead' ? letterDead(letter.id, fault.code) : letterWaits(letter.id, next.at, fault.code);
  await line.ask({ as: standAsPost(), done });
  return false;
}

/**
 * Sends what is due. A letter is claimed first, in a transaction of its own: who dies after a server has accepted it leaves
 * it claimed, and it is sent once more, with the same Message-ID. Answers how many were accepted.
 */
export async function sendLetters(deps: PostDeps): Promise<number> {
  const [{ due }] = await deps.line.ask({ as: standAsPost(), due: claimLetters() });
  const sent = await Promise.allSettled(due.map((letter) => sendLetter(deps, letter)));
  for (const one of sent) if (one.status === 'rejected') deps.report({ id: 'post', path: 'post', error: one.reason });
  return sent.filter((one) => one.status === 'fulfilled' && one.value).length;
}

/** Says whether this Parley sends mail, for who chooses when it comes. */
export async function declareMail(line: Deps['line'], sends: boolean): Promise<void> {
  await line.ask({ as: standAsPost(), open: openPost(sends) });
}
