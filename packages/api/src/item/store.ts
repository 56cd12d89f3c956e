import type { ItemFacts } from '@parley/domain/item/item';
import { notFound } from '@parley/domain/kernel/error';
import { audienceOf, heardBy, type Said, type SeatTime } from '@parley/domain/thread/visibility';
import type { Scope } from '../trpc.ts';

/** What kind of item it is, whose, and on which opportunity it hangs. Throws not-found when the viewer may not read it. */
export async function findItem(scope: Scope, itemId: string): Promise<ItemFacts> {
  const select = { id: true, kind: true, ownerId: true, opportunityId: true } as const;
  const item = await scope.db.item.findUnique({ where: { id: itemId }, select });
  if (!item) throw notFound();
  return item;
}

/** Who sits, or sat, in the councils in which the viewer sits. */
async function findSeatTimes(scope: Scope): Promise<SeatTime[]> {
  const mine = { some: { accountId: scope.viewer.id, state: 'active' as const } };
  const seats = await scope.db.membership.findMany({
    where: { council: { memberships: mine } },
    select: { councilId: true, accountId: true, state: true, endedAt: true },
  });
  return seats.map(({ state, endedAt, ...place }) => ({ ...place, until: state === 'active' ? null : (endedAt ?? new Date(0)) }));
}

/** Those who can read the item now and of whom the viewer may know, its owner included; ids only, sorted. */
export async function findReaderIds(scope: Scope, itemId: string): Promise<string[]> {
  const rows = await scope.db.$queryRaw<{ id: string }[]>`select r as id from item_readers(${itemId}::uuid) r order by r`;
  return rows.map((row) => row.id);
}

/** What the viewer hears of an item's conversations, and who of its readers can follow each of them. */
export async function findAudience(scope: Scope, itemId: string, ownerId: string) {
  const places = await findSeatTimes(scope);
  const readerIds = await findReaderIds(scope, itemId);
  const heard = heardBy(places, scope.viewer.id);
  return {
    readerIds,
    hears: (said: Said) => scope.viewer.id === ownerId || heard(said),
    of: (begun: Said) => audienceOf(places, ownerId, readerIds, begun),
  };
}
