import { foundBy } from '@parley/api/identity/address-store';
import { createResetLink } from '@parley/api/identity/store';
import { endTotp } from '@parley/api/identity/totp/store';
import { tellWays } from '@parley/api/identity/ways-store';
import { deadLetters, letterCounts, reviveLetters, standAsPost } from '@parley/api/mail/post-rows';
import { asIdentity } from '@parley/db/as-user';
import { StartRefused } from '@parley/db/lock';
import type { Tools } from './open.ts';

const unknown = (email: string) => new StartRefused(`There is no account with the address ${email}.`);

export async function resetLink({ client, keys, settings }: Tools, email: string): Promise<string> {
  const path = await asIdentity(client, (db, now) => createResetLink({ db, now }, foundBy(keys, email)));
  if (path === null) throw unknown(email);
  return `${settings.origin}${path}\nGive it to this person and to nobody else: it works once.`;
}

/** For who has lost the app and the recovery codes. It is told to them, because it takes a lock off their account. */
export async function dropCode({ client, keys }: Pick<Tools, 'client' | 'keys'>, email: string): Promise<string> {
  const ended = await asIdentity(client, async (db) => {
    const found = await db.account.findUnique({ where: { emailHash: foundBy(keys, email) }, select: { id: true } });
    if (found === null) throw unknown(email);
    const wasOn = await endTotp({ db }, found.id);
    if (wasOn) await tellWays({ db }, found.id);
    return wasOn;
  });
  if (!ended) return `${email} is not asked for a code at the sign-in. Nothing was changed.`;
  return [
    `${email} is no longer asked for a code at the sign-in: the password alone lets in, and all recovery codes are void.`,
    'Whoever knows or guesses the password now has the account. Do this only for who has shown you that it is theirs,',
    'and ask them to set an app up again under Me. They are told of it in Parley.',
  ].join('\n');
}

/** For a device that was lost or taken: every session of one person, or of everybody, ends now and on every screen. */
export async function endSessions({ client, keys }: Pick<Tools, 'client' | 'keys'>, who: string): Promise<string> {
  const ended = await asIdentity(client, async (db) => {
    if (who === 'all') return db.session.deleteMany({});
    const found = await db.account.findUnique({ where: { emailHash: foundBy(keys, who) }, select: { id: true } });
    if (found === null) throw unknown(who);
    return db.session.deleteMany({ where: { accountId: found.id } });
  });
  const sessions = ended.count === 1 ? '1 session has ended' : `${ended.count} sessions have ended`;
  const whose = who === 'all' ? 'Everybody has to sign in again.' : `${who} has to sign in again on every device.`;
  return `${sessions}. ${whose} Passwords stay as they are: whoever knows one can use it.`;
}

export async function makeOperator({ client, keys }: Tools, email: string): Promise<string> {
  const where = { emailHash: foundBy(keys, email) };
  const changed = await asIdentity(client, (db) => db.account.updateMany({ where, data: { operator: true } }));
  if (changed.count === 0) throw unknown(email);
  return `${email} is now an operator.`;
}

export async function listMail({ line }: Tools): Promise<string> {
  const [{ counts, dead }] = await line.ask({ as: standAsPost(), counts: letterCounts(), dead: deadLetters() });
  const summary = counts.map(({ state, letters }) => `${state} ${letters}`).join(', ');
  const lines = dead.map(
    ({ id, madeAt, attempts, fault, pushes }) =>
      `  ${id}  ${pushes ? 'to a device' : 'by mail'}  since ${madeAt.toISOString()}  ${attempts} attempts  last answer ${fault ?? 'none'}`,
  );
  return [`Letters: ${summary || 'none yet'}`, ...(lines.length > 0 ? ['No server took:', ...lines] : [])].join('\n');
}

export async function retryMail({ line }: Tools, which: string): Promise<string> {
  const [{ again }] = await line.ask({ as: standAsPost(), again: reviveLetters(which === 'all' ? null : which) });
  const revived = again[0]?.revived ?? 0;
  return revived === 1 ? '1 letter goes out again.' : `${revived} letters go out again.`;
}
