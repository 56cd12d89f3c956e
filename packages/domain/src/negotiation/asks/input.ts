import { z } from 'zod';
import { id, line, list, once, prose, revision } from '../../kernel/input.ts';
import { amount, ofNegotiation } from '../input.ts';
import { legs, tiers } from './ask.ts';

/** What a person writes about an ask. Where it came from is not theirs to write. */
export const AskFields = z.strictObject({
  leg: z.enum(legs, 'Choose what kind of ask it is.'),
  tier: z.enum(tiers, 'Choose must or nice.'),
  title: line(300, 'what you ask for'),
  amount: amount.nullable(),
  justification: prose(2000, 'the reason'),
  fallback: prose(1000, 'the fallback'),
  evidenceIds: once(list(id, 10, 'pieces of evidence')).default([]),
  proofIds: once(list(id, 10, 'proofs')).default([]),
  serves: z.strictObject({ missionId: id, keyResultId: id }).nullable().default(null),
});

export const AskContent = AskFields.extend({ fromNeed: z.strictObject({ missionId: id, needId: id }).nullable() });

export const CreateAsk = z.strictObject({ ...ofNegotiation, ask: AskFields });
export const SaveAsk = z.strictObject({ askId: id, rev: revision, ask: AskFields });
export const RemoveAsk = z.strictObject({ askId: id });
export const RankAsks = z.strictObject({ ...ofNegotiation, order: list(id, 40, 'asks') });
export const AskFromNeed = z.strictObject({ ...ofNegotiation, missionId: id, needId: id });
