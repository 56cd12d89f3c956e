import type { RowsOf } from '@parley/db/line';
import type { Waiting } from '@parley/domain/notification/waiting';
import type { Header } from '@parley/domain/opportunity/header';
import { isDue, isPastDeadline, type RoundStanding } from '@parley/domain/round/seats';
import type { HeaderOf } from '../opportunity/rows.ts';
import { openRoundReaders, openRoundSeats, openRounds } from './rows.ts';

/** What is asked for the rounds that wait. */
export const askRounds = () => ({ rounds: openRounds(), roundReaders: openRoundReaders(), roundSeats: openRoundSeats() });

type Rows = RowsOf<ReturnType<typeof askRounds>>;

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
export function listWaitingRounds(rows: Rows, viewer: { id: string; now: Date }, headerOf: HeaderOf): Waiting[] {
  return rows.rounds.flatMap(({ id, opportunityId, ownerId, quorum, deadlineAt }) => {
    const header = headerOf({ id, opportunityId, ownerId });
    if (!header) return [];
    const here = (seats: readonly { roundId: string; accountId: string }[]) =>
      seats.filter((seat) => seat.roundId === id).map(({ accountId }) => accountId);
    const readerIds = here(rows.roundReaders).filter((reader) => reader !== ownerId);
    const by = deadlineAt?.toISOString() ?? null;
    const who: RoundStanding = { state: 'open', ownerId, readerIds, sealedIds: here(rows.roundSeats), quorum, deadlineAt: by };
    return waitingFor(viewer.id, who, id, header, viewer.now);
  });
}
