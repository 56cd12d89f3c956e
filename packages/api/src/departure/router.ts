import { EndAccount } from '@parley/domain/departure/input';
import { invalid } from '@parley/domain/kernel/error';
import { passwordFits } from '../identity/password.ts';
import { findStanding } from '../identity/store.ts';
import { readOwn } from '../read.ts';
import { account, router } from '../trpc.ts';
import { endAccount } from './store.ts';
import { outlookQuestion } from './view.ts';

const done = { done: true };

/** The end of an account: said before in numbers, done with the password, whole. */
export const departureRouter = router({
  outlook: readOwn(outlookQuestion),

  end: account.input(EndAccount).mutation(async ({ ctx: { identity, viewer }, input }) => {
    await identity.limits.count('depart', identity.source, viewer.id);
    const shown = await identity.asIdentity((scope) => findStanding(scope, viewer.id));
    // the same press at the same moment has ended it
    if (shown === null) return done;
    if (!(await passwordFits(shown.hash, input.password))) throw invalid('password', 'This is not your password.');
    await identity.asIdentity((scope) => endAccount(scope, viewer.id));
    identity.clearCookie();
    return done;
  }),
});
