import { notFound } from '@parley/domain/kernel/error';
import type { OverlapIn } from '@parley/domain/overlap/input';
import { isTold, pickCompared } from '@parley/domain/overlap/overlap';
import type { z } from 'zod';
import { councilOf } from '../council/rows.ts';
import { historyOf, ownOpportunities, ownStages } from '../opportunity/rows.ts';
import { question } from '../read.ts';
import { overlapOf } from './rows.ts';

/** Whether there is one, and when the viewer last looked. No name is opened for it, neither theirs nor another's. */
export const overlapQuestion = question({
  ask: ({ councilId }: z.output<typeof OverlapIn>) => ({
    council: councilOf(councilId),
    overlap: overlapOf(councilId),
    opportunities: ownOpportunities(),
    stages: ownStages(),
  }),
  answer({ rows, now }) {
    if (!rows.council[0]) throw notFound();
    const of = (id: string) => historyOf(rows.stages.filter(({ opportunityId }) => opportunityId === id));
    const pursuits = rows.opportunities.map(({ id, stage }) => ({ stage, history: of(id) }));
    const [overlap] = rows.overlap;
    return {
      lookedAt: overlap?.lookedAt.toISOString() ?? null,
      told: isTold(overlap?.toldAt ?? null, now),
      compared: pickCompared(pursuits, now).length,
      now: now.toISOString(),
    };
  },
});
