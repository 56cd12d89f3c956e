import { CreateMission, MissionRef, RemoveMission, SaveMission, SetMissionState } from '@parley/domain/mission/input';
import { KeepMission, RestoreMission } from '@parley/domain/mission/versions/input';
import { read } from '../read.ts';
import { router } from '../trpc.ts';
import { write } from '../write.ts';
import { creatingMission, removingMission, savingMission, settingMissionState } from './act.ts';
import { keepingMission, restoringMission } from './versions/act.ts';
import { missionVersionsQuestion } from './versions/view.ts';
import { missionQuestion } from './view.ts';

export const missionRouter = router({
  get: read(MissionRef, missionQuestion),
  create: write(CreateMission, creatingMission),
  save: write(SaveMission, savingMission),
  setState: write(SetMissionState, settingMissionState),
  remove: write(RemoveMission, removingMission),
  versions: read(MissionRef, missionVersionsQuestion),
  keep: write(KeepMission, keepingMission),
  restore: write(RestoreMission, restoringMission),
});
