import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import { int, maybe, type RowIn, sealed, statement, time, uuid, word, wrapped } from '@parley/db/statement';
import { notFound } from '@parley/domain/kernel/error';
import { content as contentShape } from '@parley/domain/offer/input';
import { type Frame, offerStages, type Version } from '@parley/domain/offer/offer';
import { frameContent } from '../opportunity/deadline-rows.ts';

/** An offer with everything in it: what its owner gets, and what a reader's view is made from. Never sent to a reader. */
export type Offer = {
  offerId: string;
  opportunityId: string;
  ownerId: string;
  rev: number;
  updatedAt: string;
  frame: Frame;
  versions: (Version & { createdAt: string })[];
};

export const versionContent = content('offer_version', contentShape);
export const offerStage = word('offer_stage', offerStages);

export const offerColumns = { id: uuid, ownerId: uuid, opportunityId: uuid, rev: int, updatedAt: time, sealed, wrapped };
export const offerText = `select f.id, f.owner_id, i.opportunity_id, f.rev, f.updated_at, f.sealed, k.wrapped
  from offer f join item i on i.id = f.id join sealing_key k on k.owner_id = f.owner_id`;
const version = { id: uuid, offerId: uuid, number: int, stage: offerStage, sealed, createdAt: time };
const versionText = 'select v.id, v.offer_id, v.number, v.stage, v.sealed, v.created_at from offer_version v';

/** An offer that the viewer may read, with its owner's key. */
export const offerOf = statement({ name: 'offer_of', takes: [uuid], gives: offerColumns, text: `${offerText} where f.id = $1` });

/** Its versions, the first one first. */
export const versionsOf = statement({
  name: 'versions_of',
  takes: [uuid],
  gives: version,
  text: `${versionText} where v.offer_id = $1 order by v.number`,
});

/** The versions of the offer that a negotiation is about, the first one first: for the owner of both alone. */
export const versionsBehind = statement({
  name: 'versions_behind',
  takes: [uuid],
  gives: version,
  text: `${versionText} where v.owner_id = viewer()
    and v.offer_id = (select n.offer_id from negotiation n where n.id = $1) order by v.number`,
});

/** The viewer's own offers, last changed first. */
export const ownOffers = statement({
  name: 'own_offers',
  takes: [],
  gives: offerColumns,
  text: `${offerText} where f.owner_id = viewer() order by f.updated_at desc`,
});

/** The newest version of each of them. */
export const ownLatestVersions = statement({
  name: 'own_latest_versions',
  takes: [],
  gives: version,
  text: `select distinct on (v.offer_id) v.id, v.offer_id, v.number, v.stage, v.sealed, v.created_at
    from offer_version v where v.owner_id = viewer() order by v.offer_id, v.number desc`,
});

/** Who opened an offer, or a file kept with it, and when, latest first; at most the last 500. */
export const openingsOf = statement({
  name: 'openings_of',
  takes: [uuid],
  gives: { readerId: uuid, attachmentId: maybe(uuid), at: time },
  text: 'select reader_id, attachment_id, at from view_log where item_id = $1 order by at desc, id desc limit 500',
});

/** Writes down that the viewer opens another's offer now: without this row the database gives nothing of it. */
export const signLog = statement({
  name: 'sign_log',
  takes: [uuid, uuid],
  gives: {},
  text: `insert into view_log (id, item_id, reader_id, at)
    select $1, i.id, viewer(), moment() from item i where i.id = $2 and i.kind = 'offer' and i.owner_id <> viewer()`,
});

type OfferRow = RowIn<typeof offerOf>;
type VersionRow = RowIn<typeof versionsOf>;

/** A version under its owner's key. It is written once, so its seal is bound to revision 1. */
export function openVersion(open: Ring['open'], owner: string, row: VersionRow): Offer['versions'][number] {
  const { id, number, stage: reached, createdAt } = row;
  const opened = open(versionContent, { id, owner, rev: 1 }, row.sealed);
  return { number, stage: reached, content: opened, createdAt: createdAt.toISOString() };
}

/** An offer with everything in it. Throws not-found when row-level security gave none. */
export function openOffer(open: Ring['open'], row: OfferRow | undefined, versions: readonly VersionRow[]): Offer {
  if (!row) throw notFound();
  const { id, ownerId, opportunityId, rev } = row;
  return {
    offerId: id,
    opportunityId,
    ownerId,
    rev,
    updatedAt: row.updatedAt.toISOString(),
    frame: open(frameContent, { id, owner: ownerId, rev }, row.sealed),
    versions: versions.map((one) => openVersion(open, ownerId, one)),
  };
}
