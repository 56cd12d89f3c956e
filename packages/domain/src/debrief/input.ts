import { z } from 'zod';
import { civilDate, id, instant, list, optionalLine, prose, revision, zone } from '../kernel/input.ts';
import { debriefChannels, debriefKinds, outcomes } from './debrief.ts';

const sayConfidence = 'Give your confidence as a whole number from 0 to 10.';
const confidence = z.int(sayConfidence).min(0, sayConfidence).max(10, sayConfidence).nullable();

const sayLikelihood = 'Give the likelihood as a whole percentage from 0 to 100.';
const likelihood = z.int(sayLikelihood).min(0, sayLikelihood).max(100, sayLikelihood);

const sayTime = 'Give a day, or a day with a time and a zone.';
const time = z.discriminatedUnion(
  'type',
  [z.strictObject({ type: z.literal('day'), day: civilDate }), z.strictObject({ type: z.literal('moment'), at: instant, zone })],
  sayTime,
);

const kind = z.enum(debriefKinds, 'Choose an interview or a negotiation call.');

/** What the owner writes, as it comes over the wire and as it is kept. */
export const debriefDocument = z.strictObject({
  kind,
  time: time.nullable(),
  withWhom: optionalLine(120, 'with whom it was'),
  channel: z.enum(debriefChannels, 'Choose how you spoke.').nullable(),
  said: prose(4000, 'what they said'),
  felt: prose(4000, 'what you felt'),
  inferred: prose(4000, 'what you infer'),
  questions: list(z.strictObject({ id, text: optionalLine(240, 'a question') }), 20, 'questions'),
  confidenceBefore: confidence,
  confidenceAfter: confidence,
  change: prose(400, 'the one thing you change'),
});

/** One sealed guess, as it comes over the wire and as it is kept. */
export const read = z.strictObject({ likelihood, reason: prose(1000, 'your reason') });

/** debrief.get, debrief.remove */
export const DebriefRef = z.strictObject({ debriefId: id });

/** debrief.list */
export const DebriefsOf = z.strictObject({ opportunityId: id });

/**
 * debrief.create: empty, or with what was written before there was a line. `debriefId` is made where it is written, so that
 * the same debrief sent twice is one.
 */
export const CreateDebrief = z.strictObject({
  opportunityId: id,
  kind,
  debriefId: id.optional(),
  document: debriefDocument.optional(),
});

/** debrief.save */
export const SaveDebrief = z.strictObject({ debriefId: id, rev: revision, document: debriefDocument });

/** debrief.askReads: the owner's own read comes first. debrief.sealRead: a member's, or a replacement. */
export const SealRead = z.strictObject({ debriefId: id, read });

/** debrief.reveal: `missing` is the number that the warning named. */
export const RevealReads = z.strictObject({
  debriefId: id,
  missing: z
    .int('Say how many reads are missing.')
    .min(0, 'Say how many reads are missing.')
    .max(200, 'Say how many reads are missing.'),
});

const outcome = z.enum(outcomes, 'Choose how it turned out.');

/** debrief.setOutcome: null takes an outcome back. */
export const SetOutcome = z.strictObject({
  debriefId: id,
  rev: revision,
  result: z.strictObject({ outcome, on: civilDate }).nullable(),
});
