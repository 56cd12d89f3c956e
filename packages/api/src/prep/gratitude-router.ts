import { SaveGratitude } from '@parley/domain/prep/input';
import { readOwn } from '../read.ts';
import { router } from '../trpc.ts';
import { write } from '../write.ts';
import { keepingGratitude } from './act.ts';
import { gratitudeQuestion } from './view.ts';

/** The gratitude house of the person who asks; there is no other to ask for. */
export const gratitudeRouter = router({
  get: readOwn(gratitudeQuestion),
  save: write(SaveGratitude, keepingGratitude),
});
