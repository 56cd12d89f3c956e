import { readOwn } from '../read.ts';
import { router } from '../trpc.ts';
import { noticeCountQuestion, noticesQuestion } from './notices-view.ts';
import { todayQuestion } from './view.ts';

export const todayRouter = router({
  page: readOwn(todayQuestion),
  notices: readOwn(noticesQuestion),
  noticeCount: readOwn(noticeCountQuestion),
});
