import { allow } from '@parley/domain/kernel/decision';
import { CreateEvidence, RemoveEvidence, SaveEvidence } from '@parley/domain/negotiation/plan/input';
import { canAdd } from '@parley/domain/negotiation/policy';
import { router, signedIn } from '../../trpc.ts';
import { findNegotiation } from '../store.ts';
import { createEvidence, findEntry, findEvidence, removeEvidence, saveEvidence } from './evidence-store.ts';

export const evidenceRouter = router({
  create: signedIn.input(CreateEvidence).mutation(async ({ ctx, input }) => {
    const { negotiationId, ownerId } = await findNegotiation(ctx, input.negotiationId);
    const existing = await findEvidence(ctx, negotiationId, ownerId);
    allow(canAdd('evidence', existing.length));
    return createEvidence(ctx, negotiationId, ownerId, input.evidence);
  }),

  save: signedIn.input(SaveEvidence).mutation(async ({ ctx, input }) => {
    const found = await findEntry(ctx, input.evidenceId);
    return saveEvidence(ctx, found, input.rev, input.evidence);
  }),

  remove: signedIn.input(RemoveEvidence).mutation(async ({ ctx, input }) => {
    await removeEvidence(ctx, input.evidenceId);
    return { evidenceId: input.evidenceId };
  }),
});
