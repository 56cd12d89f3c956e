import { projectOffer } from '@parley/domain/compensation/project-offer';
import type { Levels } from '@parley/domain/item/levels';
import { invalid, notFound } from '@parley/domain/kernel/error';
import type { KeptAttachment } from '@parley/domain/offer/attachment/attachment';
import type { OfferRef, PreviewOffer } from '@parley/domain/offer/input';
import { compareWithFirst, completenessOf, latestOf } from '@parley/domain/offer/offer';
import { type OfferView, viewOffer } from '@parley/domain/offer/sharing/disclosure';
import { employerFor } from '@parley/domain/opportunity/header';
import type { z } from 'zod';
import { knownPeople, namesOf } from '../identity/rows.ts';
import { itemsBeside, openSeats, pickPartsAsReader, sharesBeside } from '../item/rows.ts';
import { headBeside, opportunityContent, ownOpportunities } from '../opportunity/rows.ts';
import { question } from '../read.ts';
import { attachmentsOf, isShownTo, openAttachment } from './attachment/rows.ts';
import { type Offer, offerOf, openingsOf, openOffer, openVersion, ownLatestVersions, ownOffers, versionsOf } from './rows.ts';

type Ref = z.output<typeof OfferRef>;

/** Everything, for the owner. */
export function viewWhole(offer: Offer) {
  const { assumptions } = offer.frame;
  const latest = latestOf(offer.versions);
  return {
    ...offer,
    projection: latest && projectOffer(latest.content, assumptions),
    completeness: latest && completenessOf(latest.content.components),
    difference: compareWithFirst(offer.versions, assumptions),
  };
}

/** What a reader gets: the figures at their levels, and the files that they are shown. */
export type ReaderView = OfferView & { letters: KeptAttachment[] };

/** The one way to a reader's view: `open` and `preview` differ only in how they come to the levels. */
export function viewAsReader(offer: Offer, employer: string, levels: Levels, letters: KeptAttachment[]): ReaderView | null {
  const version = latestOf(offer.versions);
  if (!version) return null;
  const view = viewOffer({ employer: { company: employer, alias: employer }, version, frame: offer.frame }, levels);
  return { ...view, letters };
}

export const offerQuestion = question({
  ask: ({ offerId }: Ref) => ({ offer: offerOf(offerId), versions: versionsOf(offerId) }),
  answer: ({ rows, open }) => viewWhole(openOffer(open, rows.offer[0], rows.versions)),
});

/** The viewer's own offers that have something on record, last changed first: what can be laid side by side. */
export const ownOffersQuestion = question({
  ask: () => ({ offers: ownOffers(), versions: ownLatestVersions(), opportunities: ownOpportunities() }),
  answer({ rows, open }) {
    const latest = new Map(rows.versions.map((row) => [row.offerId, row]));
    const opportunities = new Map(rows.opportunities.map((row) => [row.id, row]));
    return rows.offers.flatMap(({ id: offerId, ownerId: owner, opportunityId, updatedAt }) => {
      const version = latest.get(offerId);
      const row = opportunities.get(opportunityId);
      if (!version || !row) return [];
      const { role, company } = open(opportunityContent, { id: opportunityId, owner, rev: row.rev }, row.sealed);
      const { number, stage, content } = openVersion(open, owner, version);
      const { currency } = content;
      return { offerId, opportunityId, role, employer: company, number, stage, currency, updatedAt: updatedAt.toISOString() };
    });
  },
});

/** For the owner: what somebody with these levels, or a reader of their choice, would get now. */
export const previewQuestion = question({
  ask: ({ offerId }: z.output<typeof PreviewOffer>) => ({
    offer: offerOf(offerId),
    versions: versionsOf(offerId),
    letters: attachmentsOf(offerId),
    head: headBeside(offerId),
    items: itemsBeside(offerId),
    shares: sharesBeside(offerId),
    seats: openSeats(),
  }),
  answer({ rows, open, viewer, now }, { as }) {
    const offer = openOffer(open, rows.offer[0], rows.versions);
    const [head] = rows.head;
    if (!head || offer.ownerId !== viewer.id) throw notFound();
    const details = open(opportunityContent, { id: head.id, owner: head.ownerId, rev: head.rev }, head.sealed);
    if (as.who !== 'reader') {
      const all = as.levels.letter === 'exact' ? rows.letters.map((row) => openAttachment(open, row)) : [];
      return viewAsReader(offer, employerFor(details, as.levels.company === 'exact'), as.levels, all);
    }
    const parts = pickPartsAsReader({ viewer, now }, as.readerId, rows);
    const levels = parts.find((part) => part.id === offer.offerId)?.levels;
    if (!levels) throw invalid('as.readerId', 'This person cannot see the offer now.');
    const named = parts.some((part) => part.levels?.company === 'exact');
    const letters = rows.letters.filter((row) => isShownTo({ id: as.readerId, now }, row, rows));
    const shown = letters.map((row) => openAttachment(open, row));
    return viewAsReader(offer, employerFor(details, named), levels, shown);
  },
});

/** For the owner: who opened the offer, or a file kept with it, and when. A file that is gone has no name any more. */
export const logQuestion = question({
  ask: ({ offerId }: Ref) => ({ openings: openingsOf(offerId), letters: attachmentsOf(offerId), people: knownPeople() }),
  answer({ rows, open }) {
    const names = namesOf(
      rows.people,
      open,
      rows.openings.map(({ readerId }) => readerId),
    );
    const files = new Map(rows.letters.map((row) => [row.id, openAttachment(open, row).name]));
    return rows.openings.map(({ readerId, attachmentId, at }) => ({
      readerId,
      at: at.toISOString(),
      name: names[readerId] ?? '',
      letter: attachmentId === null ? null : { name: files.get(attachmentId) ?? null },
    }));
  },
});
