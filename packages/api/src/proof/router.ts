import { CreateProof, ProofRef, SaveProof } from '@parley/domain/proof/input';
import { readOwn } from '../read.ts';
import { router } from '../trpc.ts';
import { write } from '../write.ts';
import { addingProof, removingProof, savingProof } from './act.ts';
import { proofsQuestion } from './view.ts';

/** What the person who asks has done, as they can show it. */
export const proofRouter = router({
  list: readOwn(proofsQuestion),
  create: write(CreateProof, addingProof),
  save: write(SaveProof, savingProof),
  remove: write(ProofRef, removingProof),
});
