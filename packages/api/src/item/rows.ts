import { json, maybe, type RowIn, statement, time, uuid, word } from '@parley/db/statement';
import { itemKinds } from '@parley/domain/item/item';
import { type Levels, levels as levelsShape } from '@parley/domain/item/levels';
import { addUpLevels, type Part, reaches, type Seat } from '@parley/domain/item/reach';
import { notFound } from '@parley/domain/kernel/error';
import { groupBy } from '@parley/domain/kernel/group';
import type { Admitted } from '../guard.ts';

/** An item that the viewer may read: whose it is. */
export const itemOwner = statement({
  name: 'item_owner',
  takes: [uuid],
  gives: { ownerId: uuid },
  text: 'select owner_id from item where id = $1',
});

/** The owner among the rows of `itemOwner`. Throws not-found when row-level security gave none. */
export function ownerIn([item]: readonly { ownerId: string }[]): string {
  if (!item) throw notFound();
  return item.ownerId;
}

/** Since when the viewer has read another's item, without a break; none for its owner. */
export const readSince = statement({
  name: 'read_since',
  takes: [uuid],
  gives: { since: time },
  text: 'select since from items_read_since(array[$1::uuid])',
});

export const kindWord = word('item_kind', itemKinds);

const item = { id: uuid, kind: kindWord, ownerId: uuid, opportunityId: uuid };
export const share = {
  itemId: uuid,
  councilId: uuid,
  readerId: maybe(uuid),
  levels: json(levelsShape),
  createdAt: time,
  expiresAt: maybe(time),
  revokedAt: maybe(time),
};
export const shareColumns = 'item_id, council_id, reader_id, levels, created_at, expires_at, revoked_at';

/** What hangs on an opportunity, itself included, of what row-level security lets through, oldest first. */
export const itemsOf = statement({
  name: 'items_of',
  takes: [uuid],
  gives: item,
  text: 'select id, kind, owner_id, opportunity_id from item where opportunity_id = $1 order by id',
});

/** The shares of others' items on an opportunity that reach the viewer, oldest first. */
export const sharesOnOf = statement({
  name: 'shares_on_of',
  takes: [uuid],
  gives: share,
  text: `select ${shareColumns} from share where opportunity_id = $1 and owner_id <> viewer() order by id`,
});

/** What hangs on the same opportunity as this item, itself included, oldest first. */
export const itemsBeside = statement({
  name: 'items_beside',
  takes: [uuid],
  gives: item,
  text: `select id, kind, owner_id, opportunity_id from item
    where opportunity_id = (select i.opportunity_id from item i where i.id = $1) order by id`,
});

/** The shares there, oldest first: all of them for their owner, for others those that reach them. */
export const sharesBeside = statement({
  name: 'shares_beside',
  takes: [uuid],
  gives: share,
  text: `select ${shareColumns} from share
    where opportunity_id = (select i.opportunity_id from item i where i.id = $1) order by id`,
});

/** Everything that others share with the viewer, oldest first. */
export const itemsShared = statement({
  name: 'items_shared',
  takes: [],
  gives: item,
  text: 'select id, kind, owner_id, opportunity_id from item where owner_id <> viewer() order by id',
});

/** The shares by which they do, oldest first. */
export const sharesReaching = statement({
  name: 'shares_reaching',
  takes: [],
  gives: share,
  text: `select ${shareColumns} from share where owner_id <> viewer() order by id`,
});

/** The active seats of every open council in which the viewer sits. */
export const openSeats = statement({
  name: 'open_seats',
  takes: [],
  gives: { councilId: uuid, accountId: uuid, joinedAt: time },
  text: `select m.council_id, m.account_id, m.joined_at from membership mine
    join council c on c.id = mine.council_id and c.closed_at is null
    join membership m on m.council_id = mine.council_id and m.state = 'active'
    where mine.account_id = viewer() and mine.state = 'active'`,
});

type ItemRow = RowIn<typeof itemsOf>;
export type ShareRow = {
  itemId: string;
  councilId: string;
  readerId: string | null;
  levels: Levels;
  createdAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
};

/** Items with the shares and seats that decide who may read them. */
export type ShareFacts = { items: readonly ItemRow[]; shares: readonly ShareRow[]; seats: readonly Seat[] };

type PartOf = Part & { opportunityId: string };

function readableTo(reader: { id: string; now: Date }, { items, shares, seats }: ShareFacts): PartOf[] {
  const byItem = groupBy(shares, ({ itemId }) => itemId);
  return items.flatMap(({ id, kind, ownerId, opportunityId }) => {
    if (ownerId === reader.id) return { id, kind, opportunityId, levels: null };
    const reaching = (byItem.get(id) ?? []).filter((one) => reaches(one, ownerId, reader.id, seats));
    const shown = addUpLevels(reaching, reader.id, reader.now);
    return shown ? { id, kind, opportunityId, levels: shown } : [];
  });
}

/** Of these items, those that the viewer may read, each with what it shows them. Whether a share reaches is asked here too. */
export function pickParts({ viewer, now }: Pick<Admitted, 'viewer' | 'now'>, facts: ShareFacts): PartOf[] {
  return readableTo({ id: viewer.id, now }, facts);
}

/**
 * As this reader: what somebody else would be given of the viewer's own items. The one way to see with another's eyes; it
 * never shows more than the viewer has, because what is not theirs is left out.
 */
export function pickPartsAsReader(
  { viewer, now }: Pick<Admitted, 'viewer' | 'now'>,
  readerId: string,
  facts: ShareFacts,
): PartOf[] {
  const items = facts.items.filter(({ ownerId }) => ownerId === viewer.id);
  return readableTo({ id: readerId, now }, { ...facts, items });
}

/** Who sits, or sat, in the councils in which the viewer sits. */
export const seatsBeside = statement({
  name: 'seats_beside',
  takes: [],
  gives: {
    councilId: uuid,
    accountId: uuid,
    state: word('membership_state', ['active', 'alumnus', 'left', 'removed']),
    endedAt: maybe(time),
  },
  text: `select theirs.council_id, theirs.account_id, theirs.state, theirs.ended_at
    from membership mine join membership theirs using (council_id) where mine.account_id = viewer() and mine.state = 'active'`,
});

/** Those who can read the item now and of whom the viewer may know, its owner included, by id. */
export const itemReaders = statement({
  name: 'item_readers',
  takes: [uuid],
  gives: { id: uuid },
  text: 'select r as id from item_readers($1) r order by r',
});
