import { allow } from '@parley/domain/kernel/decision';
import { notFound } from '@parley/domain/kernel/error';
import type { OverlapIn } from '@parley/domain/overlap/input';
import { canLook, employerKey, pickCompared } from '@parley/domain/overlap/overlap';
import type { z } from 'zod';
import { holdSeats } from '../council/change-rows.ts';
import { councilOf } from '../council/rows.ts';
import { openOpportunity, ownOpportunities, ownStages } from '../opportunity/rows.ts';
import { act } from '../write.ts';
import { look, overlapOf, stopLooking } from './rows.ts';

/**
 * Looks whether another member is in process with an employer of the viewer's. Each name leaves as a hash under a key of the
 * server's, made for this council alone: with a space in it, it is the hash of no address.
 */
export const lookingForOverlap = act({
  facts: ({ councilId }: z.output<typeof OverlapIn>) => ({
    held: holdSeats(councilId),
    council: councilOf(councilId),
    before: overlapOf(councilId),
    opportunities: ownOpportunities(),
    stages: ownStages(),
  }),
  decide({ rows, open, now, addressHash }, { councilId }) {
    if (!rows.council[0]) throw notFound();
    const of = (id: string) => rows.stages.filter(({ opportunityId }) => opportunityId === id);
    const pursuits = rows.opportunities.map((row) => openOpportunity(open, row, of(row.id)));
    const names = pickCompared(pursuits, now).map(({ details }) => employerKey(details.company));
    const known = [...new Set(names)].filter((name) => name !== '');
    allow(canLook(rows.before[0]?.lookedAt ?? null, known.length, now));
    return {
      changes: [
        look(
          councilId,
          known.map((name) => addressHash(`${councilId} ${name}`)),
          now,
        ),
      ],
      answer: { councilId },
    };
  },
});

/** Takes what is looked for away. */
export const stoppingOverlap = act({
  facts: ({ councilId }: z.output<typeof OverlapIn>) => ({ held: holdSeats(councilId), council: councilOf(councilId) }),
  decide({ rows }, { councilId }) {
    if (!rows.council[0]) throw notFound();
    return { changes: [stopLooking(councilId)], answer: { councilId } };
  },
});
