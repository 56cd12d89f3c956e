import { CreateObjection, RemoveObjection, SaveObjection } from '@parley/domain/negotiation/plan/input';
import { router } from '../../trpc.ts';
import { write } from '../../write.ts';
import { creatingObjection, removingObjection, savingObjection } from './objection-act.ts';

export const objectionRouter = router({
  create: write(CreateObjection, creatingObjection),
  save: write(SaveObjection, savingObjection),
  remove: write(RemoveObjection, removingObjection),
});
