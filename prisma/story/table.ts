import { newId } from '@parley/db/id';
import { emptyPackage } from '@parley/domain/negotiation/package';
import type { Cast } from './cast.ts';
import { shareWith } from './debrief.ts';
import type { StoryClock } from './stage.ts';

const helpers = [
  { name: 'Rui, first employer', how: 'Gave me a product before I thought I could' },
  { name: 'My sister', how: 'Reads every letter and laughs at the right place' },
  { name: 'The Thursday table', how: 'Told me to wait' },
];

const percent = (value: string) => ({ kind: 'percent' as const, percent: value });

/** What the figure for the base rests on. Returns the id of the entry. */
export async function tellEvidence({ ana }: Cast, clock: StoryClock, negotiationId: string): Promise<string> {
  const evidence = {
    ...{ source: 'Pay survey of a product association', on: clock.day(60), link: '' },
    figure: { amount: 10_100_000, currency: 'EUR' },
    words: 'Median for heads of product with nine or more direct and indirect reports.',
  };
  const { evidenceId } = await ana.api.evidence.create.mutate({ negotiationId, evidence });
  return evidenceId;
}

/** The bonus was 10 % on the telephone and is 8 % in the letter: a term that holds up the gate. */
async function tellTerms({ ana }: Cast, clock: StoryClock, negotiationId: string): Promise<void> {
  const value = percent('10');
  await ana.api.term.create.mutate({ negotiationId, term: { component: 'bonus', name: '', value } });
  const [term] = await ana.api.term.list.query({ negotiationId });
  if (!term) throw new Error('The story lacks a term.');
  const { termId } = term;
  const spoken = { who: 'Joana Pires', on: clock.day(6), words: '“Ten percent, paid in March.”' };
  await ana.api.term.mark.mutate({ termId, rev: term.rev, step: { to: 'agreed', value, spoken } });
  const [agreed] = await ana.api.term.list.query({ negotiationId });
  const written = { value: percent('8'), document: 'Offer letter', page: '2', on: clock.day(0) };
  await ana.api.term.mark.mutate({ termId, rev: agreed?.rev ?? 2, step: { to: 'confirmed', written } });
}

/** Ana asks blind what the others would counter; Dev has sealed, Chiara and Eva have yet to. */
async function tellRound({ ana, dev, councilId }: Cast, negotiationId: string): Promise<void> {
  const { roundId } = await ana.api.round.create.mutate({ negotiationId });
  const round = await ana.api.round.get.query({ roundId });
  const document = {
    ...round.document,
    question: 'The letter stands at 90 with 5 as a sign-on. What would you counter?',
    ...{ base: { inPlay: true, now: 9_000_000 }, signOn: { inPlay: true, now: 500_000 } },
    ...{ bonusPercent: { inPlay: false, now: '8' }, equity: { inPlay: false, now: 5_768_000 } },
  };
  const { deadlineAt, quorum, named } = round;
  const saved = await ana.api.round.save.mutate({ roundId, rev: round.rev, document, deadlineAt, quorum, named });
  await shareWith(ana, councilId, roundId);
  const counter = (base: number, signOn: number, reason: string) => ({ package: { ...emptyPackage, base, signOn }, reason });
  await ana.api.round.seal.mutate({ roundId, counter: counter(9_600_000, 1_000_000, 'What I would say if nobody answered.') });
  await ana.api.round.open.mutate({ roundId, rev: saved.rev });
  const reason = 'They have moved once, on the sign-on. Go on there, and leave the base a little above their band.';
  await dev.api.round.seal.mutate({ roundId, counter: counter(9_400_000, 2_000_000, reason) });
}

/** The table as it stands this morning: who stands behind Ana, what was promised, and what the others would do. */
export async function tellTable(cast: Cast, clock: StoryClock, negotiationId: string): Promise<void> {
  clock.go(0, 1);
  await cast.ana.api.gratitude.save.mutate({ rev: 0, helpers: helpers.map((helper) => ({ id: newId(), ...helper })) });
  await tellTerms(cast, clock, negotiationId);
  await tellRound(cast, negotiationId);
}
