import { z } from 'zod';
import { civilDate, currency, decimal, id, line, list, minor, optionalLine, prose, revision } from '../kernel/input.ts';
import { listLineIds } from './edit.ts';
import {
  conversationChannels,
  directions,
  listKeyResults,
  type MissionDocument,
  missionStates,
  mostKeyResults,
  mostNeeds,
  mostObjectives,
  mostQuestions,
  needLegs,
} from './mission.ts';
import { numbersAreWrong } from './progress.ts';

const number = decimal.nullable();

/** What a line rests on; missions from before it was there rest on nothing. */
const lineProof = z
  .strictObject({ proofId: id.nullable(), words: line(500, 'the proof') })
  .nullable()
  .default(null);

/** One measurable result. */
export const keyResult = z
  .strictObject({
    id,
    metric: line(160, 'the metric'),
    direction: z.enum(directions, 'Say whether it should rise or fall.'),
    start: number,
    target: number,
    current: number,
    unit: optionalLine(24, 'the unit'),
    due: civilDate.nullable(),
    firstNinetyDays: z.boolean(),
    proof: lineProof,
  })
  .superRefine((result, check) => {
    // Zod refines even when a field's own text was refused.
    if (!number.safeParse(result.start).success || !number.safeParse(result.target).success) return;
    const wrong = numbersAreWrong(result);
    if (wrong) check.addIssue({ code: 'custom', path: [wrong.path], message: wrong.sentence });
  });

export const objective = z.strictObject({
  id,
  title: line(200, 'the objective'),
  keyResults: list(keyResult, mostKeyResults, 'key results in an objective'),
});

/** Something to ask in an interview. */
export const question = z.strictObject({
  id,
  text: line(300, 'the question'),
  lineId: id.nullable(),
  asked: z.boolean(),
  answered: z.boolean(),
  answer: prose(1000, 'the answer'),
});

/** What it takes. */
export const need = z.strictObject({
  id,
  leg: z.enum(needLegs, 'Choose budget, resources or support.'),
  text: line(300, 'what it takes'),
  amount: z.strictObject({ minor, currency }).nullable(),
  keyResultId: id.nullable(),
  proof: lineProof,
});

/** The kind of feedback that is asked for. */
export const feedback = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('likeWishWonder') }),
  z.strictObject({ kind: z.literal('question'), question: line(300, 'your question') }),
]);

const conversation = z.strictObject({
  on: civilDate,
  channel: z.enum(conversationChannels, 'Choose call, video or in person.'),
});

/** A mission as it comes over the wire and as it is kept. Ids are unique, links lead to a line of the same mission. */
export const missionDocument = z
  .strictObject({
    statement: prose(600, 'the mission'),
    objectives: list(objective, mostObjectives, 'objectives'),
    questions: list(question, mostQuestions, 'questions'),
    needs: list(need, mostNeeds, 'needs'),
    feedback: feedback.nullable(),
    interviewsHeld: z.int('Give a whole number.').min(0, 'Give zero or more.').max(50, 'Give at most 50.'),
    conversation: conversation.nullable(),
    corrections: prose(4000, 'the corrections'),
  })
  .superRefine((document, check) => {
    const say = (path: (string | number)[], message: string) => check.addIssue({ code: 'custom', path, message });
    for (const path of twice(document)) say(path, 'Two lines have the same id.');
    const lines = listLineIds(document);
    const results = new Set(listKeyResults(document).map((result) => result.id));
    document.questions.forEach(({ lineId }, at) => {
      if (lineId !== null && !lines.has(lineId)) say(['questions', at, 'lineId'], 'This line is not in the mission.');
    });
    document.needs.forEach(({ keyResultId }, at) => {
      if (keyResultId !== null && !results.has(keyResultId))
        say(['needs', at, 'keyResultId'], 'This key result is not in the mission.');
    });
  });

/** The paths of ids that occurred before in the same document. */
function twice(document: MissionDocument): (string | number)[][] {
  const seen = new Set<string>();
  const all = [
    ...document.objectives.flatMap((one, at) => [
      { id: one.id, path: ['objectives', at, 'id'] },
      ...one.keyResults.map((result, place) => ({ id: result.id, path: ['objectives', at, 'keyResults', place, 'id'] })),
    ]),
    ...document.questions.map((one, at) => ({ id: one.id, path: ['questions', at, 'id'] })),
    ...document.needs.map((one, at) => ({ id: one.id, path: ['needs', at, 'id'] })),
  ];
  return all.filter((one) => seen.has(one.id) || !seen.add(one.id)).map(({ path }) => path);
}

export const CreateMission = z.strictObject({ opportunityId: id });
export const MissionRef = z.strictObject({ missionId: id });
export const SaveMission = z.strictObject({ missionId: id, rev: revision, document: missionDocument });
export const SetMissionState = z.strictObject({
  missionId: id,
  rev: revision,
  state: z.enum(missionStates, 'This is not a state of a mission.'),
});
export const RemoveMission = z.strictObject({ missionId: id, rev: revision });
