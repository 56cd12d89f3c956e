import { AddMove, RemoveMove, SaveMove } from '@parley/domain/negotiation/ledger/input';
import { router } from '../../trpc.ts';
import { write } from '../../write.ts';
import { removingMove, savingMove } from '../correction-act.ts';
import { addingMove } from './act.ts';

export const moveRouter = router({
  add: write(AddMove, addingMove),
  save: write(SaveMove, savingMove),
  remove: write(RemoveMove, removingMove),
});
