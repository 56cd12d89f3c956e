import { SaveHunt } from '@parley/domain/hunt/input';
import { readOwn } from '../read.ts';
import { router } from '../trpc.ts';
import { write } from '../write.ts';
import { keepingHunt } from './act.ts';
import { huntQuestion } from './view.ts';

/** A person's own search: its figures, its week, its experiments. */
export const huntRouter = router({
  get: readOwn(huntQuestion),
  save: write(SaveHunt, keepingHunt),
});
