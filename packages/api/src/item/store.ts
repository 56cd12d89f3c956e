import type { ItemFacts } from '@parley/domain/item/item';
import { notFound } from '@parley/domain/kernel/error';
import type { Scope } from '../trpc.ts';

/** What kind of item it is, whose, and on which opportunity it hangs. Throws not-found when the viewer may not read it. */
export async function findItem(scope: Scope, itemId: string): Promise<ItemFacts> {
  const select = { id: true, kind: true, ownerId: true, opportunityId: true } as const;
  const item = await scope.db.item.findUnique({ where: { id: itemId }, select });
  if (!item) throw notFound();
  return item;
}
