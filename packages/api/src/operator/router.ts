import { router, signedIn } from '../trpc.ts';

/** When this server began. */
const startedAt = new Date().toISOString();

/** What the person who runs the server may know through the product: how it is, never what it holds. */
export const operatorRouter = router({
  status: signedIn.query(async ({ ctx }) => ({ startedAt, findings: await ctx.deps.health() })),
});
