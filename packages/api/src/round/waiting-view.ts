import type { Waiting } from '@parley/domain/notification/waiting';
import type { Header } from '@parley/domain/opportunity/header';
import { isDue, isPastDeadline, type RoundStanding } from '@parley/domain/round/seats';
import type { Scope } from '../trpc.ts';
import { findStanding, listRounds } from './store.ts';

type HeadersOf = (scope: Scope, items: readonly { id: string; opportunityId: string }[]) => Promise<Map<string, Header>>;

function waitingFor(viewerId: string, who: RoundStanding, roundId: string, header: Header, now: Date): Waiting[] {
  const { opportunityId, role, ownerName: owner } = header;
  const due = isDue(who, now);
  if (due) return [{ what: 'counters', opportunityId, roundId, role, enough: true }];
  const mine = who.ownerId === viewerId;
  if (mine && isPastDeadline(who, now)) return [{ what: 'counters', opportunityId, roundId, role, enough: false }];
  if (mine || who.sealedIds.includes(viewerId)) return [];
  return [{ what: 'counter', opportunityId, roundId, owner, role, by: isPastDeadline(who, now) ? null : who.deadlineAt }];
}

/** Rounds to seal, and those to look at because they reveal themselves. Who has sealed is asked no more. */
export async function waitingRounds(scope: Scope, headersOf: HeadersOf): Promise<Waiting[]> {
  const open = (await listRounds(scope, { state: 'open' })).map((round) => ({ ...round, id: round.roundId }));
  const headers = await headersOf(scope, open);
  const waiting: Waiting[] = [];
  for (const { roundId } of open) {
    const header = headers.get(roundId);
    if (!header) continue;
    waiting.push(...waitingFor(scope.viewer.id, await findStanding(scope, roundId), roundId, header, scope.now));
  }
  return waiting;
}
