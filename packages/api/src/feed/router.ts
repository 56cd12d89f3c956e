import { EndFeed, MakeFeed } from '@parley/domain/feed/input';
import { readOwn } from '../read.ts';
import { router } from '../trpc.ts';
import { write } from '../write.ts';
import { endingFeed, makingFeed } from './act.ts';
import { feedQuestion } from './view.ts';

/** The private address for one's own calendar program. */
export const feedRouter = router({
  get: readOwn(feedQuestion),
  make: write(MakeFeed, makingFeed),
  end: write(EndFeed, endingFeed),
});
