import type { RowsOf } from '@parley/db/line';
import { createRing, type Ring } from '@parley/db/ring';
import { linkToken, type MasterKeys, stopLink } from '@parley/db/seal';
import { composeLinkLetter } from '@parley/domain/address/letter';
import { isOpen } from '@parley/domain/address/policy';
import type { Fault } from '@parley/domain/mail/delivery';
import { composeLetter, composeSafetyLetter } from '@parley/domain/mail/letter';
import { type MailChoice, soonest, usualMail } from '@parley/domain/mail/mail';
import { tellings } from '@parley/domain/notification/notification';
import type { PushContent } from '@parley/domain/push/input';
import { composePush } from '@parley/domain/push/push';
import type { Deps } from '../context.ts';
import { addressLinkContent, linkOfLetter } from '../identity/address-rows.ts';
import { openAccount, ownAccount } from '../identity/rows.ts';
import { openSeats } from '../item/rows.ts';
import { pushContent, pushOfLetter } from '../push/rows.ts';
import { type claimLetters, standAsPerson } from './post-rows.ts';
import { freshIn, ownCouncilMail, ownMail, type readyNotices } from './rows.ts';

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

/** What goes to a browser: the id by which it knows it again, and one sentence. */
export type PushMessage = PushContent & { id: string; body: string };

/** The same for a browser; `gone` when its maker takes nothing there any more. */
export type Pusher = { send: (message: PushMessage) => Promise<Fault | 'gone' | null> };

export type Claimed = RowsOf<{ due: ReturnType<typeof claimLetters> }>['due'][number];

export const asPerson = (id: string) => ({
  as: standAsPerson(id),
  mail: ownMail(),
  differs: ownCouncilMail(),
  seats: openSeats(),
});
type Noticed = Pick<RowsOf<{ notices: ReturnType<typeof readyNotices> }>['notices'][number], 'kind' | 'councilId' | 'actorId'>;
type Choosing = Pick<RowsOf<ReturnType<typeof asPerson>>, 'mail' | 'differs' | 'seats'>;

/** The two ways out of Parley, each chosen for itself: by mail, to the person's browsers. */
export type Way = 'mail' | 'push';

/** When notices go this way of what somebody did in a council, or on an item of those whom both know. */
export function choose({ mail, differs, seats }: Choosing, about: Noticed, way: Way): MailChoice {
  if (tellings[about.kind].always) return 'atOnce';
  const wish = mail[0] ?? usualMail;
  const standard = way === 'mail' ? wish.standard : wish.pushes;
  const apart = new Map(differs.map(({ councilId, choice, pushes }) => [councilId, way === 'mail' ? choice : pushes]));
  const shared = seats.filter(({ accountId }) => accountId === about.actorId).map(({ councilId }) => councilId);
  const councils = about.councilId === null ? shared : [about.councilId];
  const choices = councils.map((id) => apart.get(id) ?? standard);
  return soonest(choices, standard);
}

const asRecipient = ({ id, accountId, pushId, bundleId }: Claimed) => ({
  ...asPerson(accountId),
  account: ownAccount(),
  fresh: freshIn(bundleId ?? id),
  link: linkOfLetter(id),
  push: pushOfLetter(pushId),
});
type Recipient = RowsOf<ReturnType<typeof asRecipient>>;

type LetterDeps = Pick<Deps, 'line' | 'memory'> & { keys: MasterKeys; origin: string };

/** The letter that carries a link; nothing once the link was used or has run out. */
function composeLink({ keys, origin }: LetterDeps, rows: Recipient, open: Ring['open'], email: string) {
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

/** The kinds of a letter that are still news, and wanted this way. */
const freshKinds = (rows: Recipient, way: Way) =>
  rows.fresh.filter((one) => choose(rows, one, way) !== 'never').map(({ kind }) => kind);

/** What is to be sent: nothing once all of it was seen, taken back or is no longer wanted. The same bytes at every attempt. */
export async function composeMail(deps: LetterDeps, letter: Claimed): Promise<Mail | null> {
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
  const kinds = freshKinds(rows, 'mail');
  if (kinds.length === 0) return null;
  // no choice of theirs ends it, so it offers none
  if (kinds.every((kind) => tellings[kind].always))
    return { to: email, ...composeSafetyLetter(kinds, `${origin}/me`), messageId, stop: null };
  const stop = stopLink(keys, letter.accountId);
  const ways = { notices: `${origin}/notices`, settings: `${origin}/me#mail`, stop: `${origin}/unsubscribe#${stop}` };
  return { to: email, ...composeLetter(kinds, ways), messageId, stop: `${origin}/mail/stop/${stop}` };
}

/** The same for a browser: nothing either once its session has ended. */
export async function composeMessage({ line, keys, memory }: LetterDeps, letter: Claimed): Promise<PushMessage | null> {
  const [rows] = await line.ask(asRecipient(letter));
  const [push] = rows.push;
  const kinds = freshKinds(rows, 'push');
  if (!push || kinds.length === 0) return null;
  const { open } = createRing(keys, memory, rows.push);
  const { id, ownerId: owner } = push;
  return { ...open(pushContent, { id, owner, rev: 1 }, push.sealed), id: letter.id, body: composePush(kinds) };
}
