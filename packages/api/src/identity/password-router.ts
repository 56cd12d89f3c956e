import { findWeakness } from '@parley/domain/identity/identity';
import { ChangePassword, DropPassword, ResetPassword, ResetRef } from '@parley/domain/identity/input';
import { canDropPassword } from '@parley/domain/identity/passkey';
import { canChangePassword, canReset } from '@parley/domain/identity/policy';
import { allow } from '@parley/domain/kernel/decision';
import { DomainError, invalid, notFound } from '@parley/domain/kernel/error';
import type { IdentityDesk } from '../context.ts';
import { account, open, router } from '../trpc.ts';
import { findWays } from './passkey/store.ts';
import { hashPassword, passwordFits } from './password.ts';
import { showPasskey, showSelf } from './show-store.ts';
import { dropPassword, findAccount, findReset, findStanding, replacePassword, spendReset } from './store.ts';
import { takeTurn, tellWays } from './ways-store.ts';
import { findWorn } from './worn.ts';

const done = { done: true };

async function refuseWeak(identity: IdentityDesk, accountId: string, password: string, path: string): Promise<void> {
  const { email } = await identity.asIdentity((scope) => findAccount(scope, accountId));
  const reason = findWeakness(password, email) ?? findWorn(password);
  if (reason !== null) throw invalid(path, reason);
}

/** Of `identity`: how a password is changed, set, forgotten and given up. */
export const passwordRouter = router({
  /** Who has no password sets one here, by a passkey. */
  changePassword: account.input(ChangePassword).mutation(async ({ ctx: { identity, viewer }, input }) => {
    const { current, next, passkey } = input;
    await identity.limits.count('changePassword', identity.source, viewer.id);
    if (current !== undefined) allow(canChangePassword(current, next), 'next');
    await refuseWeak(identity, viewer.id, next, 'next');
    const standing = () => identity.asIdentity((scope) => findStanding(scope, viewer.id));
    const earlier = (await standing())?.hash ?? null;
    if (current === undefined || !(await passwordFits(earlier, current))) {
      // a repeated press after a lost answer: it is changed already
      if (await passwordFits(earlier, next)) return done;
      if (current !== undefined) throw invalid('current', 'This is not the password you have now.');
      await showPasskey(identity, viewer.id, passkey, 'current');
    }
    const hash = await hashPassword(next);
    const replaced = identity.asIdentity(async (scope) => {
      await replacePassword(scope, viewer.id, { earlier, hash, keepSession: viewer.sessionId });
      await tellWays(scope, viewer.id);
    });
    await replaced.catch(async (error: unknown) => {
      // the same press at the same moment may have changed it
      const now = (await standing())?.hash ?? null;
      if (now === earlier || !(await passwordFits(now, next))) throw error;
    });
    return done;
  }),

  /** From here on only a passkey opens the account. */
  dropPassword: account.input(DropPassword).mutation(async ({ ctx: { identity, viewer }, input: { passkey } }) => {
    const hasNone = async () => (await identity.asIdentity((scope) => findStanding(scope, viewer.id))) === null;
    if (await hasNone()) return done;
    await showSelf(identity, viewer.id, { passkey }).catch(async (error: unknown) => {
      if (!(await hasNone())) throw error;
    });
    await identity.asIdentity(async (scope) => {
      await takeTurn(scope, viewer.id);
      const ways = await findWays(scope, viewer.id);
      if (!ways.password) return;
      allow(canDropPassword(ways));
      await dropPassword(scope, viewer.id);
      await tellWays(scope, viewer.id);
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
      const earlier = (await findStanding(scope, found.accountId))?.hash ?? null;
      await replacePassword(scope, found.accountId, { earlier, hash });
      await tellWays(scope, found.accountId);
    });
    return done;
  }),
});
