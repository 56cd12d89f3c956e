import type { RowsOf } from '@parley/db/line';
import type { Waiting } from '@parley/domain/notification/waiting';
import { isPastDeadline } from '@parley/domain/round/seats';
import type { HeaderOf } from '../opportunity/rows.ts';
import { openRounds, ownTallies, sealedOpenRounds } from './rows.ts';

/** What is asked for the rounds that wait. */
export const askRounds = () => ({ rounds: openRounds(), roundsSealed: sealedOpenRounds(), roundTallies: ownTallies() });

type Rows = RowsOf<ReturnType<typeof askRounds>>;

/**
 * Rounds to seal, until the viewer has, and own rounds whose deadline has come. Nothing here moves when somebody else
 * seals before that.
 */
export function listWaitingRounds(rows: Rows, viewer: { id: string; now: Date }, headerOf: HeaderOf): Waiting[] {
  return rows.rounds.flatMap(({ id: roundId, opportunityId, ownerId, quorum, deadlineAt }): Waiting[] => {
    const header = headerOf({ id: roundId, opportunityId, ownerId });
    if (!header) return [];
    const { role, ownerName: owner } = header;
    const by = deadlineAt?.toISOString() ?? null;
    const passed = isPastDeadline({ deadlineAt: by }, viewer.now);
    if (ownerId === viewer.id) {
      const tally = rows.roundTallies.find((one) => one.roundId === roundId);
      const enough = (tally?.given ?? 0) >= quorum;
      return passed ? [{ what: 'counters', opportunityId, roundId, role, enough }] : [];
    }
    if (rows.roundsSealed.some((one) => one.roundId === roundId)) return [];
    return [{ what: 'counter', opportunityId, roundId, owner, role, by: passed ? null : by }];
  });
}
