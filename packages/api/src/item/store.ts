import type { Prisma } from '@parley/db/generated/client';
import type { ItemFacts } from '@parley/domain/item/item';
import { levels as levelsShape } from '@parley/domain/item/levels';
import { effectiveLevels, type Part, reaches, type Seat } from '@parley/domain/item/reach';
import { notFound } from '@parley/domain/kernel/error';
import { audienceOf, heardBy, type Place, type Said } from '@parley/domain/thread/visibility';
import type { Scope } from '../trpc.ts';

/** What kind of item it is, whose, and on which opportunity it hangs. Throws not-found when the viewer may not read it. */
export async function findItem(scope: Scope, itemId: string): Promise<ItemFacts> {
  const select = { id: true, kind: true, ownerId: true, opportunityId: true } as const;
  const item = await scope.db.item.findUnique({ where: { id: itemId }, select });
  if (!item) throw notFound();
  return item;
}

/** Who sits, or sat, in the councils in which the viewer sits. */
async function findPlaces(scope: Scope): Promise<Place[]> {
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
  const places = await findPlaces(scope);
  const readerIds = await findReaderIds(scope, itemId);
  const heard = heardBy(places, scope.viewer.id);
  return {
    readerIds,
    hears: (said: Said) => scope.viewer.id === ownerId || heard(said),
    of: (begun: Said) => audienceOf(places, ownerId, readerIds, begun),
  };
}

/** What decides whether a share reaches somebody: asked here too, so that neither wall leans on the other. */
const sharing = (people: string[]) =>
  ({
    id: true,
    kind: true,
    shares: {
      include: {
        council: { select: { closedAt: true, memberships: { where: { accountId: { in: people }, state: 'active' } } } },
      },
    },
  }) as const satisfies Prisma.ItemSelect;

type SharedItem = Prisma.ItemGetPayload<{ select: ReturnType<typeof sharing> }>;

function seatsIn({ council }: SharedItem['shares'][number]): Seat[] {
  return council.closedAt ? [] : council.memberships;
}

function partFor(item: SharedItem, ownerId: string, readerId: string, now: Date): Part | null {
  const rows = item.shares
    .filter((share) => reaches(share, ownerId, readerId, seatsIn(share)))
    .map((share) => ({ ...share, levels: levelsShape.parse(share.levels) }));
  const shown = effectiveLevels(rows, readerId, now);
  return shown && { id: item.id, kind: item.kind, levels: shown };
}

async function findPartsFor(scope: Scope, opportunityId: string, ownerId: string, readerId: string): Promise<Part[]> {
  const select = sharing([ownerId, readerId]);
  const items = await scope.db.item.findMany({ where: { opportunityId }, select, orderBy: { id: 'asc' } });
  return items.flatMap((item) => partFor(item, ownerId, readerId, scope.now) ?? []);
}

/** The items of an opportunity that the viewer may read, itself among them when it is shared; oldest first. */
export async function findParts(scope: Scope, opportunityId: string): Promise<Part[]> {
  const me = scope.viewer.id;
  const { ownerId } = await findItem(scope, opportunityId);
  if (ownerId !== me) return findPartsFor(scope, opportunityId, ownerId, me);
  // everything of one's own is there: no share decides
  const select = { id: true, kind: true } as const;
  const items = await scope.db.item.findMany({ where: { opportunityId }, select, orderBy: { id: 'asc' } });
  return items.map((item) => ({ ...item, levels: null }));
}
