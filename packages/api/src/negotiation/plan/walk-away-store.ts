import { emptyWalkAway } from '@parley/domain/negotiation/plan/walk-away';
import type { Scope } from '../../trpc.ts';

/** The viewer is the owner here, always: the row is sealed under the viewer's own key and read by nobody else. */
function ref(scope: Scope, id: string, rev: number) {
  return { table: 'walk_away', id, owner: scope.viewer.id, rev };
}

/** Makes the row at once with the negotiation, so that its presence tells nothing. */
export async function createWalkAway(scope: Scope, negotiationId: string): Promise<void> {
  const sealed = await scope.vault.seal(ref(scope, negotiationId, 1), emptyWalkAway);
  await scope.db.walkAway.createMany({ data: [{ negotiationId, ownerId: scope.viewer.id, sealed }] });
}

/** Ends the row with its negotiation. */
export async function removeWalkAway(scope: Scope, negotiationId: string): Promise<void> {
  await scope.db.walkAway.deleteMany({ where: { negotiationId, ownerId: scope.viewer.id } });
}
