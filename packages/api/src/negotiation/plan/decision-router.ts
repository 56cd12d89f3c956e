import { notFound } from '@parley/domain/kernel/error';
import { GetNegotiation } from '@parley/domain/negotiation/input';
import { router, signedIn } from '../../trpc.ts';
import { findNegotiation } from '../store.ts';
import { findOwnOffer, findProcesses } from './decision-store.ts';

/** The parts of "should I negotiate?", for the owner. The walk-away is none of them: it has its own procedure. */
export const decisionRouter = router({
  get: signedIn.input(GetNegotiation).query(async ({ ctx, input }) => {
    const { offerId, opportunityId, ownerId } = await findNegotiation(ctx, input.negotiationId);
    if (ownerId !== ctx.viewer.id) throw notFound();
    const own = await findOwnOffer(ctx, offerId);
    const processes = await findProcesses(ctx, opportunityId);
    return { offered: own?.offered ?? null, short: own?.short ?? false, processes };
  }),
});
