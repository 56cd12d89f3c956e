import { ConfirmTotp, EndTotp, RemakeCodes, ShowSelf } from '@parley/domain/identity/input';
import { DomainError, invalid } from '@parley/domain/kernel/error';
import type { IdentityDesk } from '../../context.ts';
import type { Viewer } from '../../guard.ts';
import { account, router } from '../../trpc.ts';
import { showSelf } from '../show-store.ts';
import { endSessions, findAccount } from '../store.ts';
import { takeTurn, tellWays } from '../ways-store.ts';
import { recoveryCodes, uriOf } from './code.ts';
import { asksCode, beginTotp, confirmTotp, endTotp, findTotp, replaceCodes, standCodes, takeCode } from './store.ts';

const done = { done: true };

/** The same words for a wrong code and for one that was taken before. */
export const codeMisfit = () => invalid('code', 'This code does not fit, or was used already. Wait for the next one.');

/** New codes of this very press; told again to who sends it twice. */
async function remake(
  identity: IdentityDesk,
  viewer: Viewer,
  code: string,
  take: typeof takeCode,
  keepSession?: string,
): Promise<{ codes: string[] }> {
  const codes = recoveryCodes(identity.secretOfPress, viewer.id);
  if (await identity.asIdentity((scope) => standCodes(scope, viewer.id, codes))) return { codes };
  await identity.limits.count('code', identity.source, viewer.id);
  await identity.asIdentity(async (scope) => {
    await takeTurn(scope, viewer.id);
    if (await standCodes(scope, viewer.id, codes)) return;
    if (!(await take(scope, viewer.id, code))) throw codeMisfit();
    await replaceCodes(scope, viewer.id, codes);
    if (keepSession !== undefined) await endSessions(scope, viewer.id, keepSession);
    await tellWays(scope, viewer.id);
  });
  await identity.limits.forgive('code', identity.source, viewer.id);
  return { codes };
}

/** A code of an app after the password, and codes for who has lost the app. */
export const totpRouter = router({
  get: account.query(({ ctx: { identity, viewer } }) => identity.asIdentity((scope) => findTotp(scope, viewer.id))),

  /** The secret for an app. Nothing is asked for at the sign-in until a code of it has confirmed it. */
  begin: account.input(ShowSelf).mutation(async ({ ctx: { identity, viewer }, input }) => {
    await showSelf(identity, viewer.id, input);
    return identity.asIdentity(async (scope) => {
      const secret = await beginTotp(scope, viewer.id);
      if (secret === null)
        throw new DomainError('conflict', 'An app is set up already. Switch it off before you set up another.');
      const { email } = await findAccount(scope, viewer.id);
      return { secret, uri: uriOf(secret, email) };
    });
  }),

  confirm: account
    .input(ConfirmTotp)
    .mutation(({ ctx: { identity, viewer }, input: { code, endOthers } }) =>
      remake(identity, viewer, code, confirmTotp, endOthers ? viewer.sessionId : undefined),
    ),

  /** Ten new recovery codes for a code; all earlier ones are worth nothing. */
  remake: account
    .input(RemakeCodes)
    .mutation(({ ctx: { identity, viewer }, input: { code } }) => remake(identity, viewer, code, takeCode)),

  end: account.input(EndTotp).mutation(async ({ ctx: { identity, viewer }, input: { code, ...shown } }) => {
    await showSelf(identity, viewer.id, shown);
    // the same press has ended it
    if (!(await identity.asIdentity((scope) => asksCode(scope, viewer.id)))) return done;
    await identity.limits.count('code', identity.source, viewer.id);
    await identity.asIdentity(async (scope) => {
      await takeTurn(scope, viewer.id);
      if (!(await asksCode(scope, viewer.id))) return;
      if (!(await takeCode(scope, viewer.id, code))) throw codeMisfit();
      await endTotp(scope, viewer.id);
      await tellWays(scope, viewer.id);
    });
    await identity.limits.forgive('code', identity.source, viewer.id);
    return done;
  }),
});
