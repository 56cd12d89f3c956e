import { groupBy } from '@parley/domain/kernel/group';
import { dayOfCall } from '@parley/domain/opportunity/call';
import { openOpportunity, ownOpportunities, ownStages } from '../opportunity/rows.ts';
import { question } from '../read.ts';
import { openHunt, ownHunt } from './rows.ts';

/** The viewer's own plan, and of each of their openings what figures are counted on: steps, days of calls, level. */
export const huntQuestion = question({
  ask: () => ({ hunt: ownHunt(), opportunities: ownOpportunities(), stages: ownStages() }),
  answer({ rows, open }) {
    const entries = groupBy(rows.stages, ({ opportunityId }) => opportunityId);
    const histories = rows.opportunities.map((row) => {
      const { opportunityId, history, stage, details } = openOpportunity(open, row, entries.get(row.id) ?? []);
      const callDays = details.calls.filter(({ outcome }) => outcome !== 'off').map(dayOfCall);
      const steps = history.map(({ stage: reached, on }) => ({ stage: reached, on }));
      return { opportunityId, stage, role: details.role, level: details.level, entries: steps, callDays };
    });
    return { ...openHunt(open, rows.hunt), histories };
  },
});
