import { z } from 'zod';
import { id, instant, line, list, once, prose, revision, widePercent } from '../../kernel/input.ts';
import { amount, cited, ofNegotiation } from '../input.ts';
import { keyOfOther, listNamed } from '../package.ts';
import { counterparts, firmnesses, moveChannels, moveKinds, parties } from './move.ts';

const other = z.strictObject({
  name: line(60, 'the name of the component'),
  amount,
  every: z.enum(['year', 'once'], 'Choose every year or once.'),
});

export const PackageFields = z.strictObject({
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

/** A component's name inside a package: one of the four, or another by its name. */
export const componentKey = line(70, 'the component').refine(
  (key) => /^(base|bonusPercent|signOn|equity)$|^other:./.test(key),
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

/** A move cites by the id of an offer alone; under which name others read it is not theirs to write. */
export const MoveFields = MoveContent.extend({ at: instant, cites: id.nullable().default(null) })
  .refine((move) => move.kind !== 'propose' || listNamed(move.package).length > 0, {
    path: ['package'],
    error: 'Give at least one figure, or choose “only words”.',
  })
  .refine((move) => !['talk', 'accept', 'decline'].includes(move.kind) || listNamed(move.package).length === 0, {
    path: ['package'],
    error: 'Figures belong to a proposal. Choose “proposal”, or leave them out.',
  })
  .refine((move) => move.cites === null || move.party === 'candidate', {
    path: ['cites'],
    error: 'Only your own move can cite another offer.',
  });

export const AddMove = z.strictObject({ ...ofNegotiation, move: MoveFields });
export const SaveMove = z.strictObject({ moveId: id, rev: revision, move: MoveFields });
export const RemoveMove = z.strictObject({ moveId: id });
