import { allow } from '@parley/domain/kernel/decision';
import { conflict, invalid } from '@parley/domain/kernel/error';
import { canAcceptByStage } from '@parley/domain/negotiation/terms/gate';
import {
  CreateOpportunity,
  OpportunityRef,
  RemoveOpportunity,
  SaveOpportunity,
  SetStage,
  UndoStage,
} from '@parley/domain/opportunity/input';
import { canDate, canMove, canUndo, type StageEntry } from '@parley/domain/opportunity/opportunity';
import { read, readOwn } from '../read.ts';
import { router, type Scope, signedIn } from '../trpc.ts';
import { countAcceptances, removeWalkAways } from './ending-store.ts';
import { addStage, dropStage } from './stage-store.ts';
import * as store from './store.ts';
import { boardQuestion, pageQuestion, timelineQuestion } from './view.ts';

const blank = { level: '', place: '', source: '', posting: '', targeted: false, people: [], next: null };

/** The opportunity that an edit is based on. Throws a conflict when the edit has seen an older one. */
async function loadOpportunity(scope: Scope, { opportunityId, rev }: { opportunityId: string; rev: number }) {
  const opportunity = await store.findOpportunity(scope, opportunityId);
  if (opportunity.rev !== rev) throw conflict(opportunity);
  return opportunity;
}

function checkDate(history: StageEntry[], on: string, now: Date): void {
  const decision = canDate(history, on, now);
  if (!decision.allowed) throw invalid('on', decision.reason);
}

export const opportunityRouter = router({
  list: readOwn(boardQuestion),

  page: read(OpportunityRef, pageQuestion),

  timeline: read(OpportunityRef, timelineQuestion),

  create: signedIn.input(CreateOpportunity).mutation(async ({ ctx, input }) => {
    const { stage, on, ...given } = input;
    checkDate([], on, ctx.now);
    return store.createOpportunity(ctx, { ...blank, ...given }, stage, on);
  }),

  save: signedIn.input(SaveOpportunity).mutation(async ({ ctx, input }) => {
    const opportunity = await loadOpportunity(ctx, input);
    return store.saveOpportunity(ctx, opportunity, { stage: opportunity.stage, details: input.details });
  }),

  setStage: signedIn.input(SetStage).mutation(async ({ ctx, input: { stage, on, ...base } }) => {
    const opportunity = await loadOpportunity(ctx, base);
    allow(canMove(opportunity.stage, stage));
    if (stage === 'accepted') {
      const { negotiations, acceptances } = await countAcceptances(ctx, opportunity.opportunityId);
      allow(canAcceptByStage(negotiations, acceptances));
    }
    checkDate(opportunity.history, on, ctx.now);
    await addStage(ctx, opportunity.opportunityId, stage, on);
    return store.saveOpportunity(ctx, opportunity, { stage, details: opportunity.details });
  }),

  undoStage: signedIn.input(UndoStage).mutation(async ({ ctx, input }) => {
    const opportunity = await loadOpportunity(ctx, input);
    const { history, stage, details } = opportunity;
    allow(canUndo(history, ctx.now));
    await dropStage(ctx, history.at(-1)?.id ?? '');
    return store.saveOpportunity(ctx, opportunity, { stage: history.at(-2)?.stage ?? stage, details });
  }),

  remove: signedIn.input(RemoveOpportunity).mutation(async ({ ctx, input }) => {
    const opportunity = await loadOpportunity(ctx, input);
    await removeWalkAways(ctx, opportunity.opportunityId);
    await store.removeOpportunity(ctx, opportunity);
    return { opportunityId: opportunity.opportunityId };
  }),
});
