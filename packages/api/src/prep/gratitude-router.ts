import { SaveGratitude } from '@parley/domain/prep/input';
import { router, signedIn } from '../trpc.ts';
import { findGratitude, saveGratitude } from './gratitude-store.ts';

/** The gratitude house of the person who asks; there is no other to ask for. */
export const gratitudeRouter = router({
  get: signedIn.query(({ ctx }) => findGratitude(ctx)),

  save: signedIn.input(SaveGratitude).mutation(({ ctx, input }) => saveGratitude(ctx, input.rev, input.helpers)),
});
