import { OverlapIn } from '@parley/domain/overlap/input';
import { read } from '../read.ts';
import { router } from '../trpc.ts';
import { write } from '../write.ts';
import { lookingForOverlap, stoppingOverlap } from './act.ts';
import { overlapQuestion } from './view.ts';

/** Whether another member is in process with the same employer: that there is one, and nothing else. */
export const overlapRouter = router({
  page: read(OverlapIn, overlapQuestion),
  look: write(OverlapIn, lookingForOverlap),
  stop: write(OverlapIn, stoppingOverlap),
});
