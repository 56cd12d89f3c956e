import { allow } from '@parley/domain/kernel/decision';
import { conflict } from '@parley/domain/kernel/error';
import { findStanding } from '@parley/domain/negotiation/ledger/move';
import {
  CreateRound,
  ExtendRound,
  OpenRound,
  RevealRound,
  RoundRef,
  RoundsOf,
  SaveRound,
  SealCounter,
} from '@parley/domain/round/input';
import * as policy from '@parley/domain/round/policy';
import { buildNextDocument, proposeDeadline, usualQuorum } from '@parley/domain/round/round';
import { countMissingCounters, type RoundStanding, refusePast } from '@parley/domain/round/seats';
import { findMoves } from '../negotiation/ledger/store.ts';
import { findNegotiation } from '../negotiation/store.ts';
import { read } from '../read.ts';
import { router, type Scope, signedIn } from '../trpc.ts';
import { write } from '../write.ts';
import { sealingCounter } from './act.ts';
import { findCounters } from './counter-store.ts';
import { loadPreparation, settle, tell } from './settle-act.ts';
import * as store from './store.ts';
import { roundQuestion, roundsQuestion } from './view.ts';

/** The round in this call's hand, settled: nobody else seals, reveals or opens before it has answered. */
async function holdSettled(scope: Scope, roundId: string): Promise<RoundStanding> {
  await store.holdRound(scope, roundId);
  await settle(scope, roundId);
  return store.findStanding(scope, roundId);
}

/** A draft over what the employer has on the table, asking what the last round asked. */
async function create(scope: Scope, negotiationId: string): Promise<string> {
  const negotiation = await findNegotiation(scope, negotiationId);
  await store.holdRounds(scope, negotiationId);
  const earlier = await store.findRounds(scope, negotiationId);
  allow(policy.canCreateRound(earlier.length));
  const table = findStanding(await findMoves(scope, negotiationId, negotiation.ownerId), 'employer');
  const last = earlier.at(-1);
  const origin = { negotiationId, opportunityId: negotiation.opportunityId, number: (last?.number ?? 0) + 1 };
  return store.createRound(scope, origin, {
    document: buildNextDocument(negotiation.plan.currency, table, last?.document ?? null),
    deadlineAt: proposeDeadline(scope.now).toISOString(),
    quorum: last?.quorum ?? usualQuorum,
    named: last?.named ?? true,
  });
}

export const roundRouter = router({
  list: read(RoundsOf, roundsQuestion),
  get: read(RoundRef, roundQuestion),

  create: signedIn.input(CreateRound).mutation(async ({ ctx, input }) => {
    return { roundId: await create(ctx, input.negotiationId) };
  }),

  save: signedIn.input(SaveRound).mutation(async ({ ctx, input }) => {
    const { roundId, rev, ...terms } = input;
    allow(policy.canSave(ctx.viewer.id, await holdSettled(ctx, roundId)));
    await store.saveRound(ctx, await store.findRound(ctx, roundId), rev, terms);
    return { rev: rev + 1 };
  }),

  open: signedIn.input(OpenRound).mutation(async ({ ctx, input }) => {
    const who = await holdSettled(ctx, input.roundId);
    const round = await store.findRound(ctx, input.roundId);
    if (round.rev !== input.rev) throw conflict(round);
    await store.holdRounds(ctx, round.negotiationId);
    const [target] = await findCounters(ctx, round);
    allow(policy.canOpen(ctx.viewer.id, who, await loadPreparation(ctx, round, target)));
    await store.moveRound(ctx, round.roundId, 'open');
    await tell(ctx, 'roundOpened', who, round.roundId);
    return { roundId: round.roundId };
  }),

  extend: signedIn.input(ExtendRound).mutation(async ({ ctx, input }) => {
    allow(policy.canExtend(ctx.viewer.id, await holdSettled(ctx, input.roundId)));
    refusePast(input.deadlineAt, ctx.now);
    const round = await store.findRound(ctx, input.roundId);
    await store.saveRound(ctx, round, input.rev, { ...round, deadlineAt: input.deadlineAt });
    return { rev: input.rev + 1 };
  }),

  seal: write(SealCounter, sealingCounter),

  reveal: signedIn.input(RevealRound).mutation(async ({ ctx, input }) => {
    const who = await holdSettled(ctx, input.roundId);
    allow(policy.canReveal(ctx.viewer.id, who));
    const missing = countMissingCounters(who);
    if (missing !== input.missing)
      throw conflict({ missing }, 'Somebody has sealed, or the people asked have changed. Look again.');
    await store.moveRound(ctx, input.roundId, 'revealed');
    await tell(ctx, 'roundRevealed', who, input.roundId);
    return { roundId: input.roundId };
  }),

  cancel: signedIn.input(RoundRef).mutation(async ({ ctx, input }) => {
    allow(policy.canCancel(ctx.viewer.id, await holdSettled(ctx, input.roundId)));
    await store.moveRound(ctx, input.roundId, 'cancelled');
    return { roundId: input.roundId };
  }),

  close: signedIn.input(RoundRef).mutation(async ({ ctx, input }) => {
    allow(policy.canClose(ctx.viewer.id, await holdSettled(ctx, input.roundId)));
    await store.moveRound(ctx, input.roundId, 'closed');
    return { roundId: input.roundId };
  }),

  remove: signedIn.input(RoundRef).mutation(async ({ ctx, input }) => {
    allow(policy.canRemove(ctx.viewer.id, await holdSettled(ctx, input.roundId)));
    await store.removeRound(ctx, input.roundId);
    return { roundId: input.roundId };
  }),
});
