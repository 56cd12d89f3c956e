import { createHash } from 'node:crypto';
import { newId } from '@parley/db/id';
import { addressHash, type MasterKeys, type SealRef } from '@parley/db/seal';
import { comparedAddress, type LinkPurpose, linkLife } from '@parley/domain/address/address';
import { AddressLinkContent } from '@parley/domain/address/input';
import { resetLife } from '@parley/domain/identity/identity';
import { ProfileContent } from '@parley/domain/identity/input';
import { DomainError, notFound } from '@parley/domain/kernel/error';
import type { IdentityScope } from '../context.ts';

type Scope = Pick<IdentityScope, 'db' | 'now'>;
/** What makes the token of a letter's link. */
export type Tokens = (letterId: string) => string;

const digest = (token: string) => createHash('sha256').update(token).digest('hex');
const linkRef = (id: string, owner: string): SealRef => ({ table: 'address_link', id, owner, rev: 1 });

/** The keyed hash by which an account is found, of an address as addresses are compared. */
export const foundBy = (keys: MasterKeys, email: string): string => addressHash(keys, comparedAddress(email));

/** Whether mail is sent here at all. */
export async function sendsMail({ db }: Pick<Scope, 'db'>): Promise<boolean> {
  const hand = await db.clockHand.findUnique({ where: { id: 1 }, select: { mails: true } });
  return hand?.mails ?? false;
}

type NewLink = { accountId: string; purpose: LinkPurpose; pairId?: string; email?: string };

/** A link and the letter that carries it, in the transaction that asks for them. */
async function putLink({ db, vault, now }: IdentityScope, tokens: Tokens, link: NewLink): Promise<void> {
  const { accountId, purpose, pairId = null, email } = link;
  const id = newId();
  const sealed = email === undefined ? null : await vault.seal(linkRef(id, accountId), { email });
  const expiresAt = new Date(now.getTime() + linkLife[purpose]);
  await db.addressLink.createMany({
    data: [{ id, accountId, purpose, pairId, tokenHash: digest(tokens(id)), sealed, expiresAt }],
  });
  await db.$executeRaw`insert into letter (id, account_id, kinds) values (${id}::uuid, ${accountId}::uuid, '{}')`;
}

/** One at a time for each account or address: the same press that comes three times at once makes one link, not three. */
async function takeTurn({ db }: Pick<Scope, 'db'>, key: string): Promise<void> {
  await db.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`address ${key}`}, 0))::text`;
}

/** Asks whether the address is the person's; an earlier link for it dies. */
export async function putVerify(scope: IdentityScope, tokens: Tokens, accountId: string): Promise<void> {
  await takeTurn(scope, accountId);
  await scope.db.addressLink.deleteMany({ where: { accountId, purpose: 'verify' } });
  await putLink(scope, tokens, { accountId, purpose: 'verify' });
}

/** Asks it of its own accord once, with the first session that begins where mail is sent. */
export async function verifyOnce(scope: IdentityScope, tokens: Tokens, accountId: string): Promise<void> {
  if (!(await sendsMail(scope))) return;
  const waiting = { id: accountId, verifiedAt: null, addressLinks: { none: { purpose: 'verify' as const } } };
  if ((await scope.db.account.count({ where: waiting })) > 0) await putVerify(scope, tokens, accountId);
}

/**
 * A link to a new password for whoever has this address, by mail; earlier open ones die. With nobody behind it the same
 * statements find nothing, so that neither the answer nor the time tells whether an address is known here.
 */
export async function putReset({ db, now }: Scope, tokens: Tokens, hashes: readonly [string, string]): Promise<void> {
  await takeTurn({ db }, hashes[0]);
  const found = await db.account.findMany({ where: { emailHash: { in: [...hashes] } }, select: { emailHash: true } });
  const emailHash = found.some((one) => one.emailHash === hashes[0]) ? hashes[0] : hashes[1];
  const id = newId();
  const hash = digest(tokens(id));
  const expiresAt = new Date(now.getTime() + resetLife);
  await db.resetToken.deleteMany({ where: { account: { emailHash }, usedAt: null } });
  await db.addressLink.deleteMany({ where: { account: { emailHash }, purpose: 'reset' } });
  await db.$executeRaw`insert into reset_token (hash, account_id, expires_at)
    select ${hash}, a.id, ${expiresAt} from account a where a.email_hash = ${emailHash}`;
  await db.$executeRaw`insert into address_link (id, account_id, purpose, token_hash, expires_at)
    select ${id}::uuid, a.id, 'reset', ${hash}, ${expiresAt} from account a where a.email_hash = ${emailHash}`;
  await db.$executeRaw`insert into letter (id, account_id, kinds)
    select ${id}::uuid, a.id, '{}' from account a where a.email_hash = ${emailHash}`;
}

/** The two links of a change of address; earlier ones die. To an address that another account has, none goes. */
export async function putChange(
  scope: IdentityScope,
  tokens: Tokens,
  change: { accountId: string; email: string; emailHash: string },
): Promise<void> {
  const { accountId, email, emailHash } = change;
  const pairId = newId();
  await takeTurn(scope, accountId);
  await scope.db.addressLink.deleteMany({ where: { accountId, purpose: { in: ['leave', 'take'] } } });
  await putLink(scope, tokens, { accountId, purpose: 'leave', pairId, email });
  const taken = await scope.db.account.findUnique({ where: { emailHash }, select: { id: true } });
  if (taken === null) await putLink(scope, tokens, { accountId, purpose: 'take', pairId, email });
}

/** What a link points at, or null. A link to a new password is confirmed on its own page. */
export async function findLink({ db }: Pick<Scope, 'db'>, token: string) {
  return db.addressLink.findFirst({ where: { tokenHash: digest(token), purpose: { not: 'reset' } } });
}

type Link = NonNullable<Awaited<ReturnType<typeof findLink>>>;

/** Gives an account its new address. Throws when another account has taken it meanwhile. */
async function moveAccount(
  { db, vault, now }: IdentityScope,
  accountId: string,
  email: string,
  emailHash: string,
): Promise<void> {
  const row = await db.account.findUnique({ where: { id: accountId } });
  if (row === null) throw notFound();
  const taken = await db.account.findUnique({ where: { emailHash }, select: { id: true } });
  if (taken !== null && taken.id !== accountId) throw new DomainError('conflict', 'This address cannot be used.');
  const ref = (rev: number): SealRef => ({ table: 'account', id: accountId, owner: accountId, rev });
  const person = await vault.open(ref(row.rev), row.sealed, ProfileContent);
  const sealed = await vault.seal(ref(row.rev + 1), { ...person, email });
  const moved = await db.account.updateMany({
    where: { id: accountId, rev: row.rev },
    data: { emailHash, sealed, rev: row.rev + 1, verifiedAt: now },
  });
  if (moved.count === 0) throw new DomainError('conflict', 'Your profile was changed at the same moment. Press once more.');
}

/** What a press behind a link did: `half` waits for the other address. */
export type Confirmed = 'verified' | 'half' | 'changed';

/** Spends a link: once for all who press at the same time. Throws when it was spent. */
export async function spendLink(scope: IdentityScope, link: Link, addressHash: (email: string) => string): Promise<Confirmed> {
  const { db, vault, now } = scope;
  // the two halves of one change wait for each other
  await db.$queryRaw`select 1 from address_link where account_id = ${link.accountId}::uuid order by id for update`;
  const spent = await db.addressLink.updateMany({ where: { id: link.id, usedAt: null }, data: { usedAt: now } });
  if (spent.count === 0) throw new DomainError('forbidden', 'This link has been used already.');
  const { accountId, pairId, sealed } = link;
  if (pairId === null || sealed === null) {
    await db.account.updateMany({ where: { id: accountId }, data: { verifiedAt: now } });
    return 'verified';
  }
  const others = await db.addressLink.count({ where: { pairId, usedAt: { not: null } } });
  if (others < 2) return 'half';
  const { email } = await vault.open(linkRef(link.id, accountId), sealed, AddressLinkContent);
  await moveAccount(scope, accountId, email, addressHash(email));
  return 'changed';
}
