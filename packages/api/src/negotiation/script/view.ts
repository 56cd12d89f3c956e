import type { VersionsOf } from '@parley/domain/negotiation/script/input';
import type { z } from 'zod';
import { knownPeople, namesOf } from '../../identity/rows.ts';
import { question } from '../../read.ts';
import { openScriptVersions, scriptVersionsOf } from './rows.ts';

/** The versions of the scripts, newest first, for the owner alone; with whose suggestion was taken, while they are here. */
export const versionsQuestion = question({
  ask: ({ negotiationId }: z.output<typeof VersionsOf>) => ({
    versions: scriptVersionsOf(negotiationId),
    people: knownPeople(),
  }),
  answer({ rows, open }) {
    const versions = openScriptVersions(open, rows.versions).toReversed();
    const by = versions.flatMap(({ byId }) => (byId === null ? [] : [byId]));
    const names = namesOf(rows.people, open, by);
    return versions.map(({ byId, ...version }) => ({ ...version, byName: byId === null ? null : (names[byId] ?? null) }));
  },
});
