import { z } from 'zod';
import { civilDate, id, instant, line, list, once, prose, revision, widePercent } from '../../kernel/input.ts';
import { clauseParts, findClausePart, longestClause } from '../clause.ts';
import { amount, cited, ofNegotiation } from '../input.ts';
import { keyOfOther, listSaid } from '../package.ts';
import { counterparts, firmnesses, leanings, moveChannels, moveKinds, parties } from './move.ts';

const other = z.strictObject({
  name: line(60, 'the name of the component'),
  amount,
  every: z.enum(['year', 'once'], 'Choose every year or once.'),
});

/** The figures of a package. */
export const FigureFields = z.strictObject({
  base: amount.nullable(),
  bonusPercent: widePercent.nullable(),
  signOn: amount.nullable(),
  equity: amount.nullable(),
  others: list(other, 8, 'other components').refine(
    (others) => new Set(others.map((one) => keyOfOther(one.name))).size === others.length,
    'Give each component once.',
  ),
  equityByYear: list(amount, 10, 'years of vesting').optional(),
});

const clause = z.discriminatedUnion(
  'about',
  [
    z.strictObject({
      about: z.enum(clauseParts).exclude(['reviewDate', 'startDate']),
      text: line(longestClause, 'what was said'),
    }),
    z.strictObject({ about: z.enum(['reviewDate', 'startDate']), text: civilDate }),
  ],
  { error: 'Choose what it is about.' },
);

/** A package with what it says without money. */
export const PackageFields = FigureFields.extend({
  clauses: list(clause, clauseParts.length, 'words of the offer')
    .refine((clauses) => new Set(clauses.map(({ about }) => about)).size === clauses.length, 'Give each part once.')
    .optional(),
});

/** A component's name inside a package: one of the four, another by its name, or the part of a clause. */
export const componentKey = line(70, 'the component').refine(
  (key) => /^(base|bonusPercent|signOn|equity)$|^other:./.test(key) || findClausePart(key) !== null,
  'Choose a component.',
);

const heard = z.strictObject({
  component: componentKey,
  firmness: z.enum(firmnesses, 'Choose how firm it sounded.'),
});

/** The content of a move as it is sealed. */
export const MoveContent = z.strictObject({
  party: z.enum(parties, 'Choose who moved.'),
  kind: z.enum(moveKinds, 'Choose what kind of move it was.'),
  channel: z.enum(moveChannels, 'Choose how it was said.'),
  counterpart: z.enum(counterparts, 'Choose with whom it was.').nullable().default(null),
  package: PackageFields,
  second: PackageFields.nullable().optional(),
  leaned: z.enum(leanings, 'Choose the first or the second.').nullable().optional(),
  words: prose(2000, 'the exact words'),
  firmness: z.enum(firmnesses, 'Choose how firm it sounded.'),
  heard: list(heard, 12, 'components').refine(
    (entries) => new Set(entries.map((one) => one.component)).size === entries.length,
    'Give each component once.',
  ),
  about: once(list(componentKey, 12, 'components'))
    .nullable()
    .default(null),
  cites: cited.nullable().default(null),
});

/** The content of a move with what it said before it was corrected, as it is sealed. */
export const KeptContent = MoveContent.extend({
  earlier: z
    .array(z.strictObject({ until: instant, was: MoveContent.omit({ cites: true, leaned: true }).extend({ at: instant }) }))
    .default([]),
});

/** A move cites by the id of an offer alone; under which name others read it is not theirs to write. */
export const MoveFields = MoveContent.extend({ at: instant, cites: id.nullable().default(null) })
  .refine((move) => move.kind !== 'propose' || listSaid(move.package).length > 0, {
    path: ['package'],
    error: 'Give at least one figure, or choose “only words”.',
  })
  .refine((move) => !['talk', 'accept', 'decline'].includes(move.kind) || listSaid(move.package).length === 0, {
    path: ['package'],
    error: 'Figures belong to a proposal. Choose “proposal”, or leave them out.',
  })
  .refine((move) => !move.second || ['propose', 'best-and-final'].includes(move.kind), {
    path: ['second'],
    error: 'Two packages belong to a proposal. Choose “proposal”, or take the second one out.',
  })
  .refine((move) => !move.second || (listSaid(move.package).length > 0 && listSaid(move.second).length > 0), {
    path: ['second'],
    error: 'Say something in both packages, or take the second one out.',
  })
  .refine((move) => !move.leaned || Boolean(move.second), {
    path: ['leaned'],
    error: 'There is one package here: nobody can lean to one of two.',
  })
  .refine((move) => move.cites === null || move.party === 'candidate', {
    path: ['cites'],
    error: 'Only your own move can cite another offer.',
  });

export const AddMove = z.strictObject({ ...ofNegotiation, move: MoveFields });
export const SaveMove = z.strictObject({ moveId: id, rev: revision, move: MoveFields });
export const RemoveMove = z.strictObject({ moveId: id });
