import { canOpen, canSeal, type Preparation } from '@parley/domain/round/policy';
import { byContent, summarise } from '@parley/domain/round/result';
import { totalOf } from '@parley/domain/round/round';
import { missingCounters, type RoundStanding, seats } from '@parley/domain/round/seats';
import { findNames } from '../identity/store.ts';
import { notify } from '../notification/store.ts';
import type { Scope } from '../trpc.ts';
import { type AuthoredCounter, findCounters } from './counter-store.ts';
import * as store from './store.ts';

type Kind = 'roundOpened' | 'roundRevealed';

/** Tells everybody asked, and of a reveal the owner too. */
export async function tell(scope: Scope, kind: Kind, round: RoundStanding, itemId: string): Promise<void> {
  const people = kind === 'roundRevealed' ? [round.ownerId, ...round.readerIds] : round.readerIds;
  await notify(
    scope,
    people.map((recipientId) => ({ recipientId, kind, itemId })),
  );
}

/** Reveals the round if that is due: whoever reads or seals next meets it revealed. */
export async function settle(scope: Scope, roundId: string): Promise<boolean> {
  const revealed = await store.revealDue(scope, roundId);
  if (revealed) await tell(scope, 'roundRevealed', await store.findStanding(scope, roundId), roundId);
  return revealed;
}

/** What decides, besides who can read it, whether the owner may open the round. */
export async function prepared(scope: Scope, round: store.Round, target: AuthoredCounter | undefined): Promise<Preparation> {
  const siblings = await store.findRounds(scope, round.negotiationId);
  const othersOpen = siblings.filter(({ roundId, state }) => state === 'open' && roundId !== round.roundId).length;
  return { document: round.document, target: target?.package ?? null, othersOpen, now: scope.now };
}

const plain = ({ package: sealed, reason }: AuthoredCounter) => ({ package: sealed, reason });

/** What the owner sees of a draft: who would be asked, the own target, and why it cannot be opened yet. */
async function draftView(scope: Scope, round: store.Round, who: RoundStanding) {
  if (round.ownerId !== scope.viewer.id) return { state: 'draft' as const, preparing: null };
  const names = await findNames(scope, [...who.readerIds]);
  const [target] = await findCounters(scope, round);
  const opening = canOpen(round.ownerId, who, await prepared(scope, round, target));
  const preparing = {
    asked: seats(who).map(({ accountId }) => ({ accountId, name: names.get(accountId) ?? null })),
    target: target ? plain(target) : null,
    blocked: opening.allowed ? null : opening.reason,
  };
  return { state: 'draft' as const, preparing };
}

/** While open: who has sealed, and the viewer's own; nothing else of anybody. */
async function openView(scope: Scope, round: store.Round, who: RoundStanding) {
  const names = await findNames(scope, [...who.readerIds]);
  const own = (await findCounters(scope, round)).find((counter) => counter.authorId === scope.viewer.id);
  return {
    state: 'open' as const,
    seats: seats(who).map((seat) => ({ ...seat, name: names.get(seat.accountId) ?? null })),
    targetSealed: who.sealedIds.includes(round.ownerId),
    own: own ? plain(own) : null,
    missing: missingCounters(who),
  };
}

/** All counters together. Unnamed: in an order that content alone decides, with nothing that leads to a person. */
async function revealedView(scope: Scope, round: store.Round, who: RoundStanding, state: 'revealed' | 'closed') {
  // who left has taken theirs along: what is counted is of those who are still there
  const all = (await findCounters(scope, round)).filter((counter) => who.sealedIds.includes(counter.authorId));
  const others = all.filter((counter) => counter.authorId !== round.ownerId);
  const target = all.find((counter) => counter.authorId === round.ownerId);
  const authors = round.named ? others.map((counter) => counter.authorId) : [];
  const names = await findNames(scope, authors);
  const shown = (late: boolean) => {
    const here = others.filter((counter) => counter.late === late);
    return (round.named ? here : byContent(here)).map((counter) => ({
      ...plain(counter),
      name: names.get(counter.authorId) ?? null,
      mine: counter.authorId === scope.viewer.id,
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
    maySeal: scope.viewer.id !== round.ownerId && canSeal(scope.viewer.id, who).allowed,
  };
}

async function stageOf(scope: Scope, round: store.Round) {
  const who = await store.findStanding(scope, round.roundId);
  switch (round.state) {
    case 'draft':
      return draftView(scope, round, who);
    case 'open':
      return openView(scope, round, who);
    case 'revealed':
    case 'closed':
      return revealedView(scope, round, who, round.state);
    case 'cancelled':
      return { state: round.state };
    default:
      return round.state satisfies never;
  }
}

/** The rounds of an opportunity. Nothing is said of the negotiation to somebody else than its owner. */
export async function listRounds(scope: Scope, of: { opportunityId: string }) {
  for (const { roundId, state } of await store.listRounds(scope, of)) if (state === 'open') await settle(scope, roundId);
  return (await store.listRounds(scope, of)).map(({ roundId, ownerId, negotiationId, number, state }) => {
    const mine = ownerId === scope.viewer.id;
    return { roundId, mine, negotiationId: mine ? negotiationId : null, number, state };
  });
}

/** One round as the viewer may see it now. */
export async function viewRound(scope: Scope, roundId: string) {
  await settle(scope, roundId);
  const round = await store.findRound(scope, roundId);
  const { negotiationId: _, state: __, ...shown } = round;
  const names = await findNames(scope, [round.ownerId]);
  return {
    ...shown,
    mine: round.ownerId === scope.viewer.id,
    ownerName: names.get(round.ownerId) ?? null,
    stage: await stageOf(scope, round),
  };
}
