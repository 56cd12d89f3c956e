import { allow } from '@parley/domain/kernel/decision';
import { conflict } from '@parley/domain/kernel/error';
import { CreateNegotiation, NegotiationRef, RemoveNegotiation } from '@parley/domain/negotiation/input';
import { createPlan } from '@parley/domain/negotiation/negotiation';
import { cite } from '@parley/domain/negotiation/plan/decision';
import { SaveNegotiation } from '@parley/domain/negotiation/plan/input';
import { startingObjections } from '@parley/domain/negotiation/plan/objection';
import { canChangeCurrency, canCreateNegotiation } from '@parley/domain/negotiation/policy';
import { findItem } from '../item/store.ts';
import { countNegotiations } from '../offer/store.ts';
import { read } from '../read.ts';
import { router, signedIn } from '../trpc.ts';
import { findAsks } from './asks/store.ts';
import { findMoves } from './ledger/store.ts';
import { findProcesses } from './plan/decision-store.ts';
import { createObjections } from './plan/objection-store.ts';
import { createWalkAway, removeWalkAway } from './plan/walk-away-store.ts';
import * as store from './store.ts';
import { negotiationQuestion } from './view.ts';

export const negotiationRouter = router({
  create: signedIn.input(CreateNegotiation).mutation(async ({ ctx, input }) => {
    const { opportunityId } = await findItem(ctx, input.offerId);
    allow(canCreateNegotiation(await countNegotiations(ctx, input.offerId)));
    const made = await store.createNegotiation(ctx, input.offerId, opportunityId, createPlan(input.currency));
    await createWalkAway(ctx, made.negotiationId);
    await createObjections(ctx, made.negotiationId, made.ownerId, startingObjections);
    return { negotiationId: made.negotiationId };
  }),

  get: read(NegotiationRef, negotiationQuestion),

  save: signedIn.input(SaveNegotiation).mutation(async ({ ctx, input }) => {
    const loaded = await store.findNegotiation(ctx, input.negotiationId);
    if (loaded.rev !== input.rev) throw conflict(loaded);
    const asks = await findAsks(ctx, loaded.negotiationId, loaded.ownerId);
    const moves = await findMoves(ctx, loaded.negotiationId, loaded.ownerId);
    allow(canChangeCurrency(loaded.plan, input.plan, asks, moves));
    const { script } = input.plan;
    const cited = script.cites?.offerId ?? null;
    const live = cited === null ? [] : await findProcesses(ctx, loaded.opportunityId);
    const cites = cite(cited, loaded.plan.script.cites, live, 'plan.script.cites');
    const next = { ...input.plan, script: { ...script, cites } };
    const { rev, plan } = await store.savePlan(ctx, loaded, input.rev, next);
    return { rev, plan };
  }),

  remove: signedIn.input(RemoveNegotiation).mutation(async ({ ctx, input }) => {
    await removeWalkAway(ctx, input.negotiationId);
    await store.removeNegotiation(ctx, input.negotiationId);
    return { negotiationId: input.negotiationId };
  }),
});
