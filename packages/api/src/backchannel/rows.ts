import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import { bytes, int, mustChange, type RowIn, sealed, statement, time, uuid, wrapped } from '@parley/db/statement';
import type { Backchannel } from '@parley/domain/backchannel/backchannel';
import { BackchannelFields } from '@parley/domain/backchannel/input';

export const backchannelContent = content('backchannel', BackchannelFields);

const row = { id: uuid, ownerId: uuid, rev: int, createdAt: time, sealed, wrapped };
const text = `select b.id, b.owner_id, b.rev, b.created_at, b.sealed, k.wrapped
  from backchannel b join sealing_key k on k.owner_id = b.owner_id`;

/** What the viewer heard about one opportunity of theirs, the newest first. */
export const backchannelOf = statement({
  name: 'backchannel_of',
  takes: [uuid],
  gives: row,
  text: `${text} where b.opportunity_id = $1 and b.owner_id = viewer() order by b.created_at desc, b.id desc`,
});

/** One of them, held until the end of the transaction. */
export const heldBackchannel = statement({
  name: 'held_backchannel',
  takes: [uuid],
  gives: row,
  text: `${text} where b.id = $1 and b.owner_id = viewer() for update of b`,
});

export const addBackchannel = statement({
  name: 'add_backchannel',
  takes: [uuid, uuid, bytes, time],
  gives: {},
  text: 'insert into backchannel (id, opportunity_id, sealed, created_at) values ($1, $2, $3, $4)',
});

export const replaceBackchannel = mustChange({
  name: 'replace_backchannel',
  takes: [uuid, int, bytes],
  text: 'update backchannel set rev = $2 + 1, sealed = $3 where id = $1 and rev = $2',
});

export const removeBackchannel = statement({
  name: 'remove_backchannel',
  takes: [uuid],
  gives: {},
  text: 'delete from backchannel where id = $1',
});

/** What it says, beside its id and revision. */
export function openBackchannel(open: Ring['open'], one: RowIn<typeof backchannelOf>): Backchannel {
  const { id, ownerId, rev, createdAt } = one;
  const fields = open(backchannelContent, { id, owner: ownerId, rev }, one.sealed);
  return { backchannelId: id, rev, createdAt: createdAt.toISOString(), ...fields };
}
