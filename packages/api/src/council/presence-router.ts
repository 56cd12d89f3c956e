import { MissMeeting, SavePresence } from '@parley/domain/council/presence-input';
import { router } from '../trpc.ts';
import { write } from '../write.ts';
import { missingMeeting, savingPresence } from './presence-act.ts';

/** What a member says about themselves in one council; everybody there reads it on the council's page. */
export const presenceRouter = router({
  save: write(SavePresence, savingPresence),
  miss: write(MissMeeting, missingMeeting),
});
