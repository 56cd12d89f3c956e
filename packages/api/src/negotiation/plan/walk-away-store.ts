import { conflict, notFound } from '@parley/domain/kernel/error';
import { WalkAwayFields } from '@parley/domain/negotiation/plan/input';
import { emptyWalkAway, type WalkAway } from '@parley/domain/negotiation/plan/walk-away';
import type { Scope } from '../../trpc.ts';

export type FoundWalkAway = { rev: number; walkAway: WalkAway };

/** The viewer is the owner here, always: the row is sealed under the viewer's own key and read by nobody else. */
function ref(scope: Scope, id: string, rev: number) {
  return { table: 'walk_away', id, owner: scope.viewer.id, rev };
}

/** The viewer's own. Throws not-found for everybody else. */
export async function findWalkAway(scope: Scope, negotiationId: string): Promise<FoundWalkAway> {
  const row = await scope.db.walkAway.findFirst({ where: { negotiationId, ownerId: scope.viewer.id } });
  if (!row) throw notFound();
  const walkAway = await scope.vault.open(ref(scope, negotiationId, row.rev), row.sealed, WalkAwayFields);
  return { rev: row.rev, walkAway };
}

/** Makes the row at once with the negotiation, so that its presence tells nothing. */
export async function createWalkAway(scope: Scope, negotiationId: string): Promise<void> {
  const sealed = await scope.vault.seal(ref(scope, negotiationId, 1), emptyWalkAway);
  await scope.db.walkAway.createMany({ data: [{ negotiationId, ownerId: scope.viewer.id, sealed }] });
}

/** Writes the next revision; a conflict carries the newer one, to its owner. */
export async function saveWalkAway(scope: Scope, negotiationId: string, rev: number, walkAway: WalkAway): Promise<number> {
  const sealed = await scope.vault.seal(ref(scope, negotiationId, rev + 1), walkAway);
  const where = { negotiationId, ownerId: scope.viewer.id, rev };
  const { count } = await scope.db.walkAway.updateMany({ where, data: { rev: rev + 1, sealed } });
  if (count === 0) throw conflict(await findWalkAway(scope, negotiationId));
  return rev + 1;
}

/** Ends the row with its negotiation. */
export async function removeWalkAway(scope: Scope, negotiationId: string): Promise<void> {
  await scope.db.walkAway.deleteMany({ where: { negotiationId, ownerId: scope.viewer.id } });
}
