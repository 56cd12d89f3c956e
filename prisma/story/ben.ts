import { blankDebrief, type DebriefOutcome } from '@parley/domain/debrief/debrief';
import type { Stage } from '@parley/domain/opportunity/opportunity';
import type { Cast } from './cast.ts';
import { askReads, resolve } from './debrief.ts';
import { dealWith, makeOpening } from './opening.ts';
import type { StoryClock } from './stage.ts';

type Call = {
  ago: number;
  employer: keyof typeof employers;
  withWhom: string;
  said: string;
  felt: string;
  inferred: string;
  change: string;
  /** Own read, then Ana's, Chiara's and Dev's, in percent. */
  reads: [number, number, number, number];
  why: string;
  outcome: DebriefOutcome;
};

const employers = {
  parcels: { company: 'Northgate Parcels', alias: 'a parcel network', role: 'Data engineering lead' },
  harbour: { company: 'Saltmarsh Harbour', alias: 'a harbour operator', role: 'Head of data platform' },
} as const;

/** Six interviews. Ben thinks that each went badly; the council is nearer to what happened. */
const calls: Call[] = [
  {
    ago: 40,
    employer: 'parcels',
    withWhom: 'the recruiter',
    said: '“We would like the team to meet you. Can you do Thursday?”',
    felt: 'I talked too long about the old warehouse system.',
    inferred: 'They were being polite.',
    change: 'One example, two minutes, then a question back.',
    reads: [35, 80, 75, 85],
    why: 'They named a day. Polite people do not name a day.',
    outcome: 'advanced',
  },
  {
    ago: 36,
    employer: 'parcels',
    withWhom: 'the team',
    said: '“You have run more pipelines than all of us.” Then a long silence about the budget.',
    felt: 'Liked, and somehow still examined.',
    inferred: 'The role may not be funded.',
    change: 'Ask in the first ten minutes who decides and by when.',
    reads: [30, 60, 70, 65],
    why: 'The silence was about money, not about you.',
    outcome: 'advanced',
  },
  {
    ago: 31,
    employer: 'parcels',
    withWhom: 'the director',
    said: '“We are looking at the shape of the role again.”',
    felt: 'It slipped away in the last quarter of an hour.',
    inferred: 'They will hire internally.',
    change: 'Bring the mission earlier, so that there is a shape to look at.',
    reads: [20, 40, 35, 45],
    why: 'A role without a shape is rarely filled from outside.',
    outcome: 'rejected',
  },
  {
    ago: 27,
    employer: 'harbour',
    withWhom: 'the recruiter',
    said: '“The head of operations asked for you by name.”',
    felt: 'Flattered. I forgot to ask why.',
    inferred: 'Somebody there read the cranes post.',
    change: 'When praised, ask what exactly.',
    reads: [45, 90, 85, 80],
    why: 'By name is by name.',
    outcome: 'advanced',
  },
  {
    ago: 22,
    employer: 'harbour',
    withWhom: 'the head of operations',
    said: '“If you could only fix one thing in the first quarter, which?” They wrote the answer down.',
    felt: 'I stumbled over the numbers.',
    inferred: 'I lost them at the second metric.',
    change: 'Have the three metrics on a card.',
    reads: [30, 75, 80, 70],
    why: 'They wrote it down.',
    outcome: 'advanced',
  },
  {
    ago: 17,
    employer: 'harbour',
    withWhom: 'the board',
    said: '“When could you start?” Twice.',
    felt: 'Too calm to be true.',
    inferred: 'Another candidate is ahead.',
    change: 'Nothing. Sleep.',
    reads: [40, 90, 80, 85],
    why: 'Nobody asks that twice out of courtesy.',
    outcome: 'offer',
  },
];

async function debrief(cast: Cast, clock: StoryClock, call: Call, opportunityId: string): Promise<void> {
  const { ana, ben, chiara, dev, councilId } = cast;
  const { ago, withWhom, said, felt, inferred, change, reads, why, outcome } = call;
  const [self, byAna, byChiara, byDev] = reads;
  clock.go(ago);
  const document = {
    ...blankDebrief('interview'),
    ...{ withWhom, said, felt, inferred, change, channel: 'video' as const, confidenceBefore: 6, confidenceAfter: 3 },
    time: { type: 'day' as const, day: clock.day(ago) },
  };
  const own = { likelihood: self, reason: inferred };
  const debriefId = await askReads({ owner: ben, councilId, opportunityId, document, own });
  await dev.api.debrief.sealRead.mutate({ debriefId, read: { likelihood: byDev, reason: '' } });
  await ana.api.debrief.sealRead.mutate({ debriefId, read: { likelihood: byAna, reason: why } });
  await chiara.api.debrief.sealRead.mutate({ debriefId, read: { likelihood: byChiara, reason: '' } });
  clock.go(ago - 4);
  await resolve(ben, debriefId, outcome, clock.day(ago - 4));
}

type Path = [stage: Stage, ago: number][];

/** Ben's search from the first call to the signed letter. */
export async function tellBen(cast: Cast, clock: StoryClock): Promise<void> {
  const { ben } = cast;
  const opened = {
    parcels: await makeOpening(ben, clock, employers.parcels, 43),
    harbour: await makeOpening(ben, clock, employers.harbour, 41),
  };
  for (const call of calls) await debrief(cast, clock, call, opened[call.employer]);
  const parcels: Path = [
    ['interview', 38],
    ['final', 33],
    ['rejected', 27],
  ];
  const harbour: Path = [
    ['screen', 29],
    ['interview', 24],
    ['final', 19],
    ['offer', 13],
    ['negotiating', 12],
    ['accepted', 10],
  ];
  await dealWith(ben, clock, opened.parcels, parcels);
  await dealWith(ben, clock, opened.harbour, harbour);
}
