import { identityRouter } from './identity/router.ts';
import { operatorRouter } from './operator/router.ts';
import { router } from './trpc.ts';

/** One line per noun. */
export const appRouter = router({
  operator: operatorRouter,
  // nouns
  identity: identityRouter,
});

export type AppRouter = typeof appRouter;
