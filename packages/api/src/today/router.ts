import { router, signedIn } from '../trpc.ts';
import { viewToday } from './view.ts';

export const todayRouter = router({
  page: signedIn.query(({ ctx }) => viewToday(ctx)),
});
