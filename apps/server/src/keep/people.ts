import { foundBy } from '@parley/api/identity/address-store';
import { createResetLink } from '@parley/api/identity/store';
import { deadLetters, letterCounts, reviveLetters, standAsPost } from '@parley/api/mail/post-rows';
import { asIdentity } from '@parley/db/as-user';
import { StartRefused } from '@parley/db/lock';
import type { Tools } from './open.ts';

const unknown = (email: string) => new StartRefused(`There is no account with the address ${email}.`);

export async function resetLink({ client, keys, settings }: Tools, email: string): Promise<string> {
  const path = await asIdentity(client, (db, now) => createResetLink({ db, now }, foundBy(keys, email)));
  if (path === null) throw unknown(email);
  return `http://localhost:${settings.port}${path}\nGive it to this person and to nobody else: it works once.`;
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
