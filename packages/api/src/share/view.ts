import type { ItemFacts } from '@parley/domain/item/item';
import { cautiousLevels, levelsFor } from '@parley/domain/item/levels';
import { effectiveLevels, effectiveShares, lastExpiry, reaches, type Seat, stands } from '@parley/domain/item/reach';
import { notFound } from '@parley/domain/kernel/error';
import { defaultExpiry, longestDays, shownExpiry } from '@parley/domain/share/share';
import { findNames } from '../identity/store.ts';
import { findItem } from '../item/store.ts';
import { findDeadline } from '../offer/store.ts';
import { findOpportunity } from '../opportunity/store.ts';
import type { Scope } from '../trpc.ts';
import { councilNames } from './list-view.ts';
import * as store from './store.ts';

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
async function namedTo(scope: Scope, item: ItemFacts, seats: readonly Seat[]): Promise<string[]> {
  const beside = await store.findSharesBeside(scope, item);
  const sees = (id: string) =>
    unique(beside.map((share) => share.itemId)).some((itemId) => {
      const rows = beside.filter((share) => share.itemId === itemId && reaches(share, item.ownerId, id, seats));
      return effectiveLevels(rows, id, scope.now)?.company === 'exact';
    });
  return unique(seats.map((seat) => seat.accountId)).filter(sees);
}

/** What the owner may choose when sharing an item: with whom, how much, until when. */
export async function viewOptions(scope: Scope, itemId: string) {
  const item = await findItem(scope, itemId);
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

/** The standing shares of an item and whom they reach: for its owner. */
export async function viewShares(scope: Scope, itemId: string) {
  const { kind, ownerId } = await findItem(scope, itemId);
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
export async function viewShareOfReader(scope: Scope, itemId: string) {
  const { kind, ownerId } = await findItem(scope, itemId);
  const seats = await store.findSeats(scope);
  const rows = (await store.findShares(scope, itemId)).filter((share) => reaches(share, ownerId, scope.viewer.id, seats));
  const levels = effectiveLevels(rows, scope.viewer.id, scope.now);
  if (!levels) throw notFound();
  const expiresAt = shownExpiry(kind, levels, effectiveShares(rows, scope.viewer.id, scope.now))?.toISOString() ?? null;
  const names = await findNames(scope, [ownerId]);
  return { mine: false as const, kind, ownerName: names.get(ownerId) ?? '', levels, expiresAt };
}
