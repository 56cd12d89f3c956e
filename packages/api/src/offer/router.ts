import { defaultAssumptions } from '@parley/domain/compensation/assumptions';
import { allow } from '@parley/domain/kernel/decision';
import { conflict } from '@parley/domain/kernel/error';
import { AddVersion, CreateOffer, OfferRef, PreviewOffer, RemoveOffer, SaveOffer } from '@parley/domain/offer/input';
import { canAddVersion, canRemove, checkFrame, checkVersion } from '@parley/domain/offer/policy';
import { read, readOwn } from '../read.ts';
import { router, type Scope, signedIn } from '../trpc.ts';
import { witness } from '../write.ts';
import { openingOffer } from './act.ts';
import * as store from './store.ts';
import { logQuestion, offerQuestion, ownOffersQuestion, previewQuestion, viewWhole } from './view.ts';

/** The offer that an edit is based on. Throws a conflict when the edit has seen an older one. */
async function loadOffer(scope: Scope, { offerId, rev }: { offerId: string; rev: number }) {
  const offer = await store.findOffer(scope, offerId);
  if (offer.rev !== rev) throw conflict(viewWhole(offer));
  return offer;
}

export const offerRouter = router({
  mine: readOwn(ownOffersQuestion),

  create: signedIn.input(CreateOffer).mutation(async ({ ctx, input: { opportunityId, ...given } }) => {
    const frame = { ...given, extension: 'none' as const, redFlag: null, assumptions: defaultAssumptions };
    return viewWhole(await store.createOffer(ctx, opportunityId, frame));
  }),

  save: signedIn.input(SaveOffer).mutation(async ({ ctx, input }) => {
    const offer = await loadOffer(ctx, input);
    checkFrame(offer.versions, input.frame);
    return viewWhole(await store.saveFrame(ctx, offer, input.frame));
  }),

  addVersion: signedIn.input(AddVersion).mutation(async ({ ctx, input }) => {
    const offer = await loadOffer(ctx, input);
    allow(canAddVersion(offer.versions.length));
    checkVersion(input.version, offer.frame, 'version');
    return viewWhole(await store.addVersion(ctx, offer, input.version));
  }),

  get: read(OfferRef, offerQuestion),

  open: witness(OfferRef, openingOffer),

  preview: read(PreviewOffer, previewQuestion),

  log: read(OfferRef, logQuestion),

  remove: signedIn.input(RemoveOffer).mutation(async ({ ctx, input }) => {
    const offer = await loadOffer(ctx, input);
    allow(canRemove((await store.countNegotiations(ctx, input.offerId)) > 0));
    await store.removeOffer(ctx, offer);
    return { offerId: offer.offerId };
  }),
});
