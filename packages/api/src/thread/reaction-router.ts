import { ReactToComment, ReactToQuote } from '@parley/domain/thread/input';
import { router } from '../trpc.ts';
import { write } from '../write.ts';
import { reactingToComment, reactingToQuote } from './reaction-act.ts';

export const reactionRouter = router({
  toComment: write(ReactToComment, reactingToComment),
  toQuote: write(ReactToQuote, reactingToQuote),
});
