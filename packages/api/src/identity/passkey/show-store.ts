import { countsOn, partyOf } from '@parley/domain/identity/passkey';
import type { ShownPasskey } from '@parley/domain/identity/ways-input';
import { DomainError, invalid } from '@parley/domain/kernel/error';
import type { IdentityDesk } from '../../context.ts';
import { tellWays } from '../ways-store.ts';
import { takeChallenge } from './challenge-store.ts';
import { doubtPasskey, type FoundPasskey, findPasskey, markUsed } from './store.ts';

/** The library is large and rarely wanted: it comes with the first passkey. */
export const webauthn = () => import('@simplewebauthn/server');

const unknown = () => invalid('passkey', 'This passkey opens no account here.');

const doubtful = () =>
  new DomainError(
    'forbidden',
    'This passkey was used by a copy of it, or its device was set back, so nobody signs in by it any more. Sign in another way and remove it under Me.',
  );

/** The counter that a passkey shows, once its signature is right; null when anything of it is not. */
async function counterShown(
  identity: IdentityDesk,
  found: FoundPasskey,
  response: ShownPasskey,
  nonce: string,
): Promise<number | null> {
  const { verifyAuthenticationResponse } = await webauthn();
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: nonce,
      expectedOrigin: identity.origin,
      expectedRPID: partyOf(identity.origin),
      requireUserVerification: true,
      // that it counts on is judged by our own rule, which keeps what it finds
      credential: { id: response.id, publicKey: new Uint8Array(found.publicKey), counter: 0 },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    // a wrong origin, challenge or signature, or bytes that are none
    return null;
  }
}

/** Whose a passkey is, after it has signed what this browser was asked to sign. Throws with a sentence when it has not. */
export async function takePasskey(identity: IdentityDesk, response: ShownPasskey): Promise<{ accountId: string; id: string }> {
  const { nonce, found } = await identity.asIdentity(async (scope) => ({
    nonce: await takeChallenge(identity, scope, 'show', null),
    found: await findPasskey(scope, response.id),
  }));
  if (nonce === null) throw invalid('passkey', 'This took too long, or was done already. Press once more.');
  if (found === null) throw unknown();
  const { userHandle } = response.response;
  if (userHandle !== undefined && Buffer.from(userHandle, 'base64url').toString('utf8') !== found.accountId) throw unknown();
  const counter = await counterShown(identity, found, response, nonce);
  if (counter === null) throw unknown();
  if (found.doubtedAt !== null) throw doubtful();
  const good = countsOn(found.counter, counter);
  const used = await identity.asIdentity(async (scope) => {
    if (good) return markUsed(scope, found, counter);
    await doubtPasskey(scope, found.id);
    await tellWays(scope, found.accountId);
    return false;
  });
  if (!good) throw doubtful();
  if (!used) throw new DomainError('conflict', 'This passkey was used somewhere else at the same moment. Press once more.');
  return { accountId: found.accountId, id: found.id };
}
