import { GiveReview } from '@parley/domain/mission/input';
import { router } from '../trpc.ts';
import { write } from '../write.ts';
import { givingReview } from './review-act.ts';

export const reviewRouter = router({ give: write(GiveReview, givingReview) });
