import { AnswerHelp, AnswerRef, CreateHelp, HelpOf, HelpRef, SaveHelp, SettleHelp } from '@parley/domain/help/input';
import { read } from '../read.ts';
import { router } from '../trpc.ts';
import { write } from '../write.ts';
import { answeringHelp, askingForHelp, droppingAnswer, removingHelp, savingHelp, settlingHelp } from './act.ts';
import { hearingQuestion, helpQuestion } from './view.ts';

/** What members want from the council, and what the others answered. */
export const helpRouter = router({
  list: read(HelpOf, helpQuestion),
  hear: read(HelpRef, hearingQuestion),
  create: write(CreateHelp, askingForHelp),
  save: write(SaveHelp, savingHelp),
  settle: write(SettleHelp, settlingHelp),
  remove: write(HelpRef, removingHelp),
  answer: write(AnswerHelp, answeringHelp),
  dropAnswer: write(AnswerRef, droppingAnswer),
});
