import { newId } from '@parley/db/id';
import { allow } from '@parley/domain/kernel/decision';
import { conflict, notFound } from '@parley/domain/kernel/error';
import type { CreateProof, ProofRef, SaveProof } from '@parley/domain/proof/input';
import { canAddProof } from '@parley/domain/proof/proof';
import type { z } from 'zod';
import { ownKey } from '../identity/rows.ts';
import { act } from '../write.ts';
import { addProof, heldProof, openProof, ownProofs, proofContent, removeProof, replaceProof } from './rows.ts';

/** Writes one down. */
export const addingProof = act({
  facts: () => ({ key: ownKey(), proofs: ownProofs() }),
  decide({ rows, seal, viewer }, { proof }: z.output<typeof CreateProof>) {
    allow(canAddProof(rows.proofs.length));
    const id = newId();
    const sealed = seal(proofContent, { id, owner: viewer.id, rev: 1 }, proof);
    return { changes: [addProof(id, sealed)], answer: { proofId: id } };
  },
});

/** Keeps the next revision; a conflict carries the newer one. */
export const savingProof = act({
  facts: ({ proofId }: z.output<typeof SaveProof>) => ({ proof: heldProof(proofId) }),
  decide({ rows, open, seal, viewer }, { proofId, rev, proof }) {
    const [row] = rows.proof;
    if (!row) throw notFound();
    if (row.rev !== rev) throw conflict(openProof(open, row));
    const sealed = seal(proofContent, { id: proofId, owner: viewer.id, rev: rev + 1 }, proof);
    return { changes: [replaceProof(proofId, rev, sealed)], answer: { rev: rev + 1 } };
  },
});

/** Takes one away. */
export const removingProof = act({
  facts: ({ proofId }: z.output<typeof ProofRef>) => ({ proof: heldProof(proofId) }),
  decide({ rows }, { proofId }) {
    if (rows.proof.length === 0) throw notFound();
    return { changes: [removeProof(proofId)], answer: { proofId } };
  },
});
