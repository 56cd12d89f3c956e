import { z } from 'zod';
import { id, list, once, prose, someProse } from '../kernel/input.ts';
import { amount, ofNegotiation } from '../negotiation/input.ts';
import { PackageFields } from '../negotiation/ledger/input.ts';
import { firmnesses, parties } from '../negotiation/ledger/move.ts';
import { listNamed } from '../negotiation/package.ts';
import { fixedParts, moods } from './brief.ts';

const step = z.int('Which step?').min(0, 'Which step?').max(100, 'Which step?');
const ofRehearsal = { rehearsalId: id };

/** What the employer knows and the candidate does not. */
export const BriefFields = z.strictObject({
  ceiling: amount.nullable(),
  fixed: once(list(z.enum(fixedParts, 'Choose what is fixed.'), fixedParts.length, 'fixed parts')),
  gives: prose(500, 'what you would give instead'),
  mood: z.enum(moods, 'Choose a mood.'),
});

/** The three questions afterwards. */
export const AnswerFields = z.strictObject({
  heard: someProse(1_000, 'what you heard'),
  believed: someProse(1_000, 'what made it believable'),
  change: someProse(200, 'one thing to change'),
});

/** What is sealed as a note: the brief or the answers. */
export const NoteContent = z.discriminatedUnion('kind', [
  BriefFields.extend({ kind: z.literal('brief') }),
  AnswerFields.extend({ kind: z.literal('answer') }),
]);

const said = z.strictObject({
  party: z.enum(parties, 'Choose who said it.'),
  words: prose(500, 'the words'),
  package: PackageFields,
  firmness: z.enum(firmnesses, 'Choose how firm it sounded.'),
});

/** A move of the rehearsal, as the ledger has them: words, figures, how firm. */
export const SaidFields = said.refine(({ words, package: figures }) => words.trim() !== '' || listNamed(figures).length > 0, {
  path: ['words'],
  error: 'Write the words, or give a figure.',
});

/** What is sealed as a line: something said, a silence with its length in seconds, a card that was drawn. */
export const LineContent = z.discriminatedUnion('kind', [
  said.extend({ kind: z.literal('said') }),
  z.strictObject({ kind: z.literal('silence'), seconds: z.int() }),
  z.strictObject({ kind: z.literal('card'), cardId: z.string() }),
]);

/** rehearsal.list */
export const RehearsalsOf = z.strictObject(ofNegotiation);
/** rehearsal.ask: `peerId` plays the employer; nobody, for whoever rehearses with cards. */
export const AskToRehearse = z.strictObject({ ...ofNegotiation, peerId: id.nullable() });
/** rehearsal.get, rehearsal.decline, rehearsal.begin, rehearsal.finish, rehearsal.open, rehearsal.remove */
export const RehearsalRef = z.strictObject(ofRehearsal);
/** rehearsal.brief: written again, the last one counts. */
export const WriteBrief = z.strictObject({ ...ofRehearsal, brief: BriefFields });
/** rehearsal.move: from the step that is shown to another. Who comes second is told. */
export const MoveRehearsal = z.strictObject({ ...ofRehearsal, step, to: step });
/** rehearsal.hush: silence begins, or somebody speaks. */
export const HushRehearsal = z.strictObject({ ...ofRehearsal, silent: z.boolean() });
/** rehearsal.say */
export const SayInRehearsal = z.strictObject({ ...ofRehearsal, said: SaidFields });
/** rehearsal.draw: the card after the `drawn` ones that are shown. */
export const DrawCard = z.strictObject({ ...ofRehearsal, drawn: step });
/** rehearsal.answer */
export const AnswerRehearsal = z.strictObject({ ...ofRehearsal, answer: AnswerFields });
