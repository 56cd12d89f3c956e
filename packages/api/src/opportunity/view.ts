import type { itemKinds } from '@parley/domain/item/item';
import type { Part } from '@parley/domain/item/reach';
import { groupBy } from '@parley/domain/kernel/group';
import type { Card } from '@parley/domain/opportunity/board';
import { itemsOf, openSeats, pickParts, sharesOnOf } from '../item/rows.ts';
import { question } from '../read.ts';
import { nearestOf, ownFrames, ownFramesOf } from './deadline-rows.ts';
import {
  headOf,
  historyOf,
  type Opportunity,
  openHeader,
  openOpportunity,
  ownOpportunities,
  ownStages,
  stagesOf,
} from './rows.ts';

function toCard({ opportunityId, rev, stage, details, history }: Opportunity, deadline: string | null): Card {
  const { company, role, level, place, targeted, next, tags, calls, followedOn, archived } = details;
  const since = history.at(-1)?.on ?? '';
  const shown = { company, role, level, place, targeted, next, tags, calls, followedOn, archived };
  return { opportunityId, rev, stage, since, deadline, ...shown };
}

/** The viewer's own opportunities, as the board shows them. */
export const boardQuestion = question({
  ask: () => ({ opportunities: ownOpportunities(), stages: ownStages(), frames: ownFrames() }),
  answer({ rows, open, now }) {
    const entries = groupBy(rows.stages, ({ opportunityId }) => opportunityId);
    const deadlines = nearestOf(open, rows.frames, now);
    return rows.opportunities.map((row) =>
      toCard(openOpportunity(open, row, entries.get(row.id) ?? []), deadlines.get(row.id) ?? null),
    );
  },
});

type Shown = Exclude<(typeof itemKinds)[number], 'opportunity'>;

function idsByKind(parts: readonly Part[]): Record<Shown, string[]> {
  const of = (kind: Shown) => parts.filter((part) => part.kind === kind).map(({ id }) => id);
  return {
    mission: of('mission'),
    debrief: of('debrief'),
    offer: of('offer'),
    negotiation: of('negotiation'),
    round: of('round'),
  };
}

/** An opportunity's head, and which parts of it the viewer may read. */
export const pageQuestion = question({
  ask: ({ opportunityId }: { opportunityId: string }) => ({
    items: itemsOf(opportunityId),
    shares: sharesOnOf(opportunityId),
    seats: openSeats(),
    head: headOf(opportunityId),
    stages: stagesOf(opportunityId),
    frames: ownFramesOf(opportunityId),
  }),
  answer({ rows, open, viewer, now }, { opportunityId }) {
    const parts = pickParts({ viewer, now }, rows);
    const [head] = rows.head;
    const header = openHeader(open, viewer.id, head, parts);
    const own = header.mine && head ? openOpportunity(open, head, rows.stages) : null;
    const deadline = own && (nearestOf(open, rows.frames, now).get(opportunityId) ?? null);
    return { header, own, deadline, parts: idsByKind(parts), hasTimeline: parts.some(({ id }) => id === opportunityId) };
  },
});

/** The dated history, for those who may read the opportunity itself. */
export const timelineQuestion = question({
  ask: ({ opportunityId }: { opportunityId: string }) => ({
    items: itemsOf(opportunityId),
    shares: sharesOnOf(opportunityId),
    seats: openSeats(),
    stages: stagesOf(opportunityId),
  }),
  answer({ rows, viewer, now }, { opportunityId }) {
    const parts = pickParts({ viewer, now }, rows);
    return parts.some(({ id }) => id === opportunityId) ? historyOf(rows.stages) : [];
  },
});
