import { router, signedIn } from '../trpc.ts';
import { findDatabase } from './store.ts';

const startedAt = new Date().toISOString();

/** What the person who runs the server may know through the product: that it runs, never what it holds. */
export const operatorRouter = router({
  status: signedIn.query(async ({ ctx }) => ({ startedAt, node: process.version, database: await findDatabase(ctx) })),
});
