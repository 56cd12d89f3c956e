import { newId } from '@parley/db/id';
import { listReaders, stands } from '@parley/domain/item/reach';
import { allow } from '@parley/domain/kernel/decision';
import type { RoundRef } from '@parley/domain/round/input';
import { canAskAgain } from '@parley/domain/round/policy';
import { canShareAt } from '@parley/domain/share/policy';
import type { z } from 'zod';
import { openSeats } from '../item/rows.ts';
import { addShare, holdShares, sharesOf } from '../share/rows.ts';
import { tell } from '../tell.ts';
import { act } from '../write.ts';
import { heldRound, standingHeld } from './act.ts';
import { sharesBefore } from './again-rows.ts';

/** Shares a draft with those whom the round before it reaches now. Who can no longer read that one is not asked. */
export const askingAgain = act({
  facts: ({ roundId }: z.output<typeof RoundRef>) => ({
    ...heldRound(roundId),
    turn: holdShares(roundId),
    shares: sharesOf(roundId),
    before: sharesBefore(roundId),
    sitting: openSeats(),
  }),
  decide({ rows, viewer, now }, { roundId }) {
    const { who } = standingHeld(rows);
    allow(canAskAgain(viewer.id, who));
    const { shares, sitting } = rows;
    const standing = rows.before.filter((share) => stands(share, viewer.id, sitting));
    const twin = (share: (typeof standing)[number]) =>
      shares.some((one) => one.councilId === share.councilId && one.readerId === share.readerId);
    const added = standing.filter((share) => !twin(share)).map((share) => ({ ...share, createdAt: now }));
    const elsewhere = shares.filter((one) => stands(one, viewer.id, sitting)).map(({ councilId }) => councilId);
    for (const { councilId } of added)
      allow(
        canShareAt(
          'round',
          elsewhere.some((other) => other !== councilId),
        ),
      );
    const readersOf = (all: Parameters<typeof listReaders>[0]) => listReaders(all, viewer.id, sitting, now).map(({ id }) => id);
    const had = readersOf(shares);
    const gained = readersOf([...shares, ...added]).filter((id) => !had.includes(id));
    const councilId = added[0]?.councilId ?? null;
    const told = gained.sort().map((id) => ({ id, kind: 'shared' as const }));
    return {
      changes: [
        ...added.map((one) => addShare(newId(), roundId, one.councilId, one.readerId, one.levels, one.expiresAt, now)),
        ...(councilId === null ? [] : tell(told, { councilId, itemId: roundId }, now)),
      ],
      answer: { roundId, told: gained },
    };
  },
});
