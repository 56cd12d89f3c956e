import { json, maybe, type RowIn, statement, time, uuid } from '@parley/db/statement';
import type { ItemFacts } from '@parley/domain/item/item';
import { levels as levelsShape } from '@parley/domain/item/levels';
import { groupBy } from '@parley/domain/kernel/group';
import { kindWord } from '../item/rows.ts';
import { headColumns, headText } from '../opportunity/rows.ts';

/** An item that the viewer may read: what it is, whose, and on which opportunity it hangs. */
export const itemFacts = statement({
  name: 'item_facts',
  takes: [uuid],
  gives: { id: uuid, kind: kindWord, ownerId: uuid, opportunityId: uuid },
  text: 'select id, kind, owner_id, opportunity_id from item where id = $1',
});

const share = {
  id: uuid,
  itemId: uuid,
  kind: kindWord,
  ownerId: uuid,
  opportunityId: uuid,
  councilId: uuid,
  readerId: maybe(uuid),
  levels: json(levelsShape),
  createdAt: time,
  expiresAt: maybe(time),
  revokedAt: maybe(time),
};
const standing = 's.revoked_at is null and (s.expires_at is null or s.expires_at > moment())';
const shareText = `select s.id, s.item_id, s.kind, s.owner_id, s.opportunity_id, s.council_id, s.reader_id, s.levels, s.created_at,
  s.expires_at, s.revoked_at from share s where ${standing}`;

/** The shares of an item that are neither revoked nor expired, oldest first: all for its owner, for a reader those that reach them. */
export const sharesOf = statement({
  name: 'shares_of',
  takes: [uuid],
  gives: share,
  text: `${shareText} and s.item_id = $1 order by s.id`,
});

/** Those of everything else that hangs on the item's opportunity. */
export const sharesOfOthers = statement({
  name: 'shares_of_others',
  takes: [uuid],
  gives: share,
  text: `${shareText} and s.item_id <> $1 and s.opportunity_id = (select i.opportunity_id from item i where i.id = $1) order by s.id`,
});

/** Those by which others share something with the viewer in one council. */
export const sharesIn = statement({
  name: 'shares_in',
  takes: [uuid],
  gives: share,
  text: `${shareText} and s.owner_id <> viewer() and s.council_id = $1 and (s.reader_id is null or s.reader_id = viewer())
    order by s.id`,
});

/** The viewer's own. */
export const ownShares = statement({
  name: 'own_shares',
  takes: [],
  gives: share,
  text: `${shareText} and s.owner_id = viewer() order by s.id`,
});

/** The heads of the opportunities of which others share something in one council. */
export const headsIn = statement({
  name: 'heads_in',
  takes: [uuid],
  gives: headColumns,
  text: `${headText} where o.id in (
    select s.opportunity_id from share s where ${standing} and s.owner_id <> viewer() and s.council_id = $1)`,
});

/** The heads of the opportunities of which the viewer shares something. */
export const ownSharedHeads = statement({
  name: 'own_shared_heads',
  takes: [],
  gives: headColumns,
  text: `${headText} where o.owner_id = viewer() and o.id in (
    select s.opportunity_id from share s where ${standing} and s.owner_id = viewer())`,
});

export type StandingShare = RowIn<typeof sharesOf>;
export type StandingItem = ItemFacts & { shares: StandingShare[] };

/** Shares under their items, the newest item first. */
export function groupByItem(shares: readonly StandingShare[]): StandingItem[] {
  return [...groupBy(shares, ({ itemId }) => itemId).entries()]
    .flatMap(([id, here]) =>
      here.slice(0, 1).map(({ kind, ownerId, opportunityId }) => ({ id, kind, ownerId, opportunityId, shares: here })),
    )
    .sort((one, other) => (one.id < other.id ? 1 : -1));
}
