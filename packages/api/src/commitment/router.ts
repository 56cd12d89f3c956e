import {
  CommitmentRef,
  CommitmentsOf,
  CreateCommitment,
  MarkCommitment,
  SaveCommitment,
  TakeCommitment,
} from '@parley/domain/commitment/input';
import { read, readOwn } from '../read.ts';
import { router } from '../trpc.ts';
import { write } from '../write.ts';
import { committing, committingBefore, markingCommitment, removingCommitment, savingCommitment } from './act.ts';
import { commitmentsQuestion, ownCommitmentsQuestion } from './view.ts';

/** What members do until a day, for themselves or before a council. */
export const commitmentRouter = router({
  list: readOwn(ownCommitmentsQuestion),
  shown: read(CommitmentsOf, commitmentsQuestion),
  create: write(CreateCommitment, committing),
  take: write(TakeCommitment, committingBefore),
  save: write(SaveCommitment, savingCommitment),
  mark: write(MarkCommitment, markingCommitment),
  remove: write(CommitmentRef, removingCommitment),
});
