import { defaultAssumptions } from '@parley/domain/compensation/assumptions';
import { projectOffer } from '@parley/domain/compensation/project-offer';
import type { Levels } from '@parley/domain/item/levels';
import { allow } from '@parley/domain/kernel/decision';
import { conflict, invalid, notFound } from '@parley/domain/kernel/error';
import { AddVersion, CreateOffer, OfferRef, PreviewOffer, RemoveOffer, SaveOffer } from '@parley/domain/offer/input';
import { completenessOf, latestOf, sinceFirst } from '@parley/domain/offer/offer';
import { canAddVersion, canOpen, canRemove, checkFrame, checkVersion } from '@parley/domain/offer/policy';
import { type OfferView, viewOffer } from '@parley/domain/offer/sharing/disclosure';
import { employerFor } from '@parley/domain/opportunity/header';
import { findNames } from '../identity/store.ts';
import { findParts, findPartsAsReader } from '../item/store.ts';
import { findHeader, findOpportunity, findOwnOffers } from '../opportunity/store.ts';
import { router, type Scope, signedIn, witnessed } from '../trpc.ts';
import * as store from './store.ts';

/** The offer that an edit is based on. Throws a conflict when the edit has seen an older one. */
async function loaded(scope: Scope, { offerId, rev }: { offerId: string; rev: number }) {
  const offer = await store.findOffer(scope, offerId);
  if (offer.rev !== rev) throw conflict(whole(offer));
  return offer;
}

/** Everything, for the owner. */
function whole(offer: store.Offer) {
  const { assumptions } = offer.frame;
  const latest = latestOf(offer.versions);
  return {
    ...offer,
    projection: latest && projectOffer(latest.content, assumptions),
    completeness: latest && completenessOf(latest.content.components),
    difference: sinceFirst(offer.versions, assumptions),
  };
}

/** The one way to a reader's view: `open` and `preview` differ only in how they come to the levels. */
function seen(offer: store.Offer, employer: string, levels: Levels): OfferView | null {
  const version = latestOf(offer.versions);
  return version && viewOffer({ employer: { company: employer, alias: employer }, version, frame: offer.frame }, levels);
}

/** What a reader of the owner's choice would get now. */
async function asReader(scope: Scope, offer: store.Offer, readerId: string): Promise<OfferView | null> {
  const parts = await findPartsAsReader(scope, offer.opportunityId, readerId);
  const levels = parts.find((part) => part.id === offer.offerId)?.levels;
  if (!levels) throw invalid('as.readerId', 'This person cannot see the offer now.');
  const { details } = await findOpportunity(scope, offer.opportunityId);
  return seen(
    offer,
    employerFor(
      details,
      parts.some((part) => part.levels?.company === 'exact'),
    ),
    levels,
  );
}

/** The viewer's own offers that have something on record, last changed first: what can be laid side by side. */
async function listMine(scope: Scope) {
  const lines = [];
  for (const { id, opportunityId } of await findOwnOffers(scope)) {
    const { versions, updatedAt } = await store.findOffer(scope, id);
    const latest = latestOf(versions);
    if (!latest) continue;
    const { role, employer } = await findHeader(scope, opportunityId, await findParts(scope, opportunityId));
    const { number, stage, content } = latest;
    lines.push({ offerId: id, opportunityId, role, employer, number, stage, currency: content.currency, updatedAt });
  }
  return lines.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
}

export const offerRouter = router({
  mine: signedIn.query(({ ctx }) => listMine(ctx)),

  create: signedIn.input(CreateOffer).mutation(async ({ ctx, input: { opportunityId, ...given } }) => {
    const frame = { ...given, extension: 'none' as const, redFlag: null, assumptions: defaultAssumptions };
    return whole(await store.createOffer(ctx, opportunityId, frame));
  }),

  save: signedIn.input(SaveOffer).mutation(async ({ ctx, input }) => {
    const offer = await loaded(ctx, input);
    checkFrame(offer.versions, input.frame);
    return whole(await store.saveFrame(ctx, offer, input.frame));
  }),

  addVersion: signedIn.input(AddVersion).mutation(async ({ ctx, input }) => {
    const offer = await loaded(ctx, input);
    allow(canAddVersion(offer.versions.length));
    checkVersion(input.version, offer.frame, 'version');
    return whole(await store.addVersion(ctx, offer, input.version));
  }),

  get: signedIn.input(OfferRef).query(async ({ ctx, input }) => whole(await store.findOffer(ctx, input.offerId))),

  open: witnessed.input(OfferRef).mutation(async ({ ctx, input: { offerId } }) => {
    allow(canOpen(ctx.relation === 'owner'));
    // First the log: without its row the database gives nothing of the offer. All of it is one transaction.
    await store.signLog(ctx, offerId);
    const offer = await store.findOffer(ctx, offerId);
    const parts = await findParts(ctx, offer.opportunityId);
    const levels = parts.find((part) => part.id === offerId)?.levels;
    if (!levels) throw notFound();
    const { employer } = await findHeader(ctx, offer.opportunityId, parts);
    return seen(offer, employer, levels);
  }),

  preview: signedIn.input(PreviewOffer).query(async ({ ctx, input }) => {
    const offer = await store.findOffer(ctx, input.offerId);
    if (input.as.who === 'reader') return asReader(ctx, offer, input.as.readerId);
    const { levels } = input.as;
    const { details } = await findOpportunity(ctx, offer.opportunityId);
    return seen(offer, employerFor(details, levels.company === 'exact'), levels);
  }),

  log: signedIn.input(OfferRef).query(async ({ ctx, input }) => {
    const openings = await store.findLog(ctx, input.offerId);
    const names = await findNames(ctx, [...new Set(openings.map(({ readerId }) => readerId))]);
    return openings.map((opening) => ({ ...opening, name: names.get(opening.readerId) ?? '' }));
  }),

  remove: signedIn.input(RemoveOffer).mutation(async ({ ctx, input }) => {
    const offer = await loaded(ctx, input);
    allow(canRemove((await store.countNegotiations(ctx, input.offerId)) > 0));
    await store.removeOffer(ctx, offer);
    return { offerId: offer.offerId };
  }),
});
