import { type Decision, no, yes } from '../kernel/decision.ts';

/** Whether a mission can be begun: one for each opportunity, by its owner. */
export function canCreateMission(mine: boolean, exists: boolean): Decision {
  if (!mine) return no('Only the owner can write the mission.');
  return exists ? no('This opportunity already has a mission.') : yes;
}
