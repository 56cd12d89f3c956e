import { createMission, getMission, removeMission, saveMission, setMissionState } from '@parley/domain/mission/input';
import { read } from '../read.ts';
import { router } from '../trpc.ts';
import { write } from '../write.ts';
import { creatingMission, removingMission, savingMission, settingMissionState } from './act.ts';
import { missionQuestion } from './view.ts';

export const missionRouter = router({
  get: read(getMission, missionQuestion),
  create: write(createMission, creatingMission),
  save: write(saveMission, savingMission),
  setState: write(setMissionState, settingMissionState),
  remove: write(removeMission, removingMission),
});
