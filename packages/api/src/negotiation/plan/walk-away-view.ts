import type { WalkAwayOf } from '@parley/domain/negotiation/plan/input';
import type { z } from 'zod';
import { question } from '../../read.ts';
import { openWalkAway, walkAwayOf } from './walk-away-rows.ts';

/** For the owner alone: the one read that meets the walk-away. */
export const walkAwayQuestion = question({
  ask: ({ negotiationId }: z.output<typeof WalkAwayOf>) => ({ walkAway: walkAwayOf(negotiationId) }),
  answer: ({ rows, open }) => openWalkAway(open, rows.walkAway),
});
