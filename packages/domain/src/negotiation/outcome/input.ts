import { z } from 'zod';
import { civilDate, currency, id, line, list, optionalLine, prose, revision, someProse } from '../../kernel/input.ts';
import { legs } from '../asks/ask.ts';
import { ofNegotiation } from '../input.ts';
import { PackageFields } from '../ledger/input.ts';
import { TermValue } from '../terms/input.ts';
import { closingTasks, outcomeKinds } from './outcome.ts';

const kind = z.enum(outcomeKinds, 'Choose how it ended.');
const by = line(120, 'who refused it');

const missing = z.discriminatedUnion('why', [
  z.strictObject({ why: z.literal('verbal'), label: optionalLine(300, 'the term'), said: TermValue }),
  z.strictObject({ why: z.literal('mismatch'), label: optionalLine(300, 'the term'), said: TermValue, written: TermValue }),
]);

const closingStep = z.string('This step is not in the list.').refine((step) => closingTasks.some((known) => known.id === step));

/** The content of an outcome as it is sealed. */
export const OutcomeContent = z.strictObject({
  currency,
  package: PackageFields,
  words: prose(2000, 'your words'),
  anyway: z.strictObject({ reason: prose(1000, 'the reason'), missing: z.array(missing) }).nullable(),
  outside: z.array(
    z.strictObject({
      askId: id,
      title: optionalLine(300, 'the ask'),
      leg: z.enum(legs),
      refused: z.strictObject({ by, on: civilDate }).nullable(),
    }),
  ),
  closing: z.array(z.string()),
});

/** What a person writes about the end. `reason`: why they accept although something is missing; null is "nothing said". */
export const OutcomeFields = z.strictObject({
  kind,
  on: civilDate,
  package: PackageFields,
  words: prose(2000, 'your words'),
  refused: list(z.strictObject({ askId: id, by, on: civilDate }), 40, 'refused asks'),
  reason: someProse(1000, 'why you accept anyway').nullable(),
});

export const OutcomeOf = z.strictObject(ofNegotiation);
export const RecordOutcome = z.strictObject({ ...ofNegotiation, outcome: OutcomeFields });
export const SaveOutcome = z.strictObject({ ...ofNegotiation, rev: revision, outcome: OutcomeFields });
export const UndoOutcome = z.strictObject({ ...ofNegotiation, rev: revision });
export const TickOutcome = z.strictObject({
  ...ofNegotiation,
  rev: revision,
  step: closingStep,
  done: z.boolean('Say done or not.'),
});
