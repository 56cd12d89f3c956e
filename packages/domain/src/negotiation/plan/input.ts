import { z } from 'zod';
import { civilDate, currency, id, line, list, once, optionalLine, prose, revision } from '../../kernel/input.ts';
import { amount, ofNegotiation } from '../input.ts';
import { answers, channels, undecided } from '../negotiation.ts';
import { OnlyScript, Scripts } from '../script/input.ts';
import { carryScript } from '../script/script.ts';
import { webAddress } from './evidence.ts';
import { situations } from './playbook.ts';
import { isTickKey } from './tick.ts';
import { leaveAnswers } from './walk-away.ts';

const figures = z.strictObject({ base: amount.nullable(), total: amount.nullable() });

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
      strengths: prose(1000, 'the strengths').default(''),
      gaps: prose(1000, 'the gaps').default(''),
      answer: z.enum(answers, 'Choose an answer.').nullable(),
      why: prose(1000, 'your reason'),
    })
    .default(undecided),
  scripts: Scripts,
});

/** A plan as it was kept, also while it had one script. */
export const KeptPlan = z.union([Plan, Plan.omit({ scripts: true }).extend({ script: OnlyScript }).transform(carryScript)]);

export const WalkAwayFields = z.strictObject({
  base: amount.nullable(),
  total: amount.nullable(),
  leave: z.enum(leaveAnswers, 'Choose an answer.').nullable(),
  words: prose(1000, 'your words'),
});

export const ObjectionFields = z.strictObject({
  says: line(300, 'what they may say'),
  reply: prose(2000, 'the reply'),
});

const sayLink = 'Give the address of a page, such as levels.fyi/offer.';

/** `levels.fyi/x` as browsers take it: with https:// before it. */
const withScheme = (text: string) => (/^[\p{L}\d-]+(\.[\p{L}\d-]+)+(:\d+)?([/?#]|$)/u.test(text) ? `https://${text}` : text);

/** Only http and https: a link is for opening a page, nothing else. */
const link = optionalLine(500, 'the link')
  .transform(withScheme)
  .refine((text) => text === '' || webAddress(text) !== null, sayLink);

export const EvidenceFields = z.strictObject({
  source: line(200, 'where it comes from'),
  on: civilDate.nullable(),
  figure: z.strictObject({ amount: amount, currency }).nullable(),
  link,
  words: prose(1000, 'what it says'),
});

export const CreateEvidence = z.strictObject({ ...ofNegotiation, evidence: EvidenceFields });
export const SaveEvidence = z.strictObject({ evidenceId: id, rev: revision, evidence: EvidenceFields });
export const RemoveEvidence = z.strictObject({ evidenceId: id });

export const SaveNegotiation = z.strictObject({ ...ofNegotiation, rev: revision, plan: Plan });
export const WalkAwayOf = z.strictObject(ofNegotiation);
export const SetWalkAway = z.strictObject({ ...ofNegotiation, rev: revision, walkAway: WalkAwayFields });
export const CreateObjection = z.strictObject({ ...ofNegotiation, objection: ObjectionFields });
export const SaveObjection = z.strictObject({ objectionId: id, rev: revision, objection: ObjectionFields });
export const RemoveObjection = z.strictObject({ objectionId: id });
