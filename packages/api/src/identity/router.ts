import { EndSession, SaveProfile, SignIn, SignUp } from '@parley/domain/identity/input';
import { invalid, notFound } from '@parley/domain/kernel/error';
import type { IdentityDesk } from '../context.ts';
import { readOwn } from '../read.ts';
import { account, mergeRouters, open, router } from '../trpc.ts';
import { write } from '../write.ts';
import { savingProfile } from './act.ts';
import { enter } from './enter-store.ts';
import { hashPassword, passwordFits } from './password.ts';
import { passwordRouter } from './password-router.ts';
import { createAccount, findCredentials, holdPassword, nameDevices } from './store.ts';
import { codeMisfit } from './totp/router.ts';
import { asksCode, takeCode } from './totp/store.ts';
import { meQuestion } from './view.ts';
import { findWorn } from './worn.ts';

const done = { done: true };

/** The same words whether the address or the password is wrong. */
const misfit = () => invalid('password', 'This e-mail address and password do not match.');

/** Asks who has set up an app for its code. False when none was typed yet. */
async function passCode(identity: IdentityDesk, accountId: string, code: string | undefined): Promise<boolean> {
  if (!(await identity.asIdentity((scope) => asksCode(scope, accountId)))) return true;
  if (code === undefined) return false;
  await identity.limits.count('code', identity.source, accountId);
  if (!(await identity.asIdentity((scope) => takeCode(scope, accountId, code)))) throw codeMisfit();
  await identity.limits.forgive('code', identity.source, accountId);
  return true;
}

const sessionRouter = router({
  /** Answers the same, after the same work, whether the address is new or known; signing in follows. */
  signUp: open.input(SignUp).mutation(async ({ ctx: { identity }, input }) => {
    const { password, ...person } = input;
    const emailHash = identity.addressHash(input.email);
    await identity.limits.count('signUp', identity.source, emailHash);
    const worn = findWorn(password);
    if (worn !== null) throw invalid('password', worn);
    const passwordHash = await hashPassword(password);
    await identity.asIdentity((scope) => createAccount(scope, person, emailHash, passwordHash));
    return done;
  }),

  /** `done` is false where a code is asked for too: only who knows the password learns that. */
  signIn: open.input(SignIn).mutation(async ({ ctx: { identity, viewer }, input }) => {
    const emailHash = identity.addressHash(input.email);
    await identity.limits.count('signIn', identity.source, emailHash);
    const hashes = identity.addressHashes(input.email);
    const found = await identity.asIdentity((scope) => findCredentials(scope, hashes));
    const fits = await passwordFits(found?.hash ?? null, input.password);
    if (found === null || !fits) throw misfit();
    if (!(await passCode(identity, found.accountId, input.code))) return { done: false };
    if (!(await enter(identity, found.accountId, (scope) => holdPassword(scope, found)))) throw misfit();
    await identity.limits.forgive('signIn', identity.source, emailHash);
    if (viewer !== null) await identity.sessions.revoke(viewer.id, viewer.sessionId);
    return done;
  }),

  /** For who is signed out already too: the same press twice ends in the same. */
  signOut: open.mutation(async ({ ctx: { identity, viewer } }) => {
    if (viewer !== null) await identity.sessions.revoke(viewer.id, viewer.sessionId);
    identity.clearCookie();
    return done;
  }),

  signOutEverywhere: account.mutation(async ({ ctx: { identity, viewer } }) => {
    await identity.sessions.revokeAll(viewer.id);
    identity.clearCookie();
    return done;
  }),

  me: readOwn(meQuestion),

  saveProfile: write(SaveProfile, savingProfile),

  sessions: account.query(async ({ ctx: { identity, viewer } }) => {
    const entries = await identity.sessions.list(viewer.id);
    const named = await identity.asIdentity((scope) => nameDevices(scope, viewer.id, entries));
    return named.map((entry) => ({ ...entry, current: entry.sessionId === viewer.sessionId }));
  }),

  endSession: account.input(EndSession).mutation(async ({ ctx: { identity, viewer }, input }) => {
    if (!(await identity.sessions.revoke(viewer.id, input.sessionId))) throw notFound();
    if (input.sessionId === viewer.sessionId) identity.clearCookie();
    return done;
  }),

  /** Everywhere but here. */
  endOthers: account.mutation(async ({ ctx: { identity, viewer } }) => {
    await identity.sessions.revokeAll(viewer.id, viewer.sessionId);
    return done;
  }),
});

export const identityRouter = mergeRouters(sessionRouter, passwordRouter);
