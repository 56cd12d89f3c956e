import { newId } from '@parley/db/id';
import type { Bound } from '@parley/db/statement';
import { allow } from '@parley/domain/kernel/decision';
import { notFound } from '@parley/domain/kernel/error';
import type { KeepVersion } from '@parley/domain/negotiation/script/input';
import { saysTheSame } from '@parley/domain/negotiation/script/script';
import { canKeepVersion, latestVersion, listUnkept, type ScriptVersion } from '@parley/domain/negotiation/script/version';
import type { z } from 'zod';
import { act, type Facts } from '../../write.ts';
import { holdNegotiation } from '../change-rows.ts';
import { openNegotiation } from '../rows.ts';
import { addScriptVersion, openScriptVersions, scriptVersionsOf, versionContent } from './rows.ts';

type Given = Pick<Facts<Record<never, never>>, 'seal' | 'viewer' | 'now'>;

/** The change that keeps one version, with its id. */
export function keepScriptVersion({ seal, viewer, now }: Given, negotiationId: string, version: ScriptVersion) {
  const id = newId();
  const sealed = seal(versionContent, { id, owner: viewer.id, rev: 1 }, version);
  return { id, change: addScriptVersion(id, negotiationId, sealed, now) };
}

/** Keeps a script as it stands; one that says what its newest version says is that version. */
export const keepingVersion = act({
  facts: ({ negotiationId }: z.output<typeof KeepVersion>) => ({
    negotiation: holdNegotiation(negotiationId),
    versions: scriptVersionsOf(negotiationId),
  }),
  decide(given, { negotiationId, version }) {
    const { rows, open } = given;
    if (rows.negotiation.length === 0) throw notFound();
    const versions = openScriptVersions(open, rows.versions);
    const last = latestVersion(versions, version.scriptId);
    if (last && saysTheSame(last, version)) return { changes: [], answer: { versionId: last.versionId } };
    allow(canKeepVersion(versions.length));
    const { id, change } = keepScriptVersion(given, negotiationId, { ...version, byId: null });
    return { changes: [change], answer: { versionId: id } };
  },
});

/** What a share needs to know to keep the scripts that it shows; nothing where the item is no negotiation. */
export const sharedScripts = (itemId: string) => ({
  negotiation: holdNegotiation(itemId),
  versions: scriptVersionsOf(itemId),
});

/** A version of each script that a share shows for the first time as it now stands. */
export function keepShared(given: Facts<ReturnType<typeof sharedScripts>>): Bound<unknown>[] {
  const { rows, open } = given;
  if (rows.negotiation.length === 0) return [];
  const { negotiationId, plan } = openNegotiation(open, rows.negotiation);
  return listUnkept(plan.scripts, openScriptVersions(open, rows.versions)).map(
    ({ id, name, text, slots }) =>
      keepScriptVersion(given, negotiationId, { scriptId: id, name, text, slots, why: 'shared', byId: null }).change,
  );
}
