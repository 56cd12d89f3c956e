import { z } from 'zod';
import { id, prose, revision, someProse } from '../kernel/input.ts';

/** What is read in ten seconds. */
const heardLength = 240;
const tooLong = `Keep it to one sentence of at most ${heardLength} characters: it is shown for ten seconds.`;

/** What a member writes when they ask, as it is kept. */
const kept = {
  text: someProse(2_000, 'what you want help with'),
  length: z.enum(['short', 'long'], 'Choose short or long.'),
  feedback: z.enum(['reactions', 'ideas', 'choice', 'contacts', 'practice', 'heard'], 'Choose the kind of feedback you want.'),
};

/** The same as it comes over the wire. */
export const HelpFields = z.strictObject(kept).superRefine(({ text, feedback }, context) => {
  if (feedback === 'heard' && text.length > heardLength) context.addIssue({ code: 'custom', path: ['text'], message: tooLong });
});

/** Whether it changed anything, and what. */
export const HelpVerdict = z.strictObject({
  changed: z.boolean('Say whether it changed anything.'),
  what: prose(500, 'what it changed'),
});

/** What is sealed in a request's row. */
export const HelpContent = z.strictObject({ ...kept, verdict: HelpVerdict.nullable() });

const text = someProse(2_000, 'your answer');
/** What is sealed in an answer's row. */
export const AnswerContent = z.strictObject({ text });

/** help.list */
export const HelpOf = z.strictObject({ councilId: id });
/** help.create */
export const CreateHelp = z.strictObject({ councilId: id, help: HelpFields });
/** help.save */
export const SaveHelp = z.strictObject({ helpId: id, rev: revision, help: HelpFields });
/** help.settle */
export const SettleHelp = z.strictObject({ helpId: id, rev: revision, verdict: HelpVerdict });
/** help.remove, help.hear */
export const HelpRef = z.strictObject({ helpId: id });
/** help.answer */
export const AnswerHelp = z.strictObject({ helpId: id, text });
/** help.dropAnswer */
export const AnswerRef = z.strictObject({ helpId: id, answerId: id });
