import { allow } from '@parley/domain/kernel/decision';
import { notFound } from '@parley/domain/kernel/error';
import { ItemRef, SetShare, ShareRef } from '@parley/domain/share/input';
import { canShareAt, canShareWith } from '@parley/domain/share/policy';
import {
  cautiousLevels,
  checkExpiry,
  defaultExpiry,
  effectiveLevels,
  effectiveShares,
  lastExpiry,
  levelsFor,
  longestDays,
  reaches,
  type Seat,
  shownExpiry,
  stands,
} from '@parley/domain/share/share';
import type { z } from 'zod';
import { findNames } from '../identity/store.ts';
import { notify } from '../notification/store.ts';
import { findDeadline } from '../offer/store.ts';
import { findOpportunity } from '../opportunity/store.ts';
import { router, type Scope, signedIn } from '../trpc.ts';
import * as store from './store.ts';
import { councilNames, sharedLists } from './view.ts';

const unique = <T>(values: readonly T[]) => [...new Set(values)];

/** The people whom the item reaches now, each with what they see. */
function readersOf(shares: readonly store.StandingShare[], ownerId: string, seats: readonly Seat[], now: Date) {
  return unique(seats.map((seat) => seat.accountId)).flatMap((id) => {
    const rows = shares.filter((share) => reaches(share, ownerId, id, seats));
    const levels = effectiveLevels(rows, id, now);
    if (!levels) return [];
    return { id, levels, expiresAt: lastExpiry(effectiveShares(rows, id, now))?.toISOString() ?? null };
  });
}

/** Who sees the company's name already, through something else of the same opportunity. */
async function namedTo(scope: Scope, item: store.ItemFacts, seats: readonly Seat[]): Promise<string[]> {
  const beside = await store.findSharesBeside(scope, item);
  const sees = (id: string) =>
    unique(beside.map((share) => share.itemId)).some((itemId) => {
      const rows = beside.filter((share) => share.itemId === itemId && reaches(share, item.ownerId, id, seats));
      return effectiveLevels(rows, id, scope.now)?.company === 'exact';
    });
  return unique(seats.map((seat) => seat.accountId)).filter(sees);
}

async function options(scope: Scope, itemId: string) {
  const item = await store.findItem(scope, itemId);
  const seats = await store.findSeats(scope);
  const names = await findNames(scope, unique(seats.map((seat) => seat.accountId)));
  const councils = await councilNames(
    scope,
    seats.map((seat) => seat.councilId),
  );
  const { details } = await findOpportunity(scope, item.opportunityId);
  const deadline = item.kind === 'offer' ? await findDeadline(scope, itemId) : null;
  const membersOf = (councilId: string) =>
    seats.filter((seat) => seat.councilId === councilId && seat.accountId !== item.ownerId).map((seat) => seat.accountId);
  return {
    itemId,
    kind: item.kind,
    company: details.company,
    alias: details.alias,
    levels: levelsFor(item.kind, cautiousLevels),
    namedTo: await namedTo(scope, item, seats),
    longestDays: longestDays(item.kind),
    expiresAt: defaultExpiry(item.kind, deadline, scope.now)?.toISOString() ?? null,
    councils: [...councils].map(([councilId, name]) => ({
      councilId,
      name,
      members: membersOf(councilId).map((id) => ({ id, name: names.get(id) ?? '' })),
    })),
  };
}

async function forOwner(scope: Scope, itemId: string) {
  const { kind, ownerId } = await store.findItem(scope, itemId);
  const seats = await store.findSeats(scope);
  const shares = (await store.findShares(scope, itemId)).filter((share) => stands(share, ownerId, seats));
  const readers = readersOf(shares, ownerId, seats, scope.now);
  const names = await findNames(
    scope,
    readers.map(({ id }) => id),
  );
  const councils = await councilNames(
    scope,
    shares.map((share) => share.councilId),
  );
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

/** What a reader learns of the share: from whom, how much, until when. Nothing of what others get. */
async function forReader(scope: Scope, itemId: string) {
  const { kind, ownerId } = await store.findItem(scope, itemId);
  const seats = await store.findSeats(scope);
  const rows = (await store.findShares(scope, itemId)).filter((share) => reaches(share, ownerId, scope.viewer.id, seats));
  const levels = effectiveLevels(rows, scope.viewer.id, scope.now);
  if (!levels) throw notFound();
  const expiresAt = shownExpiry(kind, levels, effectiveShares(rows, scope.viewer.id, scope.now))?.toISOString() ?? null;
  const names = await findNames(scope, [ownerId]);
  return { mine: false as const, kind, ownerName: names.get(ownerId) ?? '', levels, expiresAt };
}

async function set(scope: Scope, input: z.infer<typeof SetShare>) {
  const { itemId, councilId, readerId } = input;
  const { kind, ownerId } = await store.findItem(scope, itemId);
  await store.holdShares(scope, itemId);
  const all = await store.findSeats(scope);
  const seats = all.filter((seat) => seat.councilId === councilId);
  const standing = (await store.findShares(scope, itemId)).filter((share) => stands(share, ownerId, all));
  const elsewhere = standing.some((share) => share.councilId !== councilId);
  allow(canShareWith(ownerId, { active: seats.length > 0, memberIds: seats.map((seat) => seat.accountId) }, readerId));
  allow(canShareAt(kind, elsewhere));
  const expiresAt = input.expiresAt === null ? null : new Date(input.expiresAt);
  checkExpiry(kind, expiresAt, scope.now);
  const before = await store.findReaderIds(scope, itemId);
  const shareId = await store.saveShare(scope, { itemId, councilId, readerId, levels: levelsFor(kind, input.levels), expiresAt });
  const gained = (await store.findReaderIds(scope, itemId)).filter((id) => !before.includes(id));
  await notify(
    scope,
    gained.map((recipientId) => ({ recipientId, kind: 'shared' as const, councilId, itemId })),
  );
  return { shareId, told: gained };
}

export const shareRouter = router({
  options: signedIn.input(ItemRef).query(({ ctx, input }) => options(ctx, input.itemId)),
  get: signedIn.input(ItemRef).query(({ ctx, input }) => forOwner(ctx, input.itemId)),
  glance: signedIn.input(ItemRef).query(async ({ ctx, input: { itemId } }) => {
    if (ctx.relation === 'owner') return { mine: true as const, ...(await forOwner(ctx, itemId)) };
    return forReader(ctx, itemId);
  }),
  set: signedIn.input(SetShare).mutation(({ ctx, input }) => set(ctx, input)),
  revoke: signedIn.input(ShareRef).mutation(async ({ ctx, input }) => ({ itemId: await store.endShare(ctx, input.shareId) })),
  listShared: sharedLists.withMe,
  mine: sharedLists.byMe,
});
