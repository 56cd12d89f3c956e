import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import { bytes, int, listOf, mustChange, type RowIn, sealed, statement, uuid, wrapped } from '@parley/db/statement';
import { ProofFields } from '@parley/domain/proof/input';
import type { Proof } from '@parley/domain/proof/proof';

export const proofContent = content('proof', ProofFields);

const proof = { id: uuid, ownerId: uuid, rev: int, sealed, wrapped };

/** The viewer's own proofs, in the order in which they were written down. */
export const ownProofs = statement({
  name: 'own_proofs',
  takes: [],
  gives: proof,
  text: `select p.id, p.owner_id, p.rev, p.sealed, k.wrapped
    from proof p join sealing_key k on k.owner_id = p.owner_id where p.owner_id = viewer() order by p.id`,
});

/** Those of them with one of these ids. */
export const ownProofsOf = statement({
  name: 'own_proofs_of',
  takes: [listOf(uuid)],
  gives: proof,
  text: `select p.id, p.owner_id, p.rev, p.sealed, k.wrapped
    from proof p join sealing_key k on k.owner_id = p.owner_id where p.id = any($1) and p.owner_id = viewer() order by p.id`,
});

/** One of the viewer's own, held until the end of the transaction. */
export const heldProof = statement({
  name: 'held_proof',
  takes: [uuid],
  gives: proof,
  text: `select p.id, p.owner_id, p.rev, p.sealed, k.wrapped
    from proof p join sealing_key k on k.owner_id = p.owner_id where p.id = $1 and p.owner_id = viewer() for update of p`,
});

export const addProof = statement({
  name: 'add_proof',
  takes: [uuid, bytes],
  gives: {},
  text: 'insert into proof (id, owner_id, sealed) values ($1, viewer(), $2)',
});

export const replaceProof = mustChange({
  name: 'replace_proof',
  takes: [uuid, int, bytes],
  text: 'update proof set rev = $2 + 1, sealed = $3 where id = $1 and rev = $2',
});

export const removeProof = statement({
  name: 'remove_proof',
  takes: [uuid],
  gives: {},
  text: 'delete from proof where id = $1',
});

/** What a proof says, beside its id and revision. */
export function openProof(open: Ring['open'], { id, ownerId, rev, sealed: kept }: RowIn<typeof ownProofs>): Proof {
  return { proofId: id, rev, ...open(proofContent, { id, owner: ownerId, rev }, kept) };
}
