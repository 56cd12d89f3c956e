import { AddVersion, CreateOffer, OfferRef, PreviewOffer, RemoveOffer, SaveOffer } from '@parley/domain/offer/input';
import { read, readOwn } from '../read.ts';
import { router } from '../trpc.ts';
import { witness, write } from '../write.ts';
import { openingOffer } from './act.ts';
import { addingVersion, creatingOffer, removingOffer, savingOffer } from './edit-act.ts';
import { logQuestion, offerQuestion, ownOffersQuestion, previewQuestion } from './view.ts';

export const offerRouter = router({
  mine: readOwn(ownOffersQuestion),
  create: write(CreateOffer, creatingOffer),
  save: write(SaveOffer, savingOffer),
  addVersion: write(AddVersion, addingVersion),
  get: read(OfferRef, offerQuestion),
  open: witness(OfferRef, openingOffer),
  preview: read(PreviewOffer, previewQuestion),
  log: read(OfferRef, logQuestion),
  remove: write(RemoveOffer, removingOffer),
});
