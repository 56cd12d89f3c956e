import type { RowsOf } from '@parley/db/line';
import { outcomeFrom } from '@parley/domain/debrief/debrief';
import { isComplete, type ReadsRound } from '@parley/domain/debrief/reads';
import type { Waiting } from '@parley/domain/notification/waiting';
import type { HeaderOf, Opportunity } from '../opportunity/rows.ts';
import { openReads, openReadsReaders, openReadsSeats, unresolvedDebriefs } from './waiting-rows.ts';

/** What is asked for the reads that wait. */
export const askReads = () => ({
  reads: openReads(),
  readReaders: openReadsReaders(),
  readSeats: openReadsSeats(),
  unresolved: unresolvedDebriefs(),
});

type Rows = RowsOf<ReturnType<typeof askReads>>;

/** Reads to give, and own debriefs of which all reads are in. Who has sealed is asked no more. */
export function listWaitingReads(rows: Rows, viewerId: string, headerOf: HeaderOf): Waiting[] {
  return rows.reads.flatMap(({ id: debriefId, opportunityId, ownerId, outcome }): Waiting[] => {
    const header = headerOf({ id: debriefId, opportunityId, ownerId });
    if (!header) return [];
    const here = (seats: readonly { debriefId: string; accountId: string }[]) =>
      seats.filter((seat) => seat.debriefId === debriefId).map(({ accountId }) => accountId);
    const readerIds = here(rows.readReaders).filter((id) => id !== ownerId);
    const round: ReadsRound = { state: 'open', outcome, ownerId, readerIds, sealedIds: here(rows.readSeats) };
    const { role, ownerName: owner } = header;
    if (ownerId === viewerId) return isComplete(round) ? [{ what: 'reveal', opportunityId, debriefId, role }] : [];
    return round.sealedIds.includes(viewerId) ? [] : [{ what: 'read', opportunityId, debriefId, owner, role }];
  });
}

/** Own debriefs whose outcome a later stage has told, and that does not know it yet. */
export function listUnresolved(rows: Rows['unresolved'], own: readonly Opportunity[]): Waiting[] {
  return rows.flatMap(({ id: debriefId, opportunityId, stage }): Waiting[] => {
    const opportunity = own.find((one) => one.opportunityId === opportunityId);
    if (!opportunity || outcomeFrom(stage) === null) return [];
    return [{ what: 'outcome', opportunityId, debriefId, role: opportunity.details.role }];
  });
}
