import { readOwn } from '../read.ts';
import { router } from '../trpc.ts';
import { todayQuestion } from './view.ts';

export const todayRouter = router({
  page: readOwn(todayQuestion),
});
