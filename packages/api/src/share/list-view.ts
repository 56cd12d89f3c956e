import { levelWord } from '@parley/domain/item/levels';
import { effectiveLevels, effectiveShares, reaches, stands } from '@parley/domain/item/reach';
import { shownExpiry } from '@parley/domain/share/share';
import { findCouncil } from '../council/store.ts';
import { findNames } from '../identity/store.ts';
import { findParts } from '../item/store.ts';
import { findHeader } from '../opportunity/store.ts';
import type { Scope } from '../trpc.ts';
import * as store from './store.ts';

const unique = <T>(values: readonly T[]) => [...new Set(values)];

/** The names of councils in which the viewer sits. */
export async function councilNames(scope: Scope, ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const id of unique(ids)) names.set(id, (await findCouncil(scope, id)).name);
  return names;
}

/** One line of a list of shared things: what, whose, which opening as this viewer may see it. Never a number. */
async function describe(scope: Scope, item: store.StandingItem) {
  const { role, employer, ownerName } = await findHeader(scope, item.opportunityId, await findParts(scope, item.opportunityId));
  return {
    itemId: item.id,
    kind: item.kind,
    opportunityId: item.opportunityId,
    ownerId: item.ownerId,
    ownerName,
    role,
    employer,
  };
}

/** What others share with the viewer in one council. */
export async function listSharedWith(scope: Scope, councilId: string) {
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
      expiresAt: shownExpiry(item.kind, shown, rows)?.toISOString() ?? null,
    });
  }
  return lines;
}

/** What the viewer shares. */
export async function listOwnShared(scope: Scope) {
  const seats = await store.findSeats(scope);
  const items = (await store.findOwnShared(scope))
    .map((item) => ({ ...item, shares: item.shares.filter((share) => stands(share, item.ownerId, seats)) }))
    .filter((item) => item.shares.length > 0);
  const shares = items.flatMap((item) => item.shares);
  const names = await findNames(scope, unique(shares.flatMap((share) => share.readerId ?? [])));
  const councils = await councilNames(
    scope,
    shares.map((share) => share.councilId),
  );
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
