import { createHash, randomBytes } from 'node:crypto';
import { newId } from '@parley/db/id';
import type { SealRef } from '@parley/db/seal';
import { deviceName, type Profile, resetLife } from '@parley/domain/identity/identity';
import { DeviceContent, ProfileContent } from '@parley/domain/identity/input';
import { DomainError, notFound } from '@parley/domain/kernel/error';
import type { DaysOff } from '@parley/domain/offer/days-off';
import type { IdentityScope } from '../context.ts';
import type { SessionEntry } from '../session-port.ts';
import type { Scope } from '../trpc.ts';
import { createSessionPort } from './session.ts';

type Opener = Pick<Scope, 'db' | 'vault'>;

export type Account = Profile & {
  id: string;
  email: string;
  daysOff: DaysOff[];
  operator: boolean;
  verified: boolean;
  rev: number;
};

const accountRef = (id: string, rev: number): SealRef => ({ table: 'account', id, owner: id, rev });
const deviceRef = (id: string, owner: string): SealRef => ({ table: 'session', id, owner, rev: 1 });
const digest = (token: string) => createHash('sha256').update(token).digest('hex');

/**
 * Makes an account, or does nothing when the address is taken, with as many statements: neither the answer nor the
 * time of a sign-up tells whether an address is known here.
 */
export async function createAccount(
  { db, vault, now }: IdentityScope,
  person: Profile & { email: string },
  emailHash: string,
  passwordHash: string,
): Promise<void> {
  const id = newId();
  await vault.createKey(id);
  const sealed = await vault.seal(accountRef(id, 1), person);
  const data = { id, emailHash, sealed, createdAt: now };
  const made = await db.account.createMany({ data: [data], skipDuplicates: true });
  if (made.count === 0) {
    await db.sealingKey.deleteMany({ where: { ownerId: id } });
    return;
  }
  await db.password.createMany({ data: [{ accountId: id, hash: passwordHash, changedAt: now }] });
}

export type Credentials = { accountId: string; hash: string };

/** The stored hash behind an address, or null. Of two accounts that are one address now, the one that typed it so. */
export async function findCredentials(
  { db }: IdentityScope,
  emailHashes: readonly [string, string],
): Promise<Credentials | null> {
  const where = { account: { emailHash: { in: [...emailHashes] } } };
  const select = { accountId: true, hash: true, account: { select: { emailHash: true } } };
  const found = await db.password.findMany({ where, select });
  const one = found.find(({ account }) => account.emailHash === emailHashes[0]) ?? found[0];
  return one ? { accountId: one.accountId, hash: one.hash } : null;
}

/** The stored hash of an account, or null when it has none. */
export async function findStanding({ db }: IdentityScope, accountId: string): Promise<Credentials | null> {
  return db.password.findUnique({ where: { accountId }, select: { accountId: true, hash: true } });
}

/** Holds a password until what it allows is committed; false when it was changed in the same moment. */
export async function holdPassword({ db }: IdentityScope, shown: Credentials): Promise<boolean> {
  const same = await db.$queryRaw<unknown[]>`
    select 1 from password where account_id = ${shown.accountId}::uuid and hash = ${shown.hash} for share`;
  return same.length === 1;
}

/** Starts a session for who has just shown that they may. */
export async function startSession(
  { db, vault, now }: IdentityScope,
  accountId: string,
  userAgent: string,
): Promise<{ cookie: string }> {
  await db.session.deleteMany({ where: { accountId, expiresAt: { lte: now } } });
  const port = createSessionPort((work) => work(db, now));
  const device = { name: deviceName(userAgent) };
  return port.create(accountId, (id) => vault.seal(deviceRef(id, accountId), device));
}

/** Ends the sessions of an account, all but one where one is named, together with what else is changed here. */
export async function endSessions(
  { db, now }: Pick<IdentityScope, 'db' | 'now'>,
  accountId: string,
  keep?: string,
): Promise<void> {
  await createSessionPort((work) => work(db, now)).revokeAll(accountId, keep);
}

/** Replaces the password, or sets one where there is none, ends the other sessions and every open reset link, all or nothing. */
export async function replacePassword(
  { db, now }: IdentityScope,
  accountId: string,
  { earlier, hash, keepSession }: { earlier: string | null; hash: string; keepSession?: string },
): Promise<void> {
  const changed =
    earlier === null
      ? await db.password.createMany({ data: [{ accountId, hash, changedAt: now }], skipDuplicates: true })
      : await db.password.updateMany({ where: { accountId, hash: earlier }, data: { hash, changedAt: now } });
  if (changed.count === 0) throw new DomainError('conflict', 'The password was changed somewhere else in the meantime.');
  await endSessions({ db, now }, accountId, keepSession);
  await db.resetToken.deleteMany({ where: { accountId, usedAt: null } });
}

/** From here on the account has no password, and no link to a new one. */
export async function dropPassword({ db }: Pick<IdentityScope, 'db'>, accountId: string): Promise<void> {
  await db.password.deleteMany({ where: { accountId } });
  await db.resetToken.deleteMany({ where: { accountId, usedAt: null } });
}

/** The sessions with the names of their devices. */
export async function nameDevices({ vault }: Opener, accountId: string, entries: SessionEntry[]) {
  return Promise.all(
    entries.map(async (entry) => ({
      sessionId: entry.sessionId,
      device: (await vault.open(deviceRef(entry.sessionId, accountId), entry.device, DeviceContent)).name,
      createdAt: entry.createdAt.toISOString(),
      seenAt: entry.seenAt.toISOString(),
    })),
  );
}

/** The person's own account. */
export async function findAccount({ db, vault }: Opener, accountId: string): Promise<Account> {
  const row = await db.account.findUnique({ where: { id: accountId } });
  if (row === null) throw notFound();
  const person = await vault.open(accountRef(row.id, row.rev), row.sealed, ProfileContent);
  return { id: row.id, rev: row.rev, operator: row.operator, verified: row.verifiedAt !== null, ...person };
}

/** Display names by account id. Every id gets one: whoever is out of the viewer's sight is a former member. */
export async function findNames({ db, vault }: Opener, accountIds: string[]): Promise<Map<string, string>> {
  const names = new Map(accountIds.map((id) => [id, 'A former member']));
  const rows = await db.account.findMany({ where: { id: { in: [...names.keys()] } } });
  await vault.prepare(rows.map(({ id }) => id));
  for (const row of rows) {
    const person = await vault.open(accountRef(row.id, row.rev), row.sealed, ProfileContent);
    names.set(row.id, person.displayName);
  }
  return names;
}

/** A reset link's token for the account behind an address, or null when there is none. Earlier open ones die. */
export async function createResetLink({ db, now }: Pick<IdentityScope, 'db' | 'now'>, emailHash: string): Promise<string | null> {
  const account = await db.account.findUnique({ where: { emailHash }, select: { id: true } });
  if (account === null) return null;
  const token = randomBytes(32).toString('base64url');
  await db.resetToken.deleteMany({ where: { accountId: account.id, usedAt: null } });
  const expiresAt = new Date(now.getTime() + resetLife);
  await db.resetToken.createMany({ data: [{ hash: digest(token), accountId: account.id, expiresAt }] });
  return `/reset#token=${token}`;
}

/** What a reset link points at, or null. */
export async function findReset({ db }: IdentityScope, token: string) {
  return db.resetToken.findUnique({
    where: { hash: digest(token) },
    select: { accountId: true, usedAt: true, expiresAt: true },
  });
}

/** Spends a reset link: true for exactly one of those who try at once. */
export async function spendReset({ db, now }: IdentityScope, token: string): Promise<boolean> {
  const spent = await db.resetToken.updateMany({
    where: { hash: digest(token), usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return spent.count === 1;
}

/** Sweeps what has served its time: ended sessions, old links, receipts of presses that nobody sends again. */
export async function sweep({ db, now }: Pick<IdentityScope, 'db' | 'now'>): Promise<void> {
  const old = new Date(now.getTime() - 3 * 86_400_000);
  await db.session.deleteMany({ where: { expiresAt: { lte: now } } });
  await db.resetToken.deleteMany({ where: { expiresAt: { lte: old } } });
  await db.addressLink.deleteMany({ where: { expiresAt: { lte: old }, purpose: { not: 'verify' } } });
  await db.challenge.deleteMany({ where: { expiresAt: { lte: now } } });
  await db.receipt.deleteMany({ where: { createdAt: { lte: old } } });
  await db.archivePiece.deleteMany({ where: { createdAt: { lte: old } } });
}
