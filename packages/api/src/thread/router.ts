import { StartThread, ThreadRef, ThreadsOf } from '@parley/domain/thread/input';
import { read } from '../read.ts';
import { router } from '../trpc.ts';
import { write } from '../write.ts';
import { reopeningThread, resolvingThread, startingThread } from './act.ts';
import { readersQuestion, threadsQuestion } from './view.ts';

export const threadRouter = router({
  list: read(ThreadsOf, threadsQuestion),
  readers: read(ThreadsOf, readersQuestion),
  start: write(StartThread, startingThread),
  resolve: write(ThreadRef, resolvingThread),
  reopen: write(ThreadRef, reopeningThread),
});
