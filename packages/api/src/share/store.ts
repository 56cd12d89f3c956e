import { newId } from '@parley/db/id';
import { type Levels, levels as levelsShape } from '@parley/domain/item/levels';
import type { Seat, ShareGrant } from '@parley/domain/item/reach';
import { notFound } from '@parley/domain/kernel/error';
import type { Scope } from '../trpc.ts';

/** A share that stands: not revoked, not expired. Whether it reaches somebody is for the rules to say. */
type StandingShare = ShareGrant & { id: string; itemId: string; createdAt: Date };

type Row = {
  id: string;
  itemId: string;
  councilId: string;
  readerId: string | null;
  levels: unknown;
  createdAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
};

function toShare({ id, itemId, councilId, readerId, levels, createdAt, expiresAt, revokedAt }: Row): StandingShare {
  return { id, itemId, councilId, readerId, levels: levelsShape.parse(levels), createdAt, expiresAt, revokedAt };
}

function whereStanding(now: Date) {
  return { revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] };
}

/** The active seats of every open council in which the viewer sits, or of one of them. */
export async function findSeats(scope: Scope, councilId?: string): Promise<Seat[]> {
  const mine = { some: { accountId: scope.viewer.id, state: 'active' as const } };
  return scope.db.membership.findMany({
    where: { state: 'active', councilId, council: { closedAt: null, memberships: mine } },
    select: { councilId: true, accountId: true, joinedAt: true },
    orderBy: [{ councilId: 'asc' }, { joinedAt: 'asc' }, { accountId: 'asc' }],
  });
}

/** The standing shares of an item, oldest first. Its owner gets all, a reader those that reach them. */
export async function findShares(scope: Scope, itemId: string): Promise<StandingShare[]> {
  const where = { itemId, ...whereStanding(scope.now) };
  const rows = await scope.db.share.findMany({ where, orderBy: { id: 'asc' } });
  return rows.map(toShare);
}

type Grant = { itemId: string; councilId: string; readerId: string | null; levels: Levels; expiresAt: Date | null };

/** Holds the item's shares until the end of the transaction: two at once take turns. */
export async function holdShares(scope: Scope, itemId: string): Promise<void> {
  await scope.db.$queryRaw`select hold_turn(hashtextextended(${`share ${itemId}`}, 0))::text`;
}

/** Puts one share in the place of what stood for this audience. The caller holds the item's shares. */
export async function saveShare(scope: Scope, grant: Grant): Promise<string> {
  const { itemId, councilId, readerId } = grant;
  await scope.db.share.updateMany({ where: { itemId, councilId, readerId, revokedAt: null }, data: { revokedAt: scope.now } });
  const id = newId();
  // by the same clock as seats: a share aimed at one person reaches who sat there before it
  await scope.db.share.createMany({ data: [{ id, ...grant, createdAt: scope.now }] });
  return id;
}

/** Ends a share now. Ended already is fine. */
export async function endShare(scope: Scope, shareId: string): Promise<string> {
  const share = await scope.db.share.findUnique({ where: { id: shareId }, select: { itemId: true } });
  if (!share) throw notFound();
  await scope.db.share.updateMany({ where: { id: shareId, revokedAt: null }, data: { revokedAt: scope.now } });
  return share.itemId;
}
