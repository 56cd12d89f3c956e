import { ChecklistsOf, CreateChecklist, RemoveChecklist, SaveChecklist } from '@parley/domain/council/checklist-input';
import { read, readOwn } from '../read.ts';
import { router } from '../trpc.ts';
import { write } from '../write.ts';
import { creatingChecklist, removingChecklist, savingChecklist } from './checklist-act.ts';
import { checklistsQuestion, ownChecklistsQuestion } from './checklist-view.ts';

export const checklistRouter = router({
  list: read(ChecklistsOf, checklistsQuestion),
  mine: readOwn(ownChecklistsQuestion),
  create: write(CreateChecklist, creatingChecklist),
  save: write(SaveChecklist, savingChecklist),
  remove: write(RemoveChecklist, removingChecklist),
});
