import {
  CreateDebrief,
  DebriefRef,
  DebriefsOf,
  RevealReads,
  SaveDebrief,
  SealRead,
  SetOutcome,
} from '@parley/domain/debrief/input';
import { read, readOwn } from '../read.ts';
import { router } from '../trpc.ts';
import { write } from '../write.ts';
import { creatingDebrief, removingDebrief, savingDebrief, sealingRead, settingOutcome } from './act.ts';
import { askingReads, revealingReads } from './reads-act.ts';
import { calibrationQuestion, debriefQuestion, debriefsQuestion } from './view.ts';

export const debriefRouter = router({
  list: read(DebriefsOf, debriefsQuestion),
  get: read(DebriefRef, debriefQuestion),
  create: write(CreateDebrief, creatingDebrief),
  save: write(SaveDebrief, savingDebrief),
  remove: write(DebriefRef, removingDebrief),
  askReads: write(SealRead, askingReads),
  sealRead: write(SealRead, sealingRead),
  reveal: write(RevealReads, revealingReads),
  setOutcome: write(SetOutcome, settingOutcome),
  calibration: readOwn(calibrationQuestion),
});
