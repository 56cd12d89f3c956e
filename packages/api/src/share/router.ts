import { allow } from '@parley/domain/kernel/decision';
import { ItemRef, SetShare, SharedIn, ShareRef } from '@parley/domain/share/input';
import { canShareWith } from '@parley/domain/share/policy';
import {
  cautiousLevels,
  checkExpiry,
  defaultExpiry,
  effectiveLevels,
  effectiveShares,
  lastExpiry,
  levelsFor,
  levelWord,
  longestDays,
  reaches,
  type Seat,
} from '@parley/domain/share/share';
import type { z } from 'zod';
import { findCouncil } from '../council/store.ts';
import { findNames } from '../identity/store.ts';
import { notify } from '../notification/store.ts';
import { findHeader, findOpportunity } from '../opportunity/store.ts';
import { router, type Scope, signedIn } from '../trpc.ts';
import * as store from './store.ts';

const unique = <T>(values: readonly T[]) => [...new Set(values)];

async function councilNames(scope: Scope, ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const id of unique(ids)) names.set(id, (await findCouncil(scope, id)).name);
  return names;
}

/** One line of a list of shared things: what, whose, which opening as this viewer may see it. Never a number. */
async function describe(scope: Scope, item: store.StandingItem) {
  const { role, employer, ownerName } = await findHeader(scope, item.opportunityId);
  return { itemId: item.id, kind: item.kind, opportunityId: item.opportunityId, ownerId: item.ownerId, ownerName, role, employer };
}

/** The people whom the item reaches now, each with what they see. */
function readersOf(shares: readonly store.StandingShare[], ownerId: string, seats: readonly Seat[], now: Date) {
  return unique(seats.map((seat) => seat.accountId)).flatMap((id) => {
    const rows = shares.filter((share) => reaches(share, ownerId, id, seats));
    const levels = effectiveLevels(rows, id, now);
    if (!levels) return [];
    return { id, levels, expiresAt: lastExpiry(effectiveShares(rows, id, now))?.toISOString() ?? null };
  });
}

/** Whether a share is worth showing: it reaches somebody, or whoever joins its council. */
function stands(share: store.StandingShare, ownerId: string, seats: readonly Seat[]): boolean {
  const inCouncil = seats.filter((seat) => seat.councilId === share.councilId);
  if (inCouncil.some((seat) => reaches(share, ownerId, seat.accountId, seats))) return true;
  return share.readerId === null && inCouncil.some((seat) => seat.accountId === ownerId && seat.joinedAt <= share.createdAt);
}

async function options(scope: Scope, itemId: string) {
  const item = await store.findItem(scope, itemId);
  const seats = await store.findSeats(scope);
  const names = await findNames(scope, unique(seats.map((seat) => seat.accountId)));
  const councils = await councilNames(scope, seats.map((seat) => seat.councilId));
  const { details } = await findOpportunity(scope, item.opportunityId);
  const membersOf = (councilId: string) =>
    seats.filter((seat) => seat.councilId === councilId && seat.accountId !== item.ownerId).map((seat) => seat.accountId);
  return {
    itemId,
    kind: item.kind,
    company: details.company,
    alias: details.alias,
    levels: levelsFor(item.kind, cautiousLevels),
    longestDays: longestDays(item.kind),
    expiresAt: defaultExpiry(item.kind, null, scope.now)?.toISOString() ?? null,
    councils: [...councils].map(([councilId, name]) => ({
      councilId,
      name,
      members: membersOf(councilId).map((id) => ({ id, name: names.get(id) ?? '' })),
    })),
  };
}

async function current(scope: Scope, itemId: string) {
  const { kind, ownerId } = await store.findItem(scope, itemId);
  const seats = await store.findSeats(scope);
  const shares = (await store.findShares(scope, itemId)).filter((share) => stands(share, ownerId, seats));
  const readers = readersOf(shares, ownerId, seats, scope.now);
  const names = await findNames(scope, readers.map(({ id }) => id));
  const councils = await councilNames(scope, shares.map((share) => share.councilId));
  return {
    kind,
    shares: shares.map((share) => ({
      shareId: share.id,
      councilId: share.councilId,
      councilName: councils.get(share.councilId) ?? '',
      readerId: share.readerId,
      readerName: share.readerId === null ? null : (names.get(share.readerId) ?? ''),
      levels: share.levels,
      since: share.createdAt.toISOString(),
      expiresAt: share.expiresAt?.toISOString() ?? null,
    })),
    readers: readers.map((reader) => ({ ...reader, name: names.get(reader.id) ?? '' })),
  };
}

async function set(scope: Scope, input: z.infer<typeof SetShare>) {
  const { itemId, councilId, readerId } = input;
  const { kind, ownerId } = await store.findItem(scope, itemId);
  const seats = await store.findSeats(scope, councilId);
  allow(canShareWith(ownerId, { active: seats.length > 0, memberIds: seats.map((seat) => seat.accountId) }, readerId));
  const expiresAt = input.expiresAt === null ? null : new Date(input.expiresAt);
  checkExpiry(kind, expiresAt, scope.now);
  const before = await store.findReaderIds(scope, itemId);
  const shareId = await store.saveShare(scope, { itemId, councilId, readerId, levels: levelsFor(kind, input.levels), expiresAt });
  const gained = (await store.findReaderIds(scope, itemId)).filter((id) => !before.includes(id));
  await notify(scope, gained.map((recipientId) => ({ recipientId, kind: 'shared' as const, councilId, itemId })));
  return { shareId, told: gained };
}

async function sharedWithMe(scope: Scope, councilId: string) {
  const seats = await store.findSeats(scope, councilId);
  const lines = [];
  for (const item of await store.findSharedWith(scope, councilId)) {
    const reaching = item.shares.filter((share) => reaches(share, item.ownerId, scope.viewer.id, seats));
    const rows = effectiveShares(reaching, scope.viewer.id, scope.now);
    const shown = effectiveLevels(reaching, scope.viewer.id, scope.now);
    const newest = rows.at(-1);
    if (!shown || !newest) continue;
    lines.push({
      ...(await describe(scope, item)),
      shows: item.kind === 'offer' ? levelWord(shown) : null,
      since: newest.createdAt.toISOString(),
      expiresAt: lastExpiry(rows)?.toISOString() ?? null,
    });
  }
  return lines;
}

async function sharedByMe(scope: Scope) {
  const seats = await store.findSeats(scope);
  const items = (await store.findOwnShared(scope))
    .map((item) => ({ ...item, shares: item.shares.filter((share) => stands(share, item.ownerId, seats)) }))
    .filter((item) => item.shares.length > 0);
  const shares = items.flatMap((item) => item.shares);
  const names = await findNames(scope, unique(shares.flatMap((share) => share.readerId ?? [])));
  const councils = await councilNames(scope, shares.map((share) => share.councilId));
  const lines = [];
  for (const item of items) {
    lines.push({
      ...(await describe(scope, item)),
      shares: item.shares.map(({ id, councilId, readerId, expiresAt }) => ({
        shareId: id,
        audience: readerId === null ? (councils.get(councilId) ?? '') : (names.get(readerId) ?? ''),
        whole: readerId === null,
        expiresAt: expiresAt?.toISOString() ?? null,
      })),
    });
  }
  return lines;
}

export const shareRouter = router({
  options: signedIn.input(ItemRef).query(({ ctx, input }) => options(ctx, input.itemId)),
  get: signedIn.input(ItemRef).query(({ ctx, input }) => current(ctx, input.itemId)),
  set: signedIn.input(SetShare).mutation(({ ctx, input }) => set(ctx, input)),
  revoke: signedIn.input(ShareRef).mutation(async ({ ctx, input }) => ({ itemId: await store.endShare(ctx, input.shareId) })),
  listShared: signedIn.input(SharedIn).query(({ ctx, input }) => sharedWithMe(ctx, input.councilId)),
  mine: signedIn.query(({ ctx }) => sharedByMe(ctx)),
});
