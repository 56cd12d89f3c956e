import type { SealRef } from '@parley/db/seal';
import { isFresh, readCode } from '@parley/domain/identity/code';
import { TotpContent } from '@parley/domain/identity/ways-input';
import type { IdentityScope } from '../../context.ts';
import { takeTurn } from '../ways-store.ts';
import { makeSecret, recoveryHash, stepOfCode } from './code.ts';

const totpRef = (accountId: string): SealRef => ({ table: 'totp', id: accountId, owner: accountId, rev: 1 });

/** Whether a code is asked for after the password, since when, and how many recovery codes are left. */
export async function findTotp({ db }: IdentityScope, accountId: string) {
  const row = await db.totp.findUnique({ where: { accountId }, select: { confirmedAt: true } });
  if (!row?.confirmedAt) return { on: false, since: null, codesLeft: 0 };
  const codesLeft = await db.recoveryCode.count({ where: { accountId, usedAt: null } });
  return { on: true, since: row.confirmedAt.toISOString(), codesLeft };
}

/** Whether a code is asked for after the password. */
export async function asksCode({ db }: IdentityScope, accountId: string): Promise<boolean> {
  return (await db.totp.count({ where: { accountId, confirmedAt: { not: null } } })) > 0;
}

/** The secret of who is setting an app up: the same until it is confirmed, so that one picture fits. Null once it is. */
export async function beginTotp(scope: IdentityScope, accountId: string): Promise<string | null> {
  const { db, vault } = scope;
  await takeTurn(scope, accountId);
  const row = await db.totp.findUnique({ where: { accountId } });
  if (row?.confirmedAt) return null;
  if (row) return (await vault.open(totpRef(accountId), row.sealed, TotpContent)).secret;
  const secret = makeSecret();
  const sealed = await vault.seal(totpRef(accountId), { secret });
  await db.totp.createMany({ data: [{ accountId, sealed }] });
  return secret;
}

/**
 * Takes a code of the app, each half minute's once. `waiting`: of who has not confirmed the app yet, else of who has. True when it
 * fits and was not taken before.
 */
async function takeAppCode(scope: IdentityScope, accountId: string, digits: string, waiting: boolean): Promise<boolean> {
  const { db, vault, now } = scope;
  const where = { accountId, confirmedAt: waiting ? null : { not: null } };
  const row = await db.totp.findFirst({ where });
  if (row === null) return false;
  const { secret } = await vault.open(totpRef(accountId), row.sealed, TotpContent);
  const step = stepOfCode(secret, digits, now);
  if (step === null || !isFresh(step, row.lastStep)) return false;
  const confirmed = waiting ? { confirmedAt: now } : {};
  const taken = await db.totp.updateMany({ where: { ...where, lastStep: row.lastStep }, data: { lastStep: step, ...confirmed } });
  return taken.count === 1;
}

async function takeRecoveryCode({ db, now }: IdentityScope, accountId: string, letters: string): Promise<boolean> {
  const where = { hash: recoveryHash(accountId, letters), accountId, usedAt: null };
  return (await db.recoveryCode.updateMany({ where, data: { usedAt: now } })).count === 1;
}

/** Takes a code of either kind: true for exactly one of those who try it at once. */
export async function takeCode(scope: IdentityScope, accountId: string, typed: string): Promise<boolean> {
  const code = readCode(typed);
  if (code?.kind === 'app') return takeAppCode(scope, accountId, code.digits, false);
  return code !== null && takeRecoveryCode(scope, accountId, code.letters);
}

/** Confirms the app by its first code. */
export async function confirmTotp(scope: IdentityScope, accountId: string, typed: string): Promise<boolean> {
  const code = readCode(typed);
  return code?.kind === 'app' && takeAppCode(scope, accountId, code.digits, true);
}

/** Whether these are the recovery codes that stand, none of them used. */
export async function standCodes({ db }: IdentityScope, accountId: string, codes: readonly string[]): Promise<boolean> {
  const hashes = codes.map((one) => recoveryHash(accountId, one));
  return (await db.recoveryCode.count({ where: { accountId, hash: { in: hashes }, usedAt: null } })) === codes.length;
}

/** Puts new recovery codes in the place of all earlier ones. */
export async function replaceCodes({ db }: IdentityScope, accountId: string, codes: readonly string[]): Promise<void> {
  await db.recoveryCode.deleteMany({ where: { accountId } });
  await db.recoveryCode.createMany({ data: codes.map((one) => ({ hash: recoveryHash(accountId, one), accountId })) });
}

/** No code is asked for any more. False when none was. */
export async function endTotp({ db }: Pick<IdentityScope, 'db'>, accountId: string): Promise<boolean> {
  await db.recoveryCode.deleteMany({ where: { accountId } });
  const ended = await db.totp.deleteMany({ where: { accountId, confirmedAt: { not: null } } });
  return ended.count > 0;
}
