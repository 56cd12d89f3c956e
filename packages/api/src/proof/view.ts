import { question } from '../read.ts';
import { openProof, ownProofs } from './rows.ts';

/** The proofs of the person who asks. */
export const proofsQuestion = question({
  ask: () => ({ proofs: ownProofs() }),
  answer: ({ rows, open }) => rows.proofs.map((row) => openProof(open, row)),
});
