import {
  createOpportunity,
  getOpportunity,
  removeOpportunity,
  saveOpportunity,
  setStage,
  undoStage,
} from '@parley/domain/opportunity/input';
import { read, readOwn } from '../read.ts';
import { router } from '../trpc.ts';
import { write } from '../write.ts';
import { creatingOpportunity, removingOpportunity, savingOpportunity, settingStage, undoingStage } from './act.ts';
import { boardQuestion, pageQuestion, timelineQuestion } from './view.ts';

export const opportunityRouter = router({
  list: readOwn(boardQuestion),
  page: read(getOpportunity, pageQuestion),
  timeline: read(getOpportunity, timelineQuestion),
  create: write(createOpportunity, creatingOpportunity),
  save: write(saveOpportunity, savingOpportunity),
  setStage: write(setStage, settingStage),
  undoStage: write(undoStage, undoingStage),
  remove: write(removeOpportunity, removingOpportunity),
});
