import { ShowSelf } from '@parley/domain/identity/input';
import { canAddPasskey, canKeepPasskeys, canRemovePasskey, partyOf } from '@parley/domain/identity/passkey';
import { AddPasskey, EnterByPasskey, type MadePasskey, PasskeyRef } from '@parley/domain/identity/ways-input';
import { allow } from '@parley/domain/kernel/decision';
import { invalid } from '@parley/domain/kernel/error';
import type { z } from 'zod';
import type { IdentityDesk } from '../../context.ts';
import { account, open, router } from '../../trpc.ts';
import { enter } from '../enter-store.ts';
import { showSelf } from '../show-store.ts';
import { findAccount } from '../store.ts';
import { takeTurn, tellWays } from '../ways-store.ts';
import { putChallenge, takeChallenge } from './challenge-store.ts';
import { takePasskey, webauthn } from './show-store.ts';
import { credentialsOf, dropPasskey, findWays, holdPasskey, listPasskeys, putPasskey } from './store.ts';

const done = { done: true };

/** What a browser has made, once it is right; null when anything of it is not. */
async function checkMade(identity: IdentityDesk, response: z.output<typeof MadePasskey>, nonce: string) {
  const { verifyRegistrationResponse } = await webauthn();
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: nonce,
      expectedOrigin: identity.origin,
      expectedRPID: partyOf(identity.origin),
      requireUserVerification: true,
    });
    return verified ? registrationInfo.credential : null;
  } catch {
    return null;
  }
}

/** Passkeys: to sign in with a device's own lock, without a password or beside one. */
export const passkeyRouter = router({
  /** The passkeys of the viewer, their other ways in, and whether this address can keep any. */
  list: account.query(({ ctx: { identity, viewer } }) =>
    identity.asIdentity(async (scope) => {
      const { password } = await findWays(scope, viewer.id);
      const passkeys = await listPasskeys(scope, viewer.id);
      return { password, passkeys, possible: canKeepPasskeys(identity.origin), origin: identity.origin };
    }),
  ),

  /** Something to sign, for who signs in or shows once more that it is them. The same for everybody. */
  ask: open.mutation(async ({ ctx: { identity } }) => {
    await identity.limits.count('askPasskey', identity.source);
    allow(canKeepPasskeys(identity.origin));
    const challenge = await identity.asIdentity((scope) => putChallenge(identity, scope, 'show', null));
    return { challenge, rpId: partyOf(identity.origin), userVerification: 'required' as const, timeout: 120_000 };
  }),

  /** Signs in by a passkey alone. */
  enter: open.input(EnterByPasskey).mutation(async ({ ctx: { identity, viewer }, input: { passkey } }) => {
    await identity.limits.count('enter', identity.source);
    allow(canKeepPasskeys(identity.origin));
    const { accountId, id } = await takePasskey(identity, passkey);
    const entered = await enter(identity, accountId, (scope) => holdPasskey(scope, id));
    if (!entered) throw invalid('passkey', 'This passkey was removed at the same moment.');
    if (viewer !== null) await identity.sessions.revoke(viewer.id, viewer.sessionId);
    return done;
  }),

  /** What a browser needs to make one, for who has shown that it is them. */
  begin: account.input(ShowSelf).mutation(async ({ ctx: { identity, viewer }, input }) => {
    allow(canKeepPasskeys(identity.origin));
    await showSelf(identity, viewer.id, input);
    const { generateRegistrationOptions } = await webauthn();
    return identity.asIdentity(async (scope) => {
      const { passkeys } = await findWays(scope, viewer.id);
      allow(canAddPasskey(identity.origin, passkeys.length));
      const { email, displayName } = await findAccount(scope, viewer.id);
      const challenge = await putChallenge(identity, scope, 'add', viewer.id);
      // it wants to know no more of a device than that it signs
      const { extensions: _, ...options } = await generateRegistrationOptions({
        rpName: 'Parley',
        rpID: partyOf(identity.origin),
        userName: email,
        userDisplayName: displayName,
        userID: new TextEncoder().encode(viewer.id),
        challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
        attestationType: 'none',
        excludeCredentials: await credentialsOf(scope, viewer.id),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      return options;
    });
  }),

  add: account.input(AddPasskey).mutation(async ({ ctx: { identity, viewer }, input: { name, made } }) => {
    const nonce = await identity.asIdentity((scope) => takeChallenge(identity, scope, 'add', viewer.id));
    if (nonce === null) throw invalid('made', 'This took too long, or was done already. Begin once more.');
    const credential = await checkMade(identity, made, nonce);
    if (credential === null) throw invalid('made', 'This passkey could not be checked. Begin once more.');
    await identity.asIdentity(async (scope) => {
      await takeTurn(scope, viewer.id);
      const { passkeys } = await findWays(scope, viewer.id);
      allow(canAddPasskey(identity.origin, passkeys.length));
      const publicKey = Buffer.from(credential.publicKey).toString('base64url');
      const kept = { publicKey, transports: made.response.transports ?? [] };
      const { id: credentialId, counter } = credential;
      const put = await putPasskey(scope, { accountId: viewer.id, name, credentialId, counter, credential: kept });
      if (!put) throw invalid('made', 'This passkey is here already.');
      await tellWays(scope, viewer.id);
    });
    return done;
  }),

  /** One that is gone already is as gone as it was to be. */
  remove: account.input(PasskeyRef).mutation(async ({ ctx: { identity, viewer }, input: { passkeyId } }) => {
    await identity.asIdentity(async (scope) => {
      await takeTurn(scope, viewer.id);
      const ways = await findWays(scope, viewer.id);
      if (!ways.passkeys.some(({ id }) => id === passkeyId)) return;
      allow(canRemovePasskey(ways, passkeyId));
      await dropPasskey(scope, viewer.id, passkeyId);
      await tellWays(scope, viewer.id);
    });
    return done;
  }),
});
