import { newId } from '@parley/db/id';
import { allow } from '@parley/domain/kernel/decision';
import { notFound } from '@parley/domain/kernel/error';
import type { OfferRef } from '@parley/domain/offer/input';
import { canOpen } from '@parley/domain/offer/policy';
import type { z } from 'zod';
import { itemsBeside, openSeats, pickParts, sharesBeside } from '../item/rows.ts';
import { headBeside, openHeader } from '../opportunity/rows.ts';
import { act } from '../write.ts';
import { attachmentsOf, openShown } from './attachment/rows.ts';
import { offerOf, openOffer, signLog, versionsOf } from './rows.ts';
import { viewAsReader } from './view.ts';

/** Opens another's offer: first the log, then what its row lets through. All of it is one transaction. */
export const openingOffer = act({
  facts: ({ offerId }: z.output<typeof OfferRef>) => ({
    log: signLog(newId(), offerId),
    offer: offerOf(offerId),
    versions: versionsOf(offerId),
    letters: attachmentsOf(offerId),
    head: headBeside(offerId),
    items: itemsBeside(offerId),
    shares: sharesBeside(offerId),
    seats: openSeats(),
  }),
  decide({ rows, open, viewer, relation, now }) {
    allow(canOpen(relation === 'owner'));
    const offer = openOffer(open, rows.offer[0], rows.versions);
    const parts = pickParts({ viewer, now }, rows);
    const levels = parts.find((part) => part.id === offer.offerId)?.levels;
    if (!levels) throw notFound();
    const { employer } = openHeader(open, viewer.id, rows.head[0], parts);
    const letters = openShown(open, { id: viewer.id, now }, rows.letters, rows);
    return { changes: [], answer: viewAsReader(offer, employer, levels, letters) };
  },
});
