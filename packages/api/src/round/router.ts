import {
  CreateRound,
  ExtendRound,
  OpenRound,
  RevealRound,
  RoundRef,
  RoundsOf,
  SaveRound,
  SealCounter,
} from '@parley/domain/round/input';
import { read } from '../read.ts';
import { router } from '../trpc.ts';
import { write } from '../write.ts';
import { cancellingRound, closingRound, extendingRound, remindingRound, revealingRound, sealingCounter } from './act.ts';
import { askingAgain } from './again-act.ts';
import { creatingRound, openingRound, removingRound, savingRound } from './draft-act.ts';
import { roundQuestion, roundsQuestion } from './view.ts';

export const roundRouter = router({
  list: read(RoundsOf, roundsQuestion),
  get: read(RoundRef, roundQuestion),
  create: write(CreateRound, creatingRound),
  save: write(SaveRound, savingRound),
  askAgain: write(RoundRef, askingAgain),
  open: write(OpenRound, openingRound),
  extend: write(ExtendRound, extendingRound),
  seal: write(SealCounter, sealingCounter),
  remind: write(RoundRef, remindingRound),
  reveal: write(RevealRound, revealingRound),
  cancel: write(RoundRef, cancellingRound),
  close: write(RoundRef, closingRound),
  remove: write(RoundRef, removingRound),
});
