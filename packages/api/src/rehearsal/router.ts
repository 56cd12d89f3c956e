import {
  AnswerRehearsal,
  AskToRehearse,
  DrawCard,
  HushRehearsal,
  MoveRehearsal,
  RehearsalRef,
  RehearsalsOf,
  SayInRehearsal,
  WriteBrief,
} from '@parley/domain/rehearsal/input';
import { read } from '../read.ts';
import { router } from '../trpc.ts';
import { write } from '../write.ts';
import { askingToRehearse, beginningRehearsal, briefing, decliningRehearsal, movingRehearsal, removingRehearsal } from './act.ts';
import { answeringRehearsal, drawingCard, finishingRehearsal, hushing, openingRehearsal, saying } from './play-act.ts';
import { rehearsalQuestion, rehearsalsQuestion } from './view.ts';

/** A call played before it is held, with somebody of the council as the employer, or with cards. */
export const rehearsalRouter = router({
  list: read(RehearsalsOf, rehearsalsQuestion),
  get: read(RehearsalRef, rehearsalQuestion),
  ask: write(AskToRehearse, askingToRehearse),
  brief: write(WriteBrief, briefing),
  decline: write(RehearsalRef, decliningRehearsal),
  begin: write(RehearsalRef, beginningRehearsal),
  move: write(MoveRehearsal, movingRehearsal),
  hush: write(HushRehearsal, hushing),
  say: write(SayInRehearsal, saying),
  draw: write(DrawCard, drawingCard),
  finish: write(RehearsalRef, finishingRehearsal),
  answer: write(AnswerRehearsal, answeringRehearsal),
  open: write(RehearsalRef, openingRehearsal),
  remove: write(RehearsalRef, removingRehearsal),
});
