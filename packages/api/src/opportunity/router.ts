import {
  BringOpportunities,
  CreateOpportunity,
  OpportunityRef,
  RedateStage,
  RemoveOpportunity,
  SaveOpportunity,
  SetStage,
  UndoStage,
} from '@parley/domain/opportunity/input';
import { read, readOwn } from '../read.ts';
import { router } from '../trpc.ts';
import { write } from '../write.ts';
import {
  bringingOpportunities,
  creatingOpportunity,
  redatingStage,
  removingOpportunity,
  savingOpportunity,
  settingStage,
  undoingStage,
} from './act.ts';
import { boardQuestion, pageQuestion, timelineQuestion } from './view.ts';

export const opportunityRouter = router({
  list: readOwn(boardQuestion),
  page: read(OpportunityRef, pageQuestion),
  timeline: read(OpportunityRef, timelineQuestion),
  create: write(CreateOpportunity, creatingOpportunity),
  bring: write(BringOpportunities, bringingOpportunities),
  save: write(SaveOpportunity, savingOpportunity),
  setStage: write(SetStage, settingStage),
  undoStage: write(UndoStage, undoingStage),
  redate: write(RedateStage, redatingStage),
  remove: write(RemoveOpportunity, removingOpportunity),
});
