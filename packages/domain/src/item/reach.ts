import type { ItemKind } from './item.ts';
import { type Levels, widenLevels } from './levels.ts';

/** One item of an opportunity that somebody may read; levels are null for its owner. */
export type Part = { id: string; kind: ItemKind; levels: Levels | null };

/** One grant of reading, to a whole council (readerId null) or to one member of it. */
export type ShareGrant = {
  councilId: string;
  readerId: string | null;
  levels: Levels;
  expiresAt: Date | null;
  revokedAt: Date | null;
};

/** Whether a share gives anything at this moment: not revoked, and before its expiry. */
export function isLive(share: Pick<ShareGrant, 'expiresAt' | 'revokedAt'>, now: Date): boolean {
  return share.revokedAt === null && (share.expiresAt === null || share.expiresAt.getTime() > now.getTime());
}

/**
 * The live rows that count for the viewer: those aimed at the viewer, which beat the rows of whole councils, narrower
 * or wider; else those of whole councils. Pass only rows that reach the viewer (`reaches`): membership is not known here.
 */
export function pickEffectiveShares<Row extends ShareGrant>(shares: readonly Row[], viewerId: string, now: Date): Row[] {
  const live = shares.filter((share) => isLive(share, now));
  const mine = live.filter((share) => share.readerId === viewerId);
  return mine.length > 0 ? mine : live.filter((share) => share.readerId === null);
}

/** What the viewer may see of an item, or null for nothing: the rows that count add up, group by group, to the most. */
export function addUpLevels(shares: readonly ShareGrant[], viewerId: string, now: Date): Levels | null {
  const [first, ...others] = pickEffectiveShares(shares, viewerId, now).map((row) => row.levels);
  return first ? others.reduce(widenLevels, first) : null;
}

/** When what the viewer sees ends at the latest; null for no end. */
export function findLastExpiry(rows: readonly Pick<ShareGrant, 'expiresAt'>[]): Date | null {
  const ends = rows.map((row) => row.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY);
  const last = Math.max(...ends);
  return Number.isFinite(last) ? new Date(last) : null;
}

/** An active place in a council, and since when. */
export type Seat = { councilId: string; accountId: string; joinedAt: Date };

/**
 * Whether a share, if live, reaches this reader: owner and reader both sit in its council, the owner since before it
 * was made, and so the reader where it is aimed at one person. Who left and came back is not given the old shares.
 */
export function reaches(
  share: Pick<ShareGrant, 'councilId' | 'readerId'> & { createdAt: Date },
  ownerId: string,
  readerId: string,
  seats: readonly Seat[],
): boolean {
  const seat = (id: string) => seats.find((one) => one.councilId === share.councilId && one.accountId === id);
  const owner = seat(ownerId);
  const reader = seat(readerId);
  if (!owner || !reader || owner.joinedAt > share.createdAt || ownerId === readerId) return false;
  return share.readerId === null || (share.readerId === readerId && reader.joinedAt <= share.createdAt);
}

/** Whether a share is worth showing to its owner: it reaches somebody now, or will reach whoever joins its council. */
export function stands(
  share: Pick<ShareGrant, 'councilId' | 'readerId'> & { createdAt: Date },
  ownerId: string,
  seats: readonly Seat[],
): boolean {
  const here = seats.filter((seat) => seat.councilId === share.councilId);
  if (here.some((seat) => reaches(share, ownerId, seat.accountId, seats))) return true;
  return share.readerId === null && here.some((seat) => seat.accountId === ownerId && seat.joinedAt <= share.createdAt);
}

type Made = ShareGrant & { createdAt: Date };

/** The people whom an item's shares give something now, each with what they see and the shares that count, in the order of seats. */
export function listReaders<Share extends Made>(shares: readonly Share[], ownerId: string, seats: readonly Seat[], now: Date) {
  return [...new Set(seats.map((seat) => seat.accountId))].flatMap((id) => {
    const reaching = shares.filter((share) => reaches(share, ownerId, id, seats));
    const levels = addUpLevels(reaching, id, now);
    return levels ? [{ id, levels, shares: pickEffectiveShares(reaching, id, now) }] : [];
  });
}
