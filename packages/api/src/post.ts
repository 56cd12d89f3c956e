import { newId } from '@parley/db/id';
import { createRing } from '@parley/db/ring';
import type { RowIn } from '@parley/db/statement';
import { afterFault, type Fault } from '@parley/domain/mail/delivery';
import { mailAt, usualMail } from '@parley/domain/mail/mail';
import { readEndpoint } from '@parley/domain/push/endpoint';
import type { Deps } from './context.ts';
import { openAccount, ownAccount } from './identity/rows.ts';
import {
  asPerson,
  type Claimed,
  choose,
  composeMail,
  composeMessage,
  type Mail,
  type Mailer,
  type Pusher,
  type PushMessage,
  type Way,
} from './mail/letter-view.ts';
import {
  addMail,
  addPushes,
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
import { readyNotices } from './mail/rows.ts';
import { dropGone } from './push/rows.ts';

export type { Mail, Mailer, Pusher, PushMessage };

/** Where a message goes; null for what no maker of browsers can be. */
export const targetOf = ({ endpoint }: Pick<PushMessage, 'endpoint'>): URL | null => readEndpoint(endpoint);

export type PostDeps = Pick<Deps, 'line' | 'memory' | 'keys' | 'report'> & {
  /** None where there is no mail server. */
  mailer: Mailer | null;
  /** None where browsers are not written to. */
  pusher?: Pusher | null;
  /** The public address, `https://parley.example`, without a slash at its end. */
  origin: string;
};

const byMail = ({ mailer }: PostDeps) => mailer !== null;
const byPush = ({ pusher }: PostDeps) => Boolean(pusher);

type Ready = RowIn<typeof readyNotices>;

/** What a notice that never goes is given. */
const never = new Date('9999-12-31T00:00:00Z');

/** A letter by one way of what is due by it, and nothing where nothing is. */
function lettersOf(personId: string, due: readonly Pick<Ready, 'id' | 'kind'>[], add: typeof addMail | typeof addPushes) {
  const kinds = [...new Set(due.map(({ kind }) => kind))];
  return add(
    newId(),
    personId,
    kinds,
    due.map(({ id }) => id),
  );
}

/** Makes one mail of all that is due for a person, as they would read it now, and one letter for each of their browsers; the rest gets its time. */
async function writeLetter(deps: PostDeps, personId: string): Promise<number> {
  const { line, keys, memory } = deps;
  const notices = readyNotices(byMail(deps), byPush(deps));
  const [rows] = await line.ask({ ...asPerson(personId), account: ownAccount(), notices });
  const [row] = rows.account;
  const now = rows.as[0]?.now;
  if (!row || !now) return 0;
  const { timeZone: zone } = openAccount(createRing(keys, memory, rows.account).open, row);
  const hours = { ...(rows.mail[0] ?? usualMail), zone };
  const dueBy = (one: Ready, way: Way) => mailAt(choose(rows, one, way), one.at, hours) ?? never;
  const ready = rows.notices.map((one) => ({
    ...one,
    mailDue: dueBy(one, 'mail'),
    // what happened before a browser was on is no news to it
    pushDue: one.before ? never : dueBy(one, 'push'),
  }));
  const ofMail = ready.filter(({ byMail: open }) => open);
  const ofPush = ready.filter(({ byPush: open }) => open);
  const [done] = await line.ask({
    as: standAsPost(),
    mails: lettersOf(
      personId,
      ofMail.filter(({ mailDue }) => mailDue <= now),
      addMail,
    ),
    pushes: lettersOf(
      personId,
      ofPush.filter(({ pushDue }) => pushDue <= now),
      addPushes,
    ),
    rest: waitForRest(
      personId,
      ready.map(({ id }) => id),
    ),
    later: waitUntil(
      ready.map(({ id }) => id),
      ready.map((one) => (one.byMail && one.mailDue > now ? one.mailDue : null)),
      ready.map((one) => (one.byPush && one.pushDue > now ? one.pushDue : null)),
    ),
  });
  return (done.mails[0]?.made ?? 0) + (done.pushes[0]?.made ?? 0);
}

/** Makes letters of the notices that are due; of one person's all in one. Answers how many. */
export async function writeLetters(deps: PostDeps): Promise<number> {
  const [{ people }] = await deps.line.ask({ as: standAsPost(), people: peopleWithNews(byMail(deps), byPush(deps)) });
  let written = 0;
  for (const { recipientId } of people) written += await writeLetter(deps, recipientId);
  return written;
}

/** Nothing to send any more, sent, or why not. */
type Sent = { void: true } | { fault: Fault | 'gone' | null };

async function sendMail(deps: PostDeps & { mailer: Mailer }, letter: Claimed): Promise<Sent> {
  const mail = await composeMail(deps, letter);
  return mail ? { fault: await deps.mailer.send(mail) } : { void: true };
}

async function sendMessage(deps: PostDeps & { pusher: Pusher }, letter: Claimed): Promise<Sent> {
  const message = await composeMessage(deps, letter);
  return message ? { fault: await deps.pusher.send(message) } : { void: true };
}

function send({ mailer, pusher, ...deps }: PostDeps, letter: Claimed): Promise<Sent> {
  if (letter.pushId !== null && pusher) return sendMessage({ ...deps, mailer, pusher }, letter);
  if (letter.pushId === null && mailer) return sendMail({ ...deps, mailer }, letter);
  throw new Error('A letter was claimed that has no way.');
}

async function sendLetter(deps: PostDeps, letter: Claimed): Promise<boolean> {
  const { line } = deps;
  const sent = await send(deps, letter);
  if ('void' in sent) {
    await line.ask({ as: standAsPost(), done: letterVoid(letter.id, null) });
    return false;
  }
  const { fault } = sent;
  if (fault === null) {
    await line.ask({ as: standAsPost(), done: letterSent(letter.id, null) });
    return true;
  }
  if (fault === 'gone') {
    // its letters go along
    await line.ask({ as: standAsPerson(letter.accountId), done: dropGone(letter.pushId ?? '') });
    return false;
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
  const [{ due }] = await deps.line.ask({ as: standAsPost(), due: claimLetters(byMail(deps), byPush(deps)) });
  const sent = await Promise.allSettled(due.map((letter) => sendLetter(deps, letter)));
  for (const one of sent) if (one.status === 'rejected') deps.report({ id: 'post', path: 'post', error: one.reason });
  return sent.filter((one) => one.status === 'fulfilled' && one.value).length;
}

/** Says whether this Parley sends mail, for who chooses when it comes, and by which key browsers know it, if it writes to them. */
export async function declareMail(line: Deps['line'], sends: boolean, pushKey: string | null = null): Promise<void> {
  await line.ask({ as: standAsPost(), open: openPost(sends, pushKey) });
}
