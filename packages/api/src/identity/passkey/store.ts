import { newId } from '@parley/db/id';
import type { SealRef } from '@parley/db/seal';
import type { Ways } from '@parley/domain/identity/passkey';
import { CredentialContent, PasskeyContent } from '@parley/domain/identity/ways-input';
import type { IdentityScope } from '../../context.ts';

const nameRef = (id: string, owner: string): SealRef => ({ table: 'passkey', id, owner, rev: 1 });
const credentialRef = (id: string, owner: string): SealRef => ({ table: 'passkey.credential', id, owner, rev: 1 });

/** How somebody can sign in. */
export async function findWays({ db }: IdentityScope, accountId: string): Promise<Ways> {
  const password = (await db.password.count({ where: { accountId } })) > 0;
  const select = { id: true, doubtedAt: true };
  return { password, passkeys: await db.passkey.findMany({ where: { accountId }, select }) };
}

/** The passkeys of somebody, last made first, as they may see them. */
export async function listPasskeys({ db, vault }: IdentityScope, accountId: string) {
  const rows = await db.passkey.findMany({ where: { accountId }, orderBy: { id: 'desc' } });
  return Promise.all(
    rows.map(async ({ id, sealed, createdAt, usedAt, doubtedAt }) => ({
      passkeyId: id,
      name: (await vault.open(nameRef(id, accountId), sealed, PasskeyContent)).name,
      createdAt: createdAt.toISOString(),
      usedAt: usedAt?.toISOString() ?? null,
      doubted: doubtedAt !== null,
    })),
  );
}

/** How browsers know the passkeys of somebody, so that none is made twice on one device. */
export async function credentialsOf({ db }: IdentityScope, accountId: string): Promise<{ id: string }[]> {
  const rows = await db.passkey.findMany({ where: { accountId }, select: { credentialId: true } });
  return rows.map(({ credentialId }) => ({ id: credentialId }));
}

export type NewPasskey = {
  accountId: string;
  name: string;
  credentialId: string;
  counter: number;
  credential: { publicKey: string; transports: string[] };
};

/** Keeps a passkey. False when it is there already. */
export async function putPasskey({ db, vault }: IdentityScope, passkey: NewPasskey): Promise<boolean> {
  const { accountId, name, credentialId, counter } = passkey;
  const id = newId();
  const sealed = await vault.seal(nameRef(id, accountId), { name });
  const credential = await vault.seal(credentialRef(id, accountId), passkey.credential);
  const data = { id, accountId, credentialId, counter: BigInt(counter), sealed, credential };
  return (await db.passkey.createMany({ data: [data], skipDuplicates: true })).count === 1;
}

/** A passkey by what its browser calls it, with its public key; null when it is not one of ours. */
export async function findPasskey({ db, vault }: IdentityScope, credentialId: string) {
  const row = await db.passkey.findUnique({ where: { credentialId } });
  if (row === null) return null;
  const { id, accountId, counter, doubtedAt } = row;
  const { publicKey, transports } = await vault.open(credentialRef(id, accountId), row.credential, CredentialContent);
  return { id, accountId, counter: Number(counter), doubtedAt, publicKey: Buffer.from(publicKey, 'base64url'), transports };
}

export type FoundPasskey = NonNullable<Awaited<ReturnType<typeof findPasskey>>>;

/** Notes that a passkey was used. False when it was used, removed or doubted at the same moment. */
export async function markUsed({ db, now }: IdentityScope, { id, counter }: FoundPasskey, shown: number): Promise<boolean> {
  const where = { id, counter: BigInt(counter), doubtedAt: null };
  return (await db.passkey.updateMany({ where, data: { counter: BigInt(shown), usedAt: now } })).count === 1;
}

/** From here on nobody comes in by it. */
export async function doubtPasskey({ db, now }: IdentityScope, passkeyId: string): Promise<void> {
  await db.passkey.updateMany({ where: { id: passkeyId, doubtedAt: null }, data: { doubtedAt: now } });
}

/** Holds a passkey until what it allows is committed; false when it was removed or doubted in the same moment. */
export async function holdPasskey({ db }: Pick<IdentityScope, 'db'>, passkeyId: string): Promise<boolean> {
  const same = await db.$queryRaw<unknown[]>`
    select 1 from passkey where id = ${passkeyId}::uuid and doubted_at is null for share`;
  return same.length === 1;
}

/** A passkey goes. False when it is gone already, or another's. */
export async function dropPasskey({ db }: Pick<IdentityScope, 'db'>, accountId: string, passkeyId: string): Promise<boolean> {
  return (await db.passkey.deleteMany({ where: { id: passkeyId, accountId } })).count === 1;
}
