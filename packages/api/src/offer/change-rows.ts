import { bytes, int, mustChange, statement, time, uuid } from '@parley/db/statement';
import { offerColumns, offerStage, offerText } from './rows.ts';

/** The viewer's own offer: nobody else changes it, or puts a version on it, until the end of the transaction. */
export const holdOffer = statement({
  name: 'hold_offer',
  takes: [uuid],
  gives: offerColumns,
  text: `${offerText} where f.id = $1 and f.owner_id = viewer() for update of f`,
});

/** How many negotiations stand on an offer. */
export const negotiationsOn = statement({
  name: 'negotiations_on',
  takes: [uuid],
  gives: { count: int },
  text: 'select count(*)::int as count from negotiation where offer_id = $1',
});

/** An offer of an item that was made just now: id, dates and assumptions, when. */
export const addOffer = statement({
  name: 'add_offer',
  takes: [uuid, bytes, time],
  gives: {},
  text: 'insert into offer (id, sealed, updated_at) values ($1, $2, $3)',
});

/** The next revision of what is not part of a version. */
export const replaceFrame = mustChange({
  name: 'replace_frame',
  takes: [uuid, int, bytes, time],
  text: 'update offer set rev = $2 + 1, sealed = $3, updated_at = $4 where id = $1 and rev = $2',
});

/** A version on record: id, offer, number, stage, words, when. It is written once. */
export const addVersion = statement({
  name: 'add_version',
  takes: [uuid, uuid, int, offerStage, bytes, time],
  gives: {},
  text: 'insert into offer_version (id, offer_id, number, stage, sealed, created_at) values ($1, $2, $3, $4, $5, $6)',
});

export const dropOffer = mustChange({
  name: 'drop_offer',
  takes: [uuid, int],
  text: 'delete from offer where id = $1 and rev = $2',
});
