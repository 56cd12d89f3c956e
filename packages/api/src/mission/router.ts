import { allow } from '@parley/domain/kernel/decision';
import { conflict } from '@parley/domain/kernel/error';
import { CreateMission, MissionRef, RemoveMission, SaveMission, SetMissionState } from '@parley/domain/mission/input';
import { canBecome } from '@parley/domain/mission/mission';
import { canCreateMission } from '@parley/domain/mission/policy';
import { read } from '../read.ts';
import { router, type Scope, signedIn } from '../trpc.ts';
import * as store from './store.ts';
import { missionQuestion } from './view.ts';

/** The mission that an edit is based on. Throws a conflict when the edit has seen an older one. */
async function loadMission(scope: Scope, { missionId, rev }: { missionId: string; rev: number }) {
  const mission = await store.findMission(scope, missionId);
  if (mission.rev !== rev) throw conflict(mission);
  return mission;
}

export const missionRouter = router({
  get: read(MissionRef, missionQuestion),

  create: signedIn.input(CreateMission).mutation(async ({ ctx, input }) => {
    const before = await store.findMissionOf(ctx, input.opportunityId);
    allow(canCreateMission(ctx.relation === 'owner', before !== null));
    return store.createMission(ctx, input.opportunityId);
  }),

  save: signedIn.input(SaveMission).mutation(async ({ ctx, input }) => {
    const mission = await loadMission(ctx, input);
    return store.saveMission(ctx, mission, { state: mission.state, document: input.document });
  }),

  setState: signedIn.input(SetMissionState).mutation(async ({ ctx, input }) => {
    const mission = await loadMission(ctx, input);
    allow(canBecome(mission.document, mission.state, input.state));
    return store.saveMission(ctx, mission, { state: input.state, document: mission.document });
  }),

  remove: signedIn.input(RemoveMission).mutation(async ({ ctx, input }) => {
    const mission = await loadMission(ctx, input);
    await store.removeMission(ctx, mission);
    return { missionId: mission.missionId };
  }),
});
