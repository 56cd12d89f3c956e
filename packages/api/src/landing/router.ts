import { SaveLanding } from '@parley/domain/landing/input';
import { readOwn } from '../read.ts';
import { router } from '../trpc.ts';
import { write } from '../write.ts';
import { savingLanding } from './act.ts';
import { landingQuestion } from './view.ts';

/** What becomes of offers and ledgers after the person has landed. */
export const landingRouter = router({ get: readOwn(landingQuestion), save: write(SaveLanding, savingLanding) });
