import { z } from 'zod';
import { parties } from '../negotiation/ledger/move.ts';
import { outcomeKinds } from '../negotiation/outcome/outcome.ts';
import { landingChoices } from './landing.ts';

const sayDays = 'Give whole days, from 1 to 365.';

/** landing.save: null keeps everything. */
export const SaveLanding = z.strictObject({
  choice: z.enum(landingChoices, 'Choose what becomes of it.').nullable(),
  days: z.int(sayDays).min(1, sayDays).max(365, sayDays),
});

const percent = z.string().regex(/^\d{1,9}\.\d$/);

/** What is sealed of a negotiation that was reduced. */
export const KeepsakeContent = z.strictObject({
  steps: z.array(z.strictObject({ on: z.string(), party: z.enum(parties), percent })),
  outcome: z.strictObject({ kind: z.enum(outcomeKinds), percent: percent.nullable() }).nullable(),
});
