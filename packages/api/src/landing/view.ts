import { landingDue } from '@parley/domain/landing/landing';
import { opportunityContent } from '../opportunity/rows.ts';
import { question } from '../read.ts';
import { keepsakeContent, landedCounts, ownKeepsakes, ownLanding } from './rows.ts';

/** What is chosen for after landing, when it happens, how much there is to go, and what was reduced before. */
export const landingQuestion = question({
  ask: () => ({ landing: ownLanding(), counts: landedCounts(), keepsakes: ownKeepsakes() }),
  answer({ rows, open }) {
    const { choice = null, days = null, since = null, landedAt = null } = rows.landing[0] ?? {};
    const due = landedAt && since && days !== null ? landingDue(landedAt, since, days) : null;
    const keepsakes = rows.keepsakes.map(({ id, opportunityId, ownerId: owner, sealed, rev, opportunity }) => {
      const { company, role } = open(opportunityContent, { id: opportunityId, owner, rev }, opportunity);
      return { keepsakeId: id, opportunityId, company, role, ...open(keepsakeContent, { id, owner, rev: 1 }, sealed) };
    });
    const counts = rows.counts[0] ?? { offers: 0, negotiations: 0 };
    return { choice, days, landedAt: landedAt?.toISOString() ?? null, dueAt: due?.toISOString() ?? null, ...counts, keepsakes };
  },
});
