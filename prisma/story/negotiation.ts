import type { AppRouter } from '@parley/api/router';
import { newId } from '@parley/db/id';
import { emptyPackage } from '@parley/domain/negotiation/package';
import type { inferRouterInputs } from '@trpc/server';
import type { Cast } from './cast.ts';
import { shareWith } from './debrief.ts';
import type { StoryClock } from './stage.ts';
import { tellEvidence } from './table.ts';

type Ground = { offerId: string; missionId: string; needId: string };
type Inputs = inferRouterInputs<AppRouter>;
type Ask = Inputs['ask']['create']['ask'];
type Move = Omit<Inputs['move']['add']['move'], 'at'>;

const script = [
  'Thank you for the letter. I want this job.',
  'You told me that a third of the searches end without a bicycle. In my last job I brought a number like that from 28 down to 11 in a year.',
  'To do that here I need [first need].',
  'With that scope I ask for a base of {target}, because [reason].',
  '(silence)',
  '(Write down the exact words.)',
].join('\n\n');

const phone = [
  'Thank you for coming back to me, {their name}.',
  'You are at {base} now. What would it take to close the gap?',
  '(silence)',
  'If the base is at its limit, are you open to the difference as a sign-on?',
].join('\n\n');

const slots = [
  { name: 'first need', value: 'a second product manager from the second quarter on' },
  { name: 'reason', value: '' },
];

const scripts = [
  { id: 'script', name: 'First call', text: script, slots },
  { id: newId(), name: 'Counter by phone', text: phone, slots: [] },
];

const asks: Ask[] = [
  {
    ...{ leg: 'compensation', tier: 'must', title: 'A base of 98,000', amount: 9_800_000 },
    justification:
      'Nine cities instead of the four in the posting; two offers for this scope that peers have shown me lie between 96 and 104.',
    fallback: 'The difference as a sign-on, and a review after six months tied to the first key result.',
  },
  {
    ...{ leg: 'compensation', tier: 'nice', title: 'The bonus as it was said: 10 %', amount: null },
    justification: 'It was 10 % on the phone and is 8 % in the letter.',
    fallback: 'Guaranteed for the first year.',
  },
  {
    ...{ leg: 'support', tier: 'nice', title: 'A mentor from operations for the first six months', amount: null },
    justification: '',
    fallback: 'An hour a month with the head of operations.',
  },
];

const say = {
  kind: 'propose' as const,
  channel: 'video' as const,
  firmness: 'unclear' as const,
  heard: [],
  package: emptyPackage,
};

/** Asked 100, heard 90, dropped to 92: the second step down was hers. */
const moves: (Move & { ago: [days: number, hours: number] })[] = [
  {
    ...{ ...say, ago: [7, 2], party: 'candidate', channel: 'call' },
    package: { ...emptyPackage, base: 10_000_000 },
    words: '“For this scope I am looking for a base of one hundred thousand.”',
  },
  {
    ...{
      ...say,
      ago: [6, 4],
      party: 'employer',
      firmness: 'difficult',
      about: ['base'],
      heard: [{ component: 'bonusPercent', firmness: 'possible' }],
    },
    package: { ...emptyPackage, base: 9_000_000, bonusPercent: '10' },
    words: '“We came out at ninety. More than that is difficult in this band. The bonus we could look at.”',
  },
  {
    ...{ ...say, ago: [5, 2], party: 'candidate', channel: 'mail' },
    package: { ...emptyPackage, base: 9_200_000 },
    words: '“I understand. I could live with 92.”',
  },
  {
    ...{ ...say, ago: [4, 3], party: 'employer', kind: 'talk', channel: 'call' },
    words: '“Let me see what I can do. I will come back to you with the letter.”',
  },
];

async function plan({ ana }: Cast, negotiationId: string): Promise<void> {
  const { rev, plan: made } = await ana.api.negotiation.get.query({ negotiationId });
  const changed = {
    ...{ ...made, target: { base: 9_800_000, total: 49_000_000 }, ideal: { base: 10_400_000, total: 52_500_000 } },
    deciding: { ...made.deciding, said: { base: 10_000_000, total: null } },
    ...{ scripts, situations: ['short-deadline' as const, 'several-rounds' as const] },
  };
  await ana.api.negotiation.save.mutate({ negotiationId, rev, plan: changed });
  const walkAway = {
    ...{ base: 8_800_000, total: null, leave: 'unsure' as const },
    words: 'Below this I stay where I am until spring. Ask me again when I have slept.',
  };
  await ana.api.walkAway.set.mutate({ negotiationId, rev: 1, walkAway });
}

/** Ana's plan and her ledger, shared with the council, and what the others say beside the lines. */
export async function tellNegotiation(cast: Cast, clock: StoryClock, { offerId, missionId, needId }: Ground): Promise<string> {
  const { ana, chiara, dev, councilId } = cast;
  clock.go(5, 6);
  const { negotiationId } = await ana.api.negotiation.create.mutate({ offerId, currency: 'EUR' });
  await plan(cast, negotiationId);
  await ana.api.ask.fromNeed.mutate({ negotiationId, missionId, needId });
  const asked: { id: string; title: string }[] = [];
  const evidenceIds = [await tellEvidence(cast, clock, negotiationId)];
  for (const ask of asks) {
    const rests = ask.amount === null ? ask : { ...ask, evidenceIds };
    const { askId } = await ana.api.ask.create.mutate({ negotiationId, ask: rests });
    asked.push({ id: askId, title: ask.title });
  }
  const written: string[] = [];
  for (const { ago, ...move } of moves) {
    clock.go(...ago);
    const { moveId } = await ana.api.move.add.mutate({ negotiationId, move: { ...move, at: clock.moment(...ago) } });
    written.push(moveId);
  }
  clock.go(4, 2);
  await shareWith(ana, councilId, negotiationId);

  clock.go(3, 20);
  const [base, bonus] = asked;
  const third = written[2];
  if (!base || !bonus || !third) throw new Error('The story lacks an ask or a move.');
  const ledger = await chiara.api.thread.start.mutate({
    ...{ itemId: negotiationId, blockId: third, label: 'Ana · mail · base 92,000', mentions: [ana.id] },
    text: 'You moved eight, they moved nothing. It is their turn: wait for the letter, and do not write again before it comes.',
  });
  await ana.api.comment.add.mutate({
    ...{ threadId: ledger.threadId, mentions: [] },
    text: 'Seeing it as two steps down on the chart helps. I wrote that mail at eleven at night.',
  });
  clock.go(2, 22);
  await dev.api.thread.start.mutate({
    ...{ itemId: negotiationId, blockId: base.id, label: base.title, mentions: [ana.id, chiara.id] },
    text: 'Begin with the second product manager, then this. And trade: what would 98 look like as 94 and a sign-on? @Chiara, is a band ever really closed with you?',
  });
  await chiara.api.thread.start.mutate({
    ...{ itemId: negotiationId, blockId: 'script', label: 'The script', mentions: [] },
    text: 'I like the silence at the end. I wish the reason were one sentence that your manager can repeat when you are not in the room.',
  });
  return negotiationId;
}
