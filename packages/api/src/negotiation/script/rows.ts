import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import { bytes, type RowIn, sealed, statement, time, uuid, wrapped } from '@parley/db/statement';
import { VersionContent } from '@parley/domain/negotiation/script/input';
import type { KeptVersion } from '@parley/domain/negotiation/script/version';

export const versionContent = content('script_version', VersionContent);

const versionColumns = { id: uuid, ownerId: uuid, createdAt: time, sealed, wrapped };
const versionText = `select v.id, v.owner_id, v.created_at, v.sealed, k.wrapped from script_version v
  join sealing_key k on k.owner_id = v.owner_id`;

/** The versions of the scripts of the viewer's own negotiation, oldest first. */
export const scriptVersionsOf = statement({
  name: 'script_versions_of',
  takes: [uuid],
  gives: versionColumns,
  text: `${versionText} where v.negotiation_id = $1 and v.owner_id = viewer() order by v.id`,
});

/** The same of the negotiation on which a conversation hangs. */
export const scriptVersionsUnder = statement({
  name: 'script_versions_under',
  takes: [uuid],
  gives: versionColumns,
  text: `${versionText} where v.negotiation_id = (select t.item_id from thread t where t.id = $1)
    and v.owner_id = viewer() order by v.id`,
});

/** One more version: its id, its negotiation, its words, when. */
export const addScriptVersion = statement({
  name: 'add_script_version',
  takes: [uuid, uuid, bytes, time],
  gives: {},
  text: 'insert into script_version (id, negotiation_id, sealed, created_at) values ($1, $2, $3, $4)',
});

type Row = RowIn<typeof scriptVersionsOf>;

/** Versions under their owner's key, in the given order. A version never changes: its revision is 1. */
export function openScriptVersions(open: Ring['open'], rows: readonly Row[]): KeptVersion[] {
  return rows.map(({ id, ownerId: owner, createdAt, sealed: kept }) => ({
    versionId: id,
    at: createdAt.toISOString(),
    ...open(versionContent, { id, owner, rev: 1 }, kept),
  }));
}
