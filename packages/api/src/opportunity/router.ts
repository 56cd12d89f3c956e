import type { Part } from '@parley/domain/item/reach';
import { allow } from '@parley/domain/kernel/decision';
import { conflict, invalid } from '@parley/domain/kernel/error';
import { mayAcceptByStage } from '@parley/domain/negotiation/terms/gate';
import { endOf } from '@parley/domain/offer/deadline';
import { type Card, nearestDeadline } from '@parley/domain/opportunity/board';
import {
  createOpportunity,
  getOpportunity,
  removeOpportunity,
  saveOpportunity,
  setStage,
  undoStage,
} from '@parley/domain/opportunity/input';
import { mayDate, mayMove, mayUndo, type StageEntry } from '@parley/domain/opportunity/opportunity';
import { findParts } from '../item/store.ts';
import { router, type Scope, signedIn } from '../trpc.ts';
import { findOwnDeadlines } from './deadline-store.ts';
import { countAcceptances, removeWalkAways } from './ending-store.ts';
import { addStage, dropStage, findHistory } from './stage-store.ts';
import * as store from './store.ts';

const blank = { level: '', place: '', source: '', posting: '', targeted: false, people: [], next: null };

/** The opportunity that an edit is based on. Throws a conflict when the edit has seen an older one. */
async function loaded(scope: Scope, { opportunityId, rev }: { opportunityId: string; rev: number }) {
  const opportunity = await store.findOpportunity(scope, opportunityId);
  if (opportunity.rev !== rev) throw conflict(opportunity);
  return opportunity;
}

function checkDate(history: StageEntry[], on: string, now: Date): void {
  const decision = mayDate(history, on, now);
  if (!decision.allowed) throw invalid('on', decision.reason);
}

/** The nearest deadline of each of the viewer's opportunities that have an offer. A reader learns it from the offer alone. */
async function findDeadlines(scope: Scope, opportunityId?: string): Promise<Map<string, string | null>> {
  const ends = new Map<string, Date[]>();
  for (const { opportunityId: id, deadline } of await findOwnDeadlines(scope, opportunityId))
    if (deadline) ends.set(id, [...(ends.get(id) ?? []), new Date(endOf(deadline))]);
  return new Map([...ends].map(([id, all]) => [id, nearestDeadline(all, scope.now)]));
}

function toCard({ opportunityId, rev, stage, details, history }: store.Opportunity, deadline: string | null): Card {
  const { company, role, level, place, targeted, next } = details;
  const since = history.at(-1)?.on ?? '';
  return { opportunityId, rev, company, role, level, place, targeted, stage, since, next, deadline };
}

const kinds = ['mission', 'debrief', 'offer', 'negotiation', 'round'] as const;

function idsByKind(parts: Part[]): Record<(typeof kinds)[number], string[]> {
  const of = (kind: Part['kind']) => parts.filter((part) => part.kind === kind).map(({ id }) => id);
  return {
    mission: of('mission'),
    debrief: of('debrief'),
    offer: of('offer'),
    negotiation: of('negotiation'),
    round: of('round'),
  };
}

export const opportunityRouter = router({
  list: signedIn.query(async ({ ctx }) => {
    const deadlines = await findDeadlines(ctx);
    const all = await store.findOpportunities(ctx);
    return all.map((one) => toCard(one, deadlines.get(one.opportunityId) ?? null));
  }),

  page: signedIn.input(getOpportunity).query(async ({ ctx, input: { opportunityId } }) => {
    const parts = await findParts(ctx, opportunityId);
    const header = await store.findHeader(ctx, opportunityId, parts);
    const own = header.mine ? await store.findOpportunity(ctx, opportunityId) : null;
    const deadline = own && ((await findDeadlines(ctx, opportunityId)).get(opportunityId) ?? null);
    return { header, own, deadline, parts: idsByKind(parts), hasTimeline: parts.some(({ id }) => id === opportunityId) };
  }),

  timeline: signedIn.input(getOpportunity).query(async ({ ctx, input: { opportunityId } }) => {
    const parts = await findParts(ctx, opportunityId);
    return parts.some(({ id }) => id === opportunityId) ? findHistory(ctx, opportunityId) : [];
  }),

  create: signedIn.input(createOpportunity).mutation(async ({ ctx, input }) => {
    const { stage, on, ...given } = input;
    checkDate([], on, ctx.now);
    return store.createOpportunity(ctx, { ...blank, ...given }, stage, on);
  }),

  save: signedIn.input(saveOpportunity).mutation(async ({ ctx, input }) => {
    const opportunity = await loaded(ctx, input);
    return store.saveOpportunity(ctx, opportunity, { stage: opportunity.stage, details: input.details });
  }),

  setStage: signedIn.input(setStage).mutation(async ({ ctx, input: { stage, on, ...base } }) => {
    const opportunity = await loaded(ctx, base);
    allow(mayMove(opportunity.stage, stage));
    if (stage === 'accepted') {
      const { negotiations, acceptances } = await countAcceptances(ctx, opportunity.opportunityId);
      allow(mayAcceptByStage(negotiations, acceptances));
    }
    checkDate(opportunity.history, on, ctx.now);
    await addStage(ctx, opportunity.opportunityId, stage, on);
    return store.saveOpportunity(ctx, opportunity, { stage, details: opportunity.details });
  }),

  undoStage: signedIn.input(undoStage).mutation(async ({ ctx, input }) => {
    const opportunity = await loaded(ctx, input);
    const { history, stage, details } = opportunity;
    allow(mayUndo(history, ctx.now));
    await dropStage(ctx, history.at(-1)?.id ?? '');
    return store.saveOpportunity(ctx, opportunity, { stage: history.at(-2)?.stage ?? stage, details });
  }),

  remove: signedIn.input(removeOpportunity).mutation(async ({ ctx, input }) => {
    const opportunity = await loaded(ctx, input);
    await removeWalkAways(ctx, opportunity.opportunityId);
    await store.removeOpportunity(ctx, opportunity);
    return { opportunityId: opportunity.opportunityId };
  }),
});
