import { randomUUID } from 'node:crypto';
import type { AppRouter } from '@parley/api/router';
import type { TRPCClient } from '@trpc/client';

/** What is typed, letter by letter, and taken back: words that are in much, in little and in nothing. */
export const typed = ['budget for the team', 'Müßiggänger', 'quarter', 'nobody here']
  .flatMap((words) => Array.from({ length: words.length }, (_, at) => words.slice(0, at + 1)))
  .filter((words) => words.trim() !== '');

const sentences = [
  '“We like what you did with the search team. The budget for a second engineer is fixed until spring.”',
  'They said that nobody here owns the roadmap for more than a quarter, and that this is how they like it.',
  'I felt rushed when she asked about the budget for the team; I’d rather have answered after a breath.',
  'Sie suchen keine Müßiggänger, sagte er, sondern jemanden für die nächsten fünf Jahre.',
  'Payments so dependable that nobody talks about them, and nobody leaves because of them.',
  '予算はまだ決まっていません。来週、部長と話します。',
  'The second result follows from the first one; who owns the numbers that it is measured by?',
  'Minutes from a merged change to production, in the middle of the day, every day of the week.',
];
/** About a thousand letters, other ones for each number. */
const prose = (seed: number) =>
  Array.from({ length: 10 }, (_, at) => sentences[(seed * 7 + at * (1 + (seed % 5))) % sentences.length]).join(' ');

type Api = TRPCClient<AppRouter>;

async function writeOpening(api: Api, seed: number): Promise<string> {
  const opening = { company: `Company ${seed}`, role: `Head of product ${seed}`, alias: '', stage: 'applied', on: '2026-01-05' };
  const { opportunityId } = await api.opportunity.create.mutate({ ...opening, stage: 'applied' });
  const blank = { alias: '', level: '', place: 'Vienna', source: '', targeted: false, people: [], next: null };
  const details = { ...blank, company: opening.company, role: opening.role, posting: prose(seed) };
  await api.opportunity.save.mutate({ opportunityId, rev: 1, details });
  return opportunityId;
}

async function writeMission(api: Api, opportunityId: string, seed: number): Promise<void> {
  const { missionId } = await api.mission.create.mutate({ opportunityId });
  const result = (at: number) => ({
    ...{ id: randomUUID(), metric: sentences[(seed + at) % sentences.length] ?? '', direction: 'fall' as const },
    ...{ start: '45', target: '12', current: '30', unit: 'min', due: '2027-08-23', firstNinetyDays: false },
  });
  const objectives = [0, 1, 2].map((at) => ({
    id: randomUUID(),
    title: `Ship without fear, ${seed}`,
    keyResults: [result(at), result(at + 1), result(at + 2)],
  }));
  const rest = { questions: [], needs: [], feedback: null, interviewsHeld: 0, conversation: null, corrections: '' };
  await api.mission.save.mutate({ missionId, rev: 1, document: { statement: sentences[4] ?? '', objectives, ...rest } });
}

async function writeDebrief(api: Api, opportunityId: string, seed: number): Promise<void> {
  const words = { said: prose(seed), felt: prose(seed + 1).slice(0, 300), inferred: '', questions: [], change: '' };
  const none = { kind: 'interview' as const, time: null, withWhom: 'the Chief', channel: null };
  const document = { ...none, ...words, confidenceBefore: null, confidenceAfter: null };
  await api.debrief.create.mutate({ opportunityId, kind: 'interview', document });
}

/** So many items of one person's own, each with about a thousand letters: openings, their missions, their debriefs. */
export async function makeWritten(api: Api, items: number): Promise<number> {
  let left = Math.floor(items / 5);
  const write = async () => {
    while (left > 0) {
      const seed = left--;
      const opportunityId = await writeOpening(api, seed);
      await writeMission(api, opportunityId, seed);
      for (const at of [0, 1, 2]) await writeDebrief(api, opportunityId, seed * 3 + at);
    }
  };
  const made = left * 5;
  await Promise.all([1, 2, 3, 4].map(write));
  return made;
}
