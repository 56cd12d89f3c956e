import { notFound } from '@parley/domain/kernel/error';
import type { RoundRef, RoundsOf } from '@parley/domain/round/input';
import { canOpen, canSeal } from '@parley/domain/round/policy';
import { sortByContent, summarise } from '@parley/domain/round/result';
import { totalOf } from '@parley/domain/round/round';
import { countMissingCounters, listSeats, type RoundStanding } from '@parley/domain/round/seats';
import type { z } from 'zod';
import type { Given } from '../guard.ts';
import { knownPeople, namesOf } from '../identity/rows.ts';
import { itemReaders } from '../item/rows.ts';
import { question } from '../read.ts';
import type { AuthoredCounter } from './counter-store.ts';
import { countersOf, openCounter, openRound, othersOpen, roundOf, roundSeats, roundsOf, standingOf } from './rows.ts';
import type { Round } from './store.ts';

const ask = ({ roundId }: z.output<typeof RoundRef>) => ({
  round: roundOf(roundId),
  readers: itemReaders(roundId),
  seats: roundSeats(roundId),
  counters: countersOf(roundId),
  others: othersOpen(roundId),
  people: knownPeople(),
});

/** A round as it stands for one viewer. */
type Standing = {
  round: Round;
  who: RoundStanding;
  viewerId: string;
  now: Date;
  counters: AuthoredCounter[];
  othersOpen: number;
  namesOf: (ids: Iterable<string>) => Record<string, string>;
};

const plain = ({ package: sealed, reason }: AuthoredCounter) => ({ package: sealed, reason });

/** What the owner sees of a draft: who would be asked, the own target, and why it cannot be opened yet. */
function draftView({ round, who, viewerId, now, counters: [target], othersOpen: others, namesOf: name }: Standing) {
  if (round.ownerId !== viewerId) return { state: 'draft' as const, preparing: null };
  const names = name(who.readerIds);
  const ready = { document: round.document, target: target?.package ?? null, othersOpen: others, now };
  const opening = canOpen(round.ownerId, who, ready);
  const preparing = {
    asked: listSeats(who).map(({ accountId }) => ({ accountId, name: names[accountId] ?? null })),
    target: target ? plain(target) : null,
    blocked: opening.allowed ? null : opening.reason,
  };
  return { state: 'draft' as const, preparing };
}

/** While open: who has sealed, and the viewer's own; nothing else of anybody. */
function openView({ round, who, viewerId, counters, namesOf: name }: Standing) {
  const names = name(who.readerIds);
  const own = counters.find((counter) => counter.authorId === viewerId);
  return {
    state: 'open' as const,
    seats: listSeats(who).map((seat) => ({ ...seat, name: names[seat.accountId] ?? null })),
    targetSealed: who.sealedIds.includes(round.ownerId),
    own: own ? plain(own) : null,
    missing: countMissingCounters(who),
  };
}

/** All counters together. Unnamed: in an order that content alone decides, with nothing that leads to a person. */
function revealedView({ round, who, viewerId, counters: given, namesOf: name }: Standing, state: 'revealed' | 'closed') {
  // who left has taken theirs along: what is counted is of those who are still there
  const all = given.filter((counter) => who.sealedIds.includes(counter.authorId));
  const others = all.filter((counter) => counter.authorId !== round.ownerId);
  const target = all.find((counter) => counter.authorId === round.ownerId);
  const names = name(round.named ? others.map((counter) => counter.authorId) : []);
  const shown = (late: boolean) => {
    const here = others.filter((counter) => counter.late === late);
    return (round.named ? here : sortByContent(here)).map((counter) => ({
      ...plain(counter),
      name: names[counter.authorId] ?? null,
      mine: counter.authorId === viewerId,
      total: totalOf(round.document, counter.package),
    }));
  };
  const counters = shown(false);
  const packages = counters.map((counter) => counter.package);
  return {
    state,
    counters,
    late: shown(true),
    summary: summarise(round.document, packages),
    target: target ? { ...plain(target), total: totalOf(round.document, target.package) } : null,
    maySeal: viewerId !== round.ownerId && canSeal(viewerId, who).allowed,
  };
}

function stageOf(standing: Standing) {
  const { state } = standing.round;
  switch (state) {
    case 'draft':
      return draftView(standing);
    case 'open':
      return openView(standing);
    case 'revealed':
    case 'closed':
      return revealedView(standing, state);
    case 'cancelled':
      return { state };
    default:
      return state satisfies never;
  }
}

/** One round as the viewer may see it now. */
export const roundQuestion = question({
  ask,
  answer({ rows, open, viewer, now }: Given<ReturnType<typeof ask>>) {
    const [row] = rows.round;
    if (!row) throw notFound();
    const round = openRound(open, row);
    const name = (ids: Iterable<string>) => namesOf(rows.people, open, ids);
    const standing: Standing = {
      round,
      who: standingOf(row, rows.readers, rows.seats),
      viewerId: viewer.id,
      now,
      counters: rows.counters.map((counter) => openCounter(open, round, counter)),
      othersOpen: rows.others[0]?.count ?? 0,
      namesOf: name,
    };
    const { negotiationId: _, state: __, ...shown } = round;
    const mine = round.ownerId === viewer.id;
    return { ...shown, mine, ownerName: name([round.ownerId])[round.ownerId] ?? null, stage: stageOf(standing) };
  },
});

/** The rounds of an opportunity. Nothing is said of the negotiation to somebody else than its owner. */
export const roundsQuestion = question({
  ask: ({ opportunityId }: z.output<typeof RoundsOf>) => ({ rounds: roundsOf(opportunityId) }),
  answer: ({ rows, viewer }) =>
    rows.rounds.map(({ id, ownerId, negotiationId, number, state }) => {
      const mine = ownerId === viewer.id;
      return { roundId: id, mine, negotiationId: mine ? negotiationId : null, number, state };
    }),
});
