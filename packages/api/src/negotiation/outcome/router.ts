import { OutcomeOf, RecordOutcome, SaveOutcome, TickOutcome, UndoOutcome } from '@parley/domain/negotiation/outcome/input';
import { read } from '../../read.ts';
import { router } from '../../trpc.ts';
import { write } from '../../write.ts';
import { recordingOutcome, savingOutcome, tickingOutcome, undoingOutcome } from './act.ts';
import { outcomeQuestion } from './view.ts';

export const outcomeRouter = router({
  get: read(OutcomeOf, outcomeQuestion),
  record: write(RecordOutcome, recordingOutcome),
  save: write(SaveOutcome, savingOutcome),
  tick: write(TickOutcome, tickingOutcome),
  undo: write(UndoOutcome, undoingOutcome),
});
