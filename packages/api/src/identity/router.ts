import { findWeakness } from '@parley/domain/identity/identity';
import { ChangePassword, EndSession, ResetPassword, ResetRef, SaveProfile, SignIn, SignUp } from '@parley/domain/identity/input';
import { canChangePassword, canReset } from '@parley/domain/identity/policy';
import { allow } from '@parley/domain/kernel/decision';
import { DomainError, invalid, notFound } from '@parley/domain/kernel/error';
import type { IdentityDesk } from '../context.ts';
import { readOwn } from '../read.ts';
import { account, open, router } from '../trpc.ts';
import { write } from '../write.ts';
import { savingProfile } from './act.ts';
import { verifyOnce } from './address-store.ts';
import { hashPassword, passwordFits } from './password.ts';
import {
  type Credentials,
  createAccount,
  findAccount,
  findCredentials,
  findOwnCredentials,
  findReset,
  nameDevices,
  replacePassword,
  spendReset,
  startSession,
} from './store.ts';
import { meQuestion } from './view.ts';

const done = { done: true };

/** The same words whether the address or the password is wrong. */
const misfit = () => invalid('password', 'This e-mail address and password do not match.');

async function enter(identity: IdentityDesk, shown: Credentials): Promise<void> {
  const session = await identity.asIdentity(async (scope) => {
    const started = await startSession(scope, shown, identity.userAgent);
    // not at the sign-up, whose time tells nobody whether an address was known
    if (started !== null) await verifyOnce(scope, identity.linkToken, shown.accountId);
    return started;
  });
  if (session === null) throw misfit();
  identity.writeCookie(session.cookie);
}

async function refuseWeak(identity: IdentityDesk, accountId: string, password: string, path: string): Promise<void> {
  const { email } = await identity.asIdentity((scope) => findAccount(scope, accountId));
  const reason = findWeakness(password, email);
  if (reason !== null) throw invalid(path, reason);
}

export const identityRouter = router({
  /** Answers the same, after the same work, whether the address is new or known; signing in follows. */
  signUp: open.input(SignUp).mutation(async ({ ctx: { identity }, input }) => {
    const { password, ...person } = input;
    const emailHash = identity.addressHash(input.email);
    await identity.limits.count('signUp', identity.source, emailHash);
    const passwordHash = await hashPassword(password);
    await identity.asIdentity((scope) => createAccount(scope, person, emailHash, passwordHash));
    return done;
  }),

  signIn: open.input(SignIn).mutation(async ({ ctx: { identity, viewer }, input }) => {
    const emailHash = identity.addressHash(input.email);
    await identity.limits.count('signIn', identity.source, emailHash);
    const hashes = identity.addressHashes(input.email);
    const found = await identity.asIdentity((scope) => findCredentials(scope, hashes));
    const fits = await passwordFits(found?.hash ?? null, input.password);
    if (found === null || !fits) throw misfit();
    await enter(identity, found);
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

  changePassword: account.input(ChangePassword).mutation(async ({ ctx: { identity, viewer }, input }) => {
    await identity.limits.count('changePassword', identity.source, viewer.id);
    const decision = canChangePassword(input.current, input.next);
    if (!decision.allowed) throw invalid('next', decision.reason);
    await refuseWeak(identity, viewer.id, input.next, 'next');
    const shown = await identity.asIdentity((scope) => findOwnCredentials(scope, viewer.id));
    if (!(await passwordFits(shown.hash, input.current))) {
      // a repeated press after a lost answer: it is changed already
      if (await passwordFits(shown.hash, input.next)) return done;
      throw invalid('current', 'This is not the password you have now.');
    }
    const hash = await hashPassword(input.next);
    const replaced = identity.asIdentity((scope) => replacePassword(scope, shown, hash, viewer.sessionId));
    await replaced.catch(async (error: unknown) => {
      // the same press at the same moment may have changed it
      const now = await identity.asIdentity((scope) => findOwnCredentials(scope, viewer.id));
      if (now.hash === shown.hash || !(await passwordFits(now.hash, input.next))) throw error;
    });
    return done;
  }),

  /** Whether a reset link can still be used, and why not: said when it is opened. Looking changes nothing. */
  lookReset: open.input(ResetRef).query(async ({ ctx: { identity }, input }) => {
    await identity.limits.count('look', identity.source);
    return identity.asIdentity(async (scope) => canReset(await findReset(scope, input.token), scope.now));
  }),

  resetPassword: open.input(ResetPassword).mutation(async ({ ctx: { identity }, input }) => {
    await identity.limits.count('reset', identity.source);
    const found = await identity.asIdentity(async (scope) => {
      const link = await findReset(scope, input.token);
      allow(canReset(link, scope.now));
      return link;
    });
    if (found === null) throw notFound();
    await refuseWeak(identity, found.accountId, input.password, 'password');
    const hash = await hashPassword(input.password);
    await identity.asIdentity(async (scope) => {
      if (!(await spendReset(scope, input.token))) {
        throw new DomainError('forbidden', 'This link has been used already.');
      }
      const shown = await findOwnCredentials(scope, found.accountId);
      await replacePassword(scope, shown, hash);
    });
    return done;
  }),
});
