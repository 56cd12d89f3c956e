import { MarkSeen } from '@parley/domain/notification/input';
import { router, signedIn } from '../trpc.ts';
import { markSeen } from './store.ts';

export const notificationRouter = router({
  markSeen: signedIn.input(MarkSeen).mutation(async ({ ctx, input }) => ({ seen: await markSeen(ctx, input.ids) })),
});
