import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import { bytes, int, mustChange, type RowIn, sealed, statement, uuid, wrapped } from '@parley/db/statement';
import { blankPlan, type Hunt } from '@parley/domain/hunt/hunt';
import { HuntPlan } from '@parley/domain/hunt/input';

export const huntContent = content('hunt', HuntPlan);

const hunt = { ownerId: uuid, rev: int, sealed, wrapped };
const huntText = `select h.account_id as owner_id, h.rev, h.sealed, k.wrapped
  from hunt h join sealing_key k on k.owner_id = h.account_id where h.account_id = viewer()`;

/** What the viewer plans for their search; no row until it is first kept. */
export const ownHunt = statement({ name: 'own_hunt', takes: [], gives: hunt, text: huntText });

/** The same, held until the end of the transaction. */
export const heldHunt = statement({ name: 'held_hunt', takes: [], gives: hunt, text: `${huntText} for update of h` });

export const addHunt = statement({
  name: 'add_hunt',
  takes: [bytes],
  gives: {},
  text: 'insert into hunt (account_id, sealed) values (viewer(), $1)',
});

export const replaceHunt = mustChange({
  name: 'replace_hunt',
  takes: [int, bytes],
  text: 'update hunt set rev = $1 + 1, sealed = $2 where account_id = viewer() and rev = $1',
});

/** The viewer's own; blank, at revision 0, until it is first kept. */
export function openHunt(open: Ring['open'], [row]: readonly RowIn<typeof ownHunt>[]): Hunt {
  if (!row) return { rev: 0, plan: blankPlan };
  const { ownerId, rev } = row;
  return { rev, plan: open(huntContent, { id: ownerId, owner: ownerId, rev }, row.sealed) };
}
