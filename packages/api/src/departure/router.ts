import { EndAccount } from '@parley/domain/departure/input';
import { showSelf } from '../identity/show-store.ts';
import { readOwn } from '../read.ts';
import { account, router } from '../trpc.ts';
import { endAccount } from './store.ts';
import { outlookQuestion } from './view.ts';

const done = { done: true };

/** The end of an account: said before in numbers, done by who shows that it is them, whole. */
export const departureRouter = router({
  outlook: readOwn(outlookQuestion),

  end: account.input(EndAccount).mutation(async ({ ctx: { identity, viewer }, input }) => {
    // the same press at the same moment may have ended it
    const isGone = () => identity.asIdentity(async ({ db }) => (await db.account.count({ where: { id: viewer.id } })) === 0);
    await showSelf(identity, viewer.id, input, 'depart').catch(async (error: unknown) => {
      if (!(await isGone())) throw error;
    });
    await identity.asIdentity((scope) => endAccount(scope, viewer.id));
    identity.clearCookie();
    return done;
  }),
});
