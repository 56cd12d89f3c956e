import { z } from 'zod';
import { currency, id, instant, line, list, minor, once, percent, prose, revision } from '../kernel/input.ts';
import { componentKey, FigureFields } from '../negotiation/ledger/input.ts';
import { keyOfOther, largestAmount } from '../negotiation/package.ts';
import { confidences } from './round.ts';

const amount = minor.max(largestAmount, 'This amount is too large.');
const inPlay = z.boolean('Say whether it is in play.');
const moneyLine = z.strictObject({ inPlay, now: amount.nullable() });

const otherLine = moneyLine.extend({
  name: line(60, 'the name of the component'),
  every: z.enum(['year', 'once'], 'Choose every year or once.'),
});

/** What the owner asks, as it comes over the wire and as it is kept. */
export const RoundFields = z.strictObject({
  question: prose(1000, 'your question'),
  currency,
  base: moneyLine,
  bonusPercent: z.strictObject({ inPlay, now: percent.nullable() }),
  signOn: moneyLine,
  equity: moneyLine,
  others: list(otherLine, 6, 'other components').refine(
    (others) => new Set(others.map((one) => keyOfOther(one.name))).size === others.length,
    'Give each component once.',
  ),
});

/** What somebody seals, as it comes over the wire and as it is kept. */
export const CounterFields = z.strictObject({
  package: FigureFields,
  reason: prose(2000, 'your reason'),
  abstains: once(list(componentKey, 10, 'components')).default([]),
  confidence: z.enum(confidences, 'Choose how sure you are.').nullable().default(null),
});

const sayQuorum = 'Give a whole number from 2 to 12.';
const sayMissing = 'Say how many counters are missing.';

/** round.list */
export const RoundsOf = z.strictObject({ opportunityId: id });

/** round.get, round.askAgain, round.remind, round.cancel, round.close, round.remove */
export const RoundRef = z.strictObject({ roundId: id });

/** round.create */
export const CreateRound = z.strictObject({ negotiationId: id });

/** round.save: a draft as a whole. */
export const SaveRound = z.strictObject({
  roundId: id,
  rev: revision,
  document: RoundFields,
  deadlineAt: instant.nullable(),
  quorum: z.int(sayQuorum).min(2, sayQuorum).max(12, sayQuorum),
  named: z.boolean('Choose with names or without.'),
});

/** round.open: the revision that the owner saw. */
export const OpenRound = z.strictObject({ roundId: id, rev: revision });

/** round.extend: another deadline for a round that is open, or none. */
export const ExtendRound = z.strictObject({ roundId: id, rev: revision, deadlineAt: instant.nullable() });

/** round.seal: a member's counter, the owner's target, or the replacement of either. */
export const SealCounter = z.strictObject({ roundId: id, counter: CounterFields });

/** round.reveal: `missing` is the number that the warning named. */
export const RevealRound = z.strictObject({
  roundId: id,
  missing: z.int(sayMissing).min(0, sayMissing).max(200, sayMissing),
});
