import { randomBytes } from 'node:crypto';
import { challengeLife } from '@parley/domain/identity/passkey';
import { generateIdFromEntropySize } from 'lucia';
import type { IdentityDesk, IdentityScope } from '../../context.ts';
import { storedId } from '../../cookie.ts';

type ChallengePurpose = 'add' | 'show';

/** Something to sign, for this browser alone and for a few minutes; an earlier one of the same browser dies. */
export async function putChallenge(
  identity: IdentityDesk,
  { db, now }: IdentityScope,
  purpose: ChallengePurpose,
  accountId: string | null,
): Promise<string> {
  const earlier = identity.challenge();
  if (earlier !== null) await db.challenge.deleteMany({ where: { id: storedId(earlier) } });
  const value = generateIdFromEntropySize(25);
  const nonce = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + challengeLife);
  await db.challenge.createMany({ data: [{ id: storedId(value), purpose, accountId, nonce, expiresAt }] });
  identity.bindChallenge(value);
  return nonce;
}

/** What this browser was asked to sign, once: taking it ends it, whatever comes of it. Null when there is none, or no longer. */
export async function takeChallenge(
  identity: IdentityDesk,
  { db, now }: IdentityScope,
  purpose: ChallengePurpose,
  accountId: string | null,
): Promise<string | null> {
  const value = identity.challenge();
  if (value === null) return null;
  const taken = await db.$queryRaw<{ nonce: string; good: boolean }[]>`
    delete from challenge where id = ${storedId(value)}
    returning nonce, purpose::text = ${purpose} and account_id is not distinct from ${accountId}::uuid and expires_at > ${now} as good`;
  const [one] = taken;
  return one?.good ? one.nonce : null;
}
