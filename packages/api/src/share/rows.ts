import { holdTurn, json, maybe, type RowIn, statement, time, uuid } from '@parley/db/statement';
import type { ItemFacts } from '@parley/domain/item/item';
import { type Levels, levels as levelsShape } from '@parley/domain/item/levels';
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

/** Holds the item's shares until the end of the transaction: two at once take turns. */
export const holdShares = holdTurn({ name: 'hold_shares', turn: "hashtextextended('share ' || $1::uuid, 0)" });

/** Ends what stands for one audience of an item: a council, or one reader in it. */
export const endShareWith = statement({
  name: 'end_share_with',
  takes: [uuid, uuid, maybe(uuid), time],
  gives: {},
  text: `update share set revoked_at = $4
    where item_id = $1 and council_id = $2 and reader_id is not distinct from $3 and revoked_at is null`,
});

/** Its id, the item, the council, the reader or all of it, what it shows, until when, and since when. */
export const addShare = statement({
  name: 'add_share',
  takes: [uuid, uuid, uuid, maybe(uuid), json<Levels>(levelsShape), maybe(time), time],
  gives: {},
  text: `insert into share (id, item_id, council_id, reader_id, levels, expires_at, created_at)
    values ($1, $2, $3, $4, $5, $6, $7)`,
});

/** A share that the viewer may know, standing or not. */
export const sharedBy = statement({
  name: 'shared_by',
  takes: [uuid],
  gives: { itemId: uuid },
  text: 'select item_id from share where id = $1',
});

export const endShare = statement({
  name: 'end_share',
  takes: [uuid, time],
  gives: {},
  text: 'update share set revoked_at = $2 where id = $1 and revoked_at is null',
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
