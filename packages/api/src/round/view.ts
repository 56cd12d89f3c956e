import { notFound } from '@parley/domain/kernel/error';
import { waitsUntil } from '@parley/domain/round/hold';
import type { RoundRef, RoundsOf } from '@parley/domain/round/input';
import { canOpen, canSeal } from '@parley/domain/round/policy';
import { sortByContent, summarise } from '@parley/domain/round/result';
import { totalOfCounter } from '@parley/domain/round/round';
import { invited, nextTurn, progressOf, type RoundStanding, type Seat } from '@parley/domain/round/seats';
import type { z } from 'zod';
import type { Given } from '../guard.ts';
import { knownPeople, namesOf } from '../identity/rows.ts';
import { itemReaders } from '../item/rows.ts';
import { question } from '../read.ts';
import { type Again, againIn, againRows, againView } from './again-view.ts';
import {
  type AuthoredCounter,
  countersOf,
  openCounter,
  openRound,
  othersOpen,
  type Round,
  roundOf,
  roundsOf,
  shownTallyOf,
  standingOf,
} from './rows.ts';
import { askedBeside, askedSeats, lastCancelled, roundSeats } from './seat-rows.ts';

const ask = ({ roundId }: z.output<typeof RoundRef>) => ({
  round: roundOf(roundId),
  readers: itemReaders(roundId),
  seats: roundSeats(roundId),
  asked: askedSeats(roundId),
  // as of the last set moment, like the seats: a number that moved at once would tell when somebody sealed
  tally: shownTallyOf(roundId),
  beside: askedBeside(roundId),
  counters: countersOf(roundId),
  others: othersOpen(roundId),
  cancelled: lastCancelled(roundId),
  people: knownPeople(),
  ...againRows(roundId),
});

/** A round as it stands for one viewer. */
type Standing = {
  round: Round;
  remindedAt: Date | null;
  who: RoundStanding;
  asked: readonly Seat[];
  viewerId: string;
  now: Date;
  counters: AuthoredCounter[];
  othersOpen: number;
  cancelledAt: Date | null;
  again: Again | null;
  namesOf: (ids: Iterable<string>) => Record<string, string>;
};

const plain = ({ package: sealed, reason, abstains, confidence }: AuthoredCounter) => {
  return { package: sealed, reason, abstains, confidence };
};

/** What the owner sees of a draft: who would be asked, the own target, and why it cannot be opened yet. */
function draftView({ round, who, viewerId, now, counters: [target], othersOpen: others, again, namesOf: name }: Standing) {
  if (round.ownerId !== viewerId) return { state: 'draft' as const, preparing: null };
  const names = name(who.readerIds);
  const ready = { document: round.document, target: target ?? null, othersOpen: others, now };
  const opening = canOpen(round.ownerId, who, ready);
  const preparing = {
    asked: invited(who).map((accountId) => ({ accountId, name: names[accountId] ?? null })),
    target: target ? plain(target) : null,
    blocked: opening.allowed ? null : opening.reason,
    again: again && againView(again, who, name),
  };
  return { state: 'draft' as const, preparing };
}

/** While open: who has sealed as of the last set moment, and the viewer's own; nothing else of anybody. */
function openView({ round, remindedAt, who, asked, viewerId, now, counters, namesOf: name }: Standing) {
  const names = name(who.readerIds);
  const own = counters.find((counter) => counter.authorId === viewerId);
  const here = asked.flatMap(({ accountId, sealed }) =>
    accountId === null ? [] : [{ accountId, sealed, name: names[accountId] ?? null }],
  );
  const mine = round.ownerId === viewerId;
  return {
    state: 'open' as const,
    seats: here,
    gone: asked.length - here.length,
    turnsAt: nextTurn(now).toISOString(),
    targetSealed: who.sealedIds.includes(round.ownerId),
    own: own ? plain(own) : null,
    // numbers alone, and the owner's alone: the warning before a reveal needs them
    owner: mine ? { ...progressOf(who), remindedAt: remindedAt?.toISOString() ?? null } : null,
  };
}

/** All counters together. Unnamed: in an order that content alone decides, with nothing that leads to a person. */
function revealedView({ round, who, viewerId, counters: given, namesOf: name }: Standing, state: 'revealed' | 'closed') {
  // what was revealed stays as it was revealed; only the name of who left since goes
  const all = given.filter((counter) => counter.frozen || counter.late);
  const others = all.filter((counter) => counter.authorId !== round.ownerId);
  const target = all.find((counter) => counter.authorId === round.ownerId);
  const there = (authorId: string) => who.sealedIds.includes(authorId);
  const names = name(round.named ? others.map((counter) => counter.authorId).filter(there) : []);
  const shown = (late: boolean) => {
    const here = others.filter((counter) => counter.late === late);
    return (round.named ? here : sortByContent(here)).map((counter) => ({
      ...plain(counter),
      name: names[counter.authorId] ?? null,
      gone: round.named && !there(counter.authorId),
      mine: counter.authorId === viewerId,
      total: totalOfCounter(round.document, counter),
    }));
  };
  const counters = shown(false);
  return {
    state,
    counters,
    late: shown(true),
    summary: summarise(round.document, counters),
    target: target ? { ...plain(target), total: totalOfCounter(round.document, target) } : null,
    maySeal: viewerId !== round.ownerId && canSeal(viewerId, who).allowed,
    asksElsewhere: viewerId !== round.ownerId && who.elsewhere && !who.sealedIds.includes(viewerId),
  };
}

/** Until when what was said beside a round that was cancelled is held at the longest; null once it is read. */
function heldUntil({ cancelledAt, now }: Standing): string | null {
  const until = cancelledAt && waitsUntil(cancelledAt);
  return until && now < until ? until.toISOString() : null;
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
      return { state, heldUntil: heldUntil(standing) };
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
    const again = againIn(rows, round.ownerId, now);
    const standing: Standing = {
      round,
      remindedAt: row.remindedAt,
      who: standingOf(row, rows),
      asked: rows.asked,
      viewerId: viewer.id,
      now,
      counters: rows.counters.map((counter) => openCounter(open, round, counter)),
      othersOpen: rows.others[0]?.count ?? 0,
      cancelledAt: rows.cancelled[0]?.at ?? null,
      again,
      namesOf: name,
    };
    const { negotiationId: _, state: __, ...shown } = round;
    const mine = round.ownerId === viewer.id;
    const previousId = again?.roundId ?? null;
    return { ...shown, mine, previousId, ownerName: name([round.ownerId])[round.ownerId] ?? null, stage: stageOf(standing) };
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
