import { z } from 'zod';
import { currency, id, instant, line, list, minor, optionalLine, percent, prose, revision } from '../kernel/input.ts';
import { legs, tiers } from './asks/ask.ts';
import { firmnesses, moveChannels, moveKinds, parties } from './ledger/move.ts';
import { answers, channels, undecided } from './negotiation.ts';
import { largestAmount, named, otherKey } from './package.ts';
import { isTickKey, situations } from './plan/playbook.ts';
import { leaveAnswers } from './plan/walk-away.ts';

const amount = minor.max(largestAmount, 'This amount is too large.');

const figures = z.strictObject({ base: amount.nullable(), total: amount.nullable() });

const slot = z.strictObject({ name: line(40, 'the name of the slot'), value: optionalLine(300, 'the words for the slot') });

const cited = z.strictObject({ offerId: id, as: optionalLine(120, 'the alias') });

/** A list in which nothing occurs twice. */
function once<T extends z.ZodType<readonly string[]>>(entries: T) {
  return entries.refine((given) => new Set(given).size === given.length, 'Give each once.');
}

export const Plan = z.strictObject({
  currency,
  target: figures,
  ideal: figures,
  horizonYears: z.int('Give whole years.').min(1, 'Count at least 1 year.').max(10, 'Count at most 10 years.'),
  channel: z.enum(channels, 'Choose a channel.'),
  situations: once(list(z.enum(situations, 'Choose a situation.'), situations.length, 'situations')).default([]),
  ticks: once(
    list(z.string('This line is in no checklist.').refine(isTickKey, 'This line is in no checklist.'), 300, 'ticks'),
  ).default([]),
  checklists: once(list(id, 20, 'checklists')).default([]),
  deciding: z
    .strictObject({
      said: figures,
      answer: z.enum(answers, 'Choose an answer.').nullable(),
      why: prose(1000, 'your reason'),
    })
    .default(undecided),
  script: z.strictObject({
    text: prose(6000, 'the script'),
    slots: list(slot, 30, 'slots'),
    cites: cited.nullable().default(null),
  }),
});

export const WalkAwayFields = z.strictObject({
  base: amount.nullable(),
  total: amount.nullable(),
  leave: z.enum(leaveAnswers, 'Choose an answer.').nullable(),
  words: prose(1000, 'your words'),
});

/** What a person writes about an ask. Where it came from is not theirs to write. */
export const AskFields = z.strictObject({
  leg: z.enum(legs, 'Choose a leg.'),
  tier: z.enum(tiers, 'Choose must or nice.'),
  title: line(300, 'what you ask for'),
  amount: amount.nullable(),
  justification: prose(2000, 'the reason'),
  fallback: prose(1000, 'the fallback'),
  evidenceIds: once(list(id, 10, 'pieces of evidence')).default([]),
});

export const AskContent = AskFields.extend({ fromNeed: z.strictObject({ missionId: id, needId: id }).nullable() });

export const ObjectionFields = z.strictObject({
  says: line(300, 'what they may say'),
  reply: prose(2000, 'the reply'),
});

const other = z.strictObject({
  name: line(60, 'the name of the component'),
  amount,
  every: z.enum(['year', 'once'], 'Choose every year or once.'),
});

export const PackageFields = z.strictObject({
  base: amount.nullable(),
  bonusPercent: percent.nullable(),
  signOn: amount.nullable(),
  equity: amount.nullable(),
  others: list(other, 8, 'other components').refine(
    (others) => new Set(others.map((one) => otherKey(one.name))).size === others.length,
    'Give each component once.',
  ),
});

const heard = z.strictObject({
  component: line(70, 'the component').refine(
    (key) => /^(base|bonusPercent|signOn|equity)$|^other:./.test(key),
    'Choose a component.',
  ),
  firmness: z.enum(firmnesses, 'Choose how firm it sounded.'),
});

/** The content of a move as it is sealed. */
export const MoveContent = z.strictObject({
  party: z.enum(parties, 'Choose who moved.'),
  kind: z.enum(moveKinds, 'Choose what kind of move it was.'),
  channel: z.enum(moveChannels, 'Choose how it was said.'),
  package: PackageFields,
  words: prose(2000, 'the exact words'),
  firmness: z.enum(firmnesses, 'Choose how firm it sounded.'),
  heard: list(heard, 12, 'components').refine(
    (entries) => new Set(entries.map((one) => one.component)).size === entries.length,
    'Give each component once.',
  ),
  cites: cited.nullable().default(null),
});

/** A move cites by the id of an offer alone; under which name others read it is not theirs to write. */
export const MoveFields = MoveContent.extend({ at: instant, cites: id.nullable().default(null) })
  .refine((move) => move.kind !== 'propose' || named(move.package).length > 0, {
    path: ['package'],
    error: 'Give at least one figure, or choose “only words”.',
  })
  .refine((move) => !['talk', 'accept', 'decline'].includes(move.kind) || named(move.package).length === 0, {
    path: ['package'],
    error: 'Figures belong to a proposal. Choose “proposal”, or leave them out.',
  })
  .refine((move) => move.cites === null || move.party === 'candidate', {
    path: ['cites'],
    error: 'Only your own move cites another offer.',
  });

const ofNegotiation = { negotiationId: id };

export const CreateNegotiation = z.strictObject({ offerId: id, currency });
export const GetNegotiation = z.strictObject(ofNegotiation);
export const SaveNegotiation = z.strictObject({ ...ofNegotiation, rev: revision, plan: Plan });
export const RemoveNegotiation = z.strictObject(ofNegotiation);

export const GetWalkAway = z.strictObject(ofNegotiation);
export const SetWalkAway = z.strictObject({ ...ofNegotiation, rev: revision, walkAway: WalkAwayFields });

export const CreateAsk = z.strictObject({ ...ofNegotiation, ask: AskFields });
export const SaveAsk = z.strictObject({ askId: id, rev: revision, ask: AskFields });
export const RemoveAsk = z.strictObject({ askId: id });
export const RankAsks = z.strictObject({ ...ofNegotiation, order: list(id, 40, 'asks') });
export const AskFromNeed = z.strictObject({ ...ofNegotiation, missionId: id, needId: id });

export const CreateObjection = z.strictObject({ ...ofNegotiation, objection: ObjectionFields });
export const SaveObjection = z.strictObject({ objectionId: id, rev: revision, objection: ObjectionFields });
export const RemoveObjection = z.strictObject({ objectionId: id });

export const AddMove = z.strictObject({ ...ofNegotiation, move: MoveFields });
export const SaveMove = z.strictObject({ moveId: id, rev: revision, move: MoveFields });
export const RemoveMove = z.strictObject({ moveId: id });
