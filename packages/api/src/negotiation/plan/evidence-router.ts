import { CreateEvidence, RemoveEvidence, SaveEvidence } from '@parley/domain/negotiation/plan/input';
import { router } from '../../trpc.ts';
import { write } from '../../write.ts';
import { creatingEvidence, removingEvidence, savingEvidence } from './evidence-act.ts';

export const evidenceRouter = router({
  create: write(CreateEvidence, creatingEvidence),
  save: write(SaveEvidence, savingEvidence),
  remove: write(RemoveEvidence, removingEvidence),
});
