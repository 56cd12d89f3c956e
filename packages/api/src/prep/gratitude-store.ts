import { conflict } from '@parley/domain/kernel/error';
import { Helpers } from '@parley/domain/prep/input';
import type { GratitudeHouse, Helper } from '@parley/domain/prep/prep';
import type { Scope } from '../trpc.ts';

/** The viewer is the owner here, always. */
function ref({ viewer }: Scope, rev: number) {
  return { table: 'gratitude', id: viewer.id, owner: viewer.id, rev };
}

/** The viewer's own list; empty, at revision 0, until it is first kept. */
export async function findGratitude(scope: Scope): Promise<GratitudeHouse> {
  const row = await scope.db.gratitude.findUnique({ where: { accountId: scope.viewer.id } });
  if (!row) return { rev: 0, helpers: [] };
  return { rev: row.rev, helpers: await scope.vault.open(ref(scope, row.rev), row.sealed, Helpers) };
}

/** Keeps the next revision. Throws a conflict with the newer list when another came first, the very first time too. */
export async function saveGratitude(scope: Scope, rev: number, helpers: Helper[]): Promise<GratitudeHouse> {
  const accountId = scope.viewer.id;
  const sealed = await scope.vault.seal(ref(scope, rev + 1), helpers);
  const { count } =
    rev === 0
      ? await scope.db.gratitude.createMany({ data: [{ accountId, sealed }], skipDuplicates: true })
      : await scope.db.gratitude.updateMany({ where: { accountId, rev }, data: { rev: rev + 1, sealed } });
  if (count === 0) throw conflict(await findGratitude(scope));
  return { rev: rev + 1, helpers };
}
