import { Find } from '@parley/domain/search/input';
import { read } from '../read.ts';
import { router } from '../trpc.ts';
import { findQuestion } from './view.ts';

export const searchRouter = router({
  find: read(Find, findQuestion),
});
