import { z } from 'zod';
import { id, optionalLine, revision } from '../../kernel/input.ts';
import { missionDocument } from '../input.ts';
import { missionKeepings } from './version.ts';

const word = optionalLine(200, 'why you keep it');

/** A version as it is kept. */
export const MissionVersionContent = z.strictObject({
  document: missionDocument,
  why: z.enum(missionKeepings),
  word,
  byId: id.nullable(),
});

/** mission.keep: what the mission says now, with a word why. */
export const KeepMission = z.strictObject({ missionId: id, rev: revision, word });

/** mission.restore */
export const RestoreMission = z.strictObject({ missionId: id, rev: revision, versionId: id });
