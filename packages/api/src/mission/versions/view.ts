import { missionForReader } from '@parley/domain/mission/proof';
import { knownPeople, namesOf } from '../../identity/rows.ts';
import { question } from '../../read.ts';
import { missionVersionsOf, openMissionVersions } from './rows.ts';

/**
 * The versions of a mission that the viewer may read, newest first: its owner all of them, a reader those that were made
 * since it was shared with them. Whose suggestion was taken is said to who knows that person.
 */
export const missionVersionsQuestion = question({
  ask: ({ missionId }: { missionId: string }) => ({ versions: missionVersionsOf(missionId), people: knownPeople() }),
  answer({ rows, open, viewer }) {
    const versions = openMissionVersions(open, rows.versions).toReversed();
    const names = namesOf(
      rows.people,
      open,
      versions.flatMap(({ byId }) => (byId === null ? [] : [byId])),
    );
    const known = new Set(rows.people.map(({ ownerId }) => ownerId));
    const mine = rows.versions.some(({ ownerId }) => ownerId === viewer.id);
    return versions.map(({ byId, why, document, ...version }) => {
      const name = byId !== null && (mine || known.has(byId)) ? (names[byId] ?? null) : null;
      return {
        ...version,
        document: mine ? document : missionForReader(document),
        why: why === 'accepted' && name === null ? ('saved' as const) : why,
        byName: name,
      };
    });
  },
});
