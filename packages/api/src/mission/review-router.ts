import { GiveReview } from '@parley/domain/mission/review';
import { router } from '../trpc.ts';
import { write } from '../write.ts';
import { givingReview } from './review-act.ts';

export const reviewRouter = router({ give: write(GiveReview, givingReview) });
