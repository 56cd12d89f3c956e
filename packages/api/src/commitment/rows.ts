import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import {
  bytes,
  civil,
  holdTurn,
  int,
  maybe,
  mustChange,
  type RowIn,
  sealed,
  statement,
  uuid,
  word,
  wrapped,
} from '@parley/db/statement';
import { type Commitment, commitmentStates } from '@parley/domain/commitment/commitment';
import { CommitmentContent } from '@parley/domain/commitment/input';

export const commitmentContent = content('commitment', CommitmentContent);
const state = word('commitment_state', commitmentStates);

const commitment = {
  id: uuid,
  ownerId: uuid,
  councilId: maybe(uuid),
  dueOn: civil,
  state,
  moves: int,
  rev: int,
  sealed,
  wrapped,
};
const commitmentText = `select c.id, c.owner_id, c.council_id, c.due_on, c.state, c.moves, c.rev, c.sealed, k.wrapped
  from commitment c join sealing_key k on k.owner_id = c.owner_id`;

/** The viewer's own, whoever sees them. */
export const ownCommitments = statement({
  name: 'own_commitments',
  takes: [],
  gives: commitment,
  text: `${commitmentText} where c.owner_id = viewer() order by c.id`,
});

/** What is shown to a council. */
export const commitmentsOf = statement({
  name: 'commitments_of',
  takes: [uuid],
  gives: commitment,
  text: `${commitmentText} where c.council_id = $1 order by c.id`,
});

/** One of them. */
export const commitmentIn = statement({
  name: 'commitment_in',
  takes: [uuid],
  gives: commitment,
  text: `${commitmentText} where c.id = $1`,
});

/** One change of a commitment at a time. */
export const holdCommitment = holdTurn({ name: 'hold_commitment', turn: 'hashtextextended($1::uuid::text, 42)' });

export const addCommitment = statement({
  name: 'add_commitment',
  takes: [uuid, maybe(uuid), civil, bytes],
  gives: {},
  text: 'insert into commitment (id, owner_id, council_id, due_on, sealed) values ($1, viewer(), $2, $3, $4)',
});

export const replaceCommitment = mustChange({
  name: 'replace_commitment',
  takes: [uuid, int, maybe(uuid), civil, int, bytes],
  text: `update commitment set rev = $2 + 1, council_id = $3, due_on = $4, moves = $5, sealed = $6
    where id = $1 and rev = $2 and owner_id = viewer()`,
});

export const markCommitment = mustChange({
  name: 'mark_commitment',
  takes: [uuid, int, state, bytes],
  text: 'update commitment set rev = $2 + 1, state = $3, sealed = $4 where id = $1 and rev = $2 and owner_id = viewer()',
});

export const dropCommitment = mustChange({
  name: 'drop_commitment',
  takes: [uuid],
  text: 'delete from commitment where id = $1 and owner_id = viewer()',
});

/** A commitment under its owner's key. From which debrief it came is only for them. */
export function openCommitment(open: Ring['open'], viewerId: string, row: RowIn<typeof ownCommitments>): Commitment {
  const { id, ownerId, councilId, dueOn, state: stands, moves, rev } = row;
  const { text: words, debriefId } = open(commitmentContent, { id, owner: ownerId, rev }, row.sealed);
  const from = ownerId === viewerId ? debriefId : null;
  return { commitmentId: id, ownerId, councilId, text: words, dueOn, debriefId: from, state: stands, moves, rev };
}
