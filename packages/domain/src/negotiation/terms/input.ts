import { z } from 'zod';
import {
  civilDate,
  currency,
  id,
  line,
  list,
  optionalLine,
  percent,
  prose,
  revision,
  someProse,
  wholeShares,
} from '../../kernel/input.ts';
import { findClausePart } from '../clause.ts';
import { amount, ofNegotiation } from '../input.ts';
import { kindsOf, termComponents } from './term.ts';

/** The typed value of a term. */
export const TermValue = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('money'), minor: amount, currency }),
    z.strictObject({ kind: z.literal('percent'), percent }),
    z.strictObject({ kind: z.literal('shares'), shares: wholeShares }),
    z.strictObject({ kind: z.literal('date'), on: civilDate }),
    z.strictObject({ kind: z.literal('text'), text: line(300, 'what was said') }),
  ],
  { error: 'Choose how it is said: money, percent, shares, a date or words.' },
);

/** What a person writes about a term: what it is, and the value wanted or said. */
export const TermFields = z
  .strictObject({
    component: z.enum(termComponents, 'Choose what it is about.'),
    name: optionalLine(300, 'the name'),
    value: TermValue,
  })
  .refine(({ component, name }) => component !== 'other' || name !== '', { path: ['name'], error: 'Write what it is about.' })
  .refine(({ component, value }) => kindsOf[component].includes(value.kind), {
    path: ['value', 'kind'],
    error: 'This part is not said in this way. Choose another.',
  })
  // a part of a package has its own word; a name would only hide it
  .transform((fields) => (fields.component === 'other' ? fields : { ...fields, name: '' }));

export const Spoken = z.strictObject({
  who: line(120, 'who agreed to it'),
  on: civilDate,
  words: prose(1000, 'their words'),
});

export const Written = z.strictObject({
  value: TermValue,
  document: line(120, 'which document it stands in'),
  page: optionalLine(20, 'the page'),
  on: civilDate,
});

/** The content of a term as it is sealed. */
export const TermContent = z.strictObject({
  component: z.enum(termComponents),
  name: optionalLine(300, 'the name'),
  value: TermValue,
  spoken: Spoken.nullable(),
  written: Written.nullable(),
  reason: prose(1000, 'the reason'),
});

const reason = someProse(1000, 'why you let it pass');

export const TermStep = z.discriminatedUnion(
  'to',
  [
    z.strictObject({ to: z.literal('proposed') }),
    z.strictObject({ to: z.literal('agreed'), value: TermValue, spoken: Spoken }),
    z.strictObject({ to: z.literal('confirmed'), written: Written }),
    z.strictObject({ to: z.literal('dropped') }),
    z.strictObject({ to: z.literal('waived'), reason }),
  ],
  { error: 'Choose the next step.' },
);

const sourceKey = z
  .string('Choose what to add.')
  .refine(
    (key) => findClausePart(key) !== null || /^(base|bonusPercent|signOn|equity|other:.{1,60}|ask:[0-9a-f-]{36})$/u.test(key),
    'Choose what to add.',
  );

export const TermsOf = z.strictObject(ofNegotiation);
export const CreateTerm = z.strictObject({ ...ofNegotiation, term: TermFields });
export const DraftTerms = z.strictObject({ ...ofNegotiation, keys: list(sourceKey, 60, 'terms') });
export const SaveTerm = z.strictObject({ termId: id, rev: revision, term: TermFields });
export const MarkTerm = z.strictObject({ termId: id, rev: revision, step: TermStep });
export const RemoveTerm = z.strictObject({ termId: id });
