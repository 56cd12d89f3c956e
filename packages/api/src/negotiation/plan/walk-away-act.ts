import { conflict } from '@parley/domain/kernel/error';
import type { SetWalkAway } from '@parley/domain/negotiation/plan/input';
import type { z } from 'zod';
import { act } from '../../write.ts';
import { holdWalkAway, openWalkAway, replaceWalkAway, walkAwayContent } from './walk-away-rows.ts';

/** Keeps it; a conflict carries the newer one, to its owner. */
export const settingWalkAway = act({
  facts: ({ negotiationId }: z.output<typeof SetWalkAway>) => ({ walkAway: holdWalkAway(negotiationId) }),
  decide({ rows, open, seal, viewer }, { negotiationId, rev, walkAway }) {
    const kept = openWalkAway(open, rows.walkAway);
    if (kept.rev !== rev) throw conflict(kept);
    const sealed = seal(walkAwayContent, { id: negotiationId, owner: viewer.id, rev: rev + 1 }, walkAway);
    return { changes: [replaceWalkAway(negotiationId, rev, sealed)], answer: { rev: rev + 1 } };
  },
});
