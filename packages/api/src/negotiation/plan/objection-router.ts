import { allow } from '@parley/domain/kernel/decision';
import { notFound } from '@parley/domain/kernel/error';
import { CreateObjection, RemoveObjection, SaveObjection } from '@parley/domain/negotiation/plan/input';
import { canAdd } from '@parley/domain/negotiation/policy';
import { router, signedIn } from '../../trpc.ts';
import { findNegotiation } from '../store.ts';
import { createObjections, findObjection, findObjections, removeObjection, saveObjection } from './objection-store.ts';

export const objectionRouter = router({
  create: signedIn.input(CreateObjection).mutation(async ({ ctx, input }) => {
    const { negotiationId, ownerId } = await findNegotiation(ctx, input.negotiationId);
    const existing = await findObjections(ctx, negotiationId, ownerId);
    allow(canAdd('objections', existing.length));
    const [made] = await createObjections(ctx, negotiationId, ownerId, [input.objection]);
    if (!made) throw notFound();
    return made;
  }),

  save: signedIn.input(SaveObjection).mutation(async ({ ctx, input }) => {
    const found = await findObjection(ctx, input.objectionId);
    return saveObjection(ctx, found, input.rev, input.objection);
  }),

  remove: signedIn.input(RemoveObjection).mutation(async ({ ctx, input }) => {
    await removeObjection(ctx, input.objectionId);
    return { objectionId: input.objectionId };
  }),
});
