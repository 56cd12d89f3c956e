import { newId } from '@parley/db/id';
import { defaultAssumptions } from '@parley/domain/compensation/assumptions';
import { allow } from '@parley/domain/kernel/decision';
import { conflict } from '@parley/domain/kernel/error';
import type { AddVersion, CreateOffer, RemoveOffer, SaveOffer } from '@parley/domain/offer/input';
import { canAddVersion, canRemove, checkFrame, checkVersion } from '@parley/domain/offer/policy';
import type { z } from 'zod';
import { ownKey } from '../identity/rows.ts';
import { addItem, dropItem } from '../item/change-rows.ts';
import { frameContent } from '../opportunity/deadline-rows.ts';
import { act, type Facts } from '../write.ts';
import { addOffer, addVersion, dropOffer, holdOffer, negotiationsOn, replaceFrame } from './change-rows.ts';
import { openOffer, versionContent, versionsOf } from './rows.ts';
import { viewWhole } from './view.ts';

const editFacts = (offerId: string) => ({ offer: holdOffer(offerId), versions: versionsOf(offerId) });

/** The offer that an edit is based on. Throws a conflict when the edit has seen an older one. */
function openHeld({ rows, open }: Pick<Facts<ReturnType<typeof editFacts>>, 'rows' | 'open'>, rev: number) {
  const offer = openOffer(open, rows.offer[0], rows.versions);
  if (offer.rev !== rev) throw conflict(viewWhole(offer));
  return { offer, bind: { id: offer.offerId, owner: offer.ownerId, rev: rev + 1 } };
}

/** Makes an offer with no version yet, visible to its owner alone. */
export const creatingOffer = act({
  facts: () => ({ key: ownKey() }),
  decide({ seal, viewer, now }, { opportunityId, ...given }: z.output<typeof CreateOffer>) {
    const id = newId();
    const frame = { ...given, extension: 'none' as const, redFlag: null, assumptions: defaultAssumptions };
    const sealed = seal(frameContent, { id, owner: viewer.id, rev: 1 }, frame);
    const changes = [addItem(id, 'offer', opportunityId, now), addOffer(id, sealed, now)];
    return { changes, answer: { offerId: id, rev: 1 } };
  },
});

/** Keeps what is not part of a version: dates, assumptions, what became of asking for time, the draft. */
export const savingOffer = act({
  facts: ({ offerId }: z.output<typeof SaveOffer>) => editFacts(offerId),
  decide(given, { offerId, rev, frame }) {
    const { offer, bind } = openHeld(given, rev);
    checkFrame(offer.versions, frame);
    const changes = [replaceFrame(offerId, rev, given.seal(frameContent, bind, frame), given.now)];
    return { changes, answer: { offerId, rev: bind.rev } };
  },
});

/** Puts a version on record and takes the draft out of hand; two at once take turns by the offer's revision. */
export const addingVersion = act({
  facts: ({ offerId }: z.output<typeof AddVersion>) => editFacts(offerId),
  decide(given, { offerId, rev, version }) {
    const { seal, now } = given;
    const { offer, bind } = openHeld(given, rev);
    allow(canAddVersion(offer.versions.length));
    checkVersion(version, offer.frame, 'version');
    const id = newId();
    const sealed = seal(versionContent, { id, owner: offer.ownerId, rev: 1 }, version.content);
    const number = (offer.versions.at(-1)?.number ?? 0) + 1;
    return {
      changes: [
        replaceFrame(offerId, rev, seal(frameContent, bind, { ...offer.frame, draft: null }), now),
        addVersion(id, offerId, number, version.stage, sealed, now),
      ],
      answer: { offerId, rev: bind.rev, number },
    };
  },
});

/** Ends an offer with its versions, shares and log. */
export const removingOffer = act({
  facts: ({ offerId }: z.output<typeof RemoveOffer>) => ({ ...editFacts(offerId), negotiations: negotiationsOn(offerId) }),
  decide(given, { offerId, rev }) {
    openHeld(given, rev);
    allow(canRemove((given.rows.negotiations[0]?.count ?? 0) > 0));
    return { changes: [dropOffer(offerId, rev), dropItem(offerId)], answer: { offerId } };
  },
});
