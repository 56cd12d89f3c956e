import { newId } from '@parley/db/id';
import type { Bound } from '@parley/db/statement';
import { allow } from '@parley/domain/kernel/decision';
import { conflict, notFound } from '@parley/domain/kernel/error';
import type { KeepMission, RestoreMission } from '@parley/domain/mission/versions/input';
import { canKeepMission, type MissionVersion, restoreWords, saysTheSame } from '@parley/domain/mission/versions/version';
import type { z } from 'zod';
import { act, type Facts } from '../../write.ts';
import { holdMission, missionContent, openMission, replaceMission } from '../rows.ts';
import { addMissionVersion, missionVersionContent, missionVersionOf, missionVersionsOf, openMissionVersions } from './rows.ts';

type Sealing = Pick<Facts<Record<never, never>>, 'seal' | 'viewer' | 'now'>;

/** The change that keeps one version of the viewer's mission, with its id. */
export function keepMissionVersion({ seal, viewer, now }: Sealing, missionId: string, version: MissionVersion) {
  const id = newId();
  const change = addMissionVersion(id, missionId, seal(missionVersionContent, { id, owner: viewer.id, rev: 1 }, version), now);
  return { id, change };
}

const heldMission = (missionId: string) => ({ mission: holdMission(missionId), versions: missionVersionsOf(missionId) });
type Held = Facts<ReturnType<typeof heldMission>>;

/** The mission as it stands, and its newest version. Throws a conflict when it was seen at an older revision. */
function openHeld({ rows, open }: Pick<Held, 'rows' | 'open'>, rev: number) {
  const [row] = rows.mission;
  if (!row) throw notFound();
  const mission = openMission(open, row);
  if (row.rev !== rev) throw conflict(mission);
  return { mission, latest: openMissionVersions(open, rows.versions.slice(-1))[0], count: rows.versions.length };
}

/** Keeps the mission as it stands. One that says what its newest version says is that version, unless a word comes with it. */
export const keepingMission = act({
  facts: ({ missionId }: z.output<typeof KeepMission>) => heldMission(missionId),
  decide(given, { missionId, rev, word }) {
    const { mission, latest, count } = openHeld(given, rev);
    const { document } = mission;
    if (latest && word === '' && saysTheSame(latest.document, document))
      return { changes: [], answer: { versionId: latest.versionId } };
    allow(canKeepMission(count));
    const { id, change } = keepMissionVersion(given, missionId, { document, why: 'saved', word, byId: null });
    return { changes: [change], answer: { versionId: id } };
  },
});

/** Puts the words of a version in the place of what stands: a version of its own. What stood is kept first, so nothing is lost. */
export const restoringMission = act({
  facts: ({ missionId, versionId }: z.output<typeof RestoreMission>) => ({
    ...heldMission(missionId),
    version: missionVersionOf(missionId, versionId),
  }),
  decide(given, { missionId, rev }) {
    const { mission, latest } = openHeld(given, rev);
    const [earlier] = openMissionVersions(given.open, given.rows.version);
    if (!earlier) throw notFound();
    const document = restoreWords(mission.document, earlier.document);
    const stood = { document: mission.document, why: 'saved', word: '', byId: null } as const;
    const kept =
      latest && saysTheSame(latest.document, mission.document) ? [] : [keepMissionVersion(given, missionId, stood).change];
    const restored = keepMissionVersion(given, missionId, { document, why: 'restored', word: earlier.word, byId: null });
    const sealed = given.seal(missionContent, { id: missionId, owner: mission.ownerId, rev: rev + 1 }, document);
    const changes = [...kept, restored.change, replaceMission(missionId, rev, mission.state, sealed, given.now)];
    return { changes, answer: { rev: rev + 1, versionId: restored.id } };
  },
});

/** What a share needs to know to keep the mission that it shows; nothing where the item is no mission. */
export const sharedMission = (itemId: string) => ({ mission: holdMission(itemId) });

/** A version of the mission that is shared: what its readers begin with. */
export function keepSharedMission(given: Facts<ReturnType<typeof sharedMission>>): Bound<unknown>[] {
  const [row] = given.rows.mission;
  if (!row) return [];
  const { missionId, document } = openMission(given.open, row);
  return [keepMissionVersion(given, missionId, { document, why: 'shared', word: '', byId: null }).change];
}
