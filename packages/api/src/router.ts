import { router } from './trpc.ts';

/** One line per noun. */
export const appRouter = router({
  // nouns
});

export type AppRouter = typeof appRouter;
