import { levelsFor } from '@parley/domain/item/levels';
import { stands } from '@parley/domain/item/reach';
import { allow } from '@parley/domain/kernel/decision';
import { ItemRef, SetShare, SharedIn, ShareRef } from '@parley/domain/share/input';
import { canShareAt, canShareWith } from '@parley/domain/share/policy';
import { checkExpiry } from '@parley/domain/share/share';
import type { z } from 'zod';
import { findItem, findReaderIds } from '../item/store.ts';
import { notify } from '../notification/store.ts';
import { read, readOwn } from '../read.ts';
import { router, type Scope, signedIn } from '../trpc.ts';
import { ownSharedQuestion, sharedQuestion } from './list-view.ts';
import * as store from './store.ts';
import { glanceQuestion, optionsQuestion, sharesQuestion } from './view.ts';

async function set(scope: Scope, input: z.infer<typeof SetShare>) {
  const { itemId, councilId, readerId } = input;
  const { kind, ownerId } = await findItem(scope, itemId);
  await store.holdShares(scope, itemId);
  const all = await store.findSeats(scope);
  const seats = all.filter((seat) => seat.councilId === councilId);
  const standing = (await store.findShares(scope, itemId)).filter((share) => stands(share, ownerId, all));
  const elsewhere = standing.some((share) => share.councilId !== councilId);
  allow(canShareWith(ownerId, { active: seats.length > 0, memberIds: seats.map((seat) => seat.accountId) }, readerId));
  allow(canShareAt(kind, elsewhere));
  const expiresAt = input.expiresAt === null ? null : new Date(input.expiresAt);
  checkExpiry(kind, expiresAt, scope.now);
  const before = await findReaderIds(scope, itemId);
  const shareId = await store.saveShare(scope, { itemId, councilId, readerId, levels: levelsFor(kind, input.levels), expiresAt });
  const gained = (await findReaderIds(scope, itemId)).filter((id) => !before.includes(id));
  await notify(
    scope,
    gained.map((recipientId) => ({ recipientId, kind: 'shared' as const, councilId, itemId })),
  );
  return { shareId, told: gained };
}

export const shareRouter = router({
  options: read(ItemRef, optionsQuestion),
  get: read(ItemRef, sharesQuestion),
  glance: read(ItemRef, glanceQuestion),
  set: signedIn.input(SetShare).mutation(({ ctx, input }) => set(ctx, input)),
  revoke: signedIn.input(ShareRef).mutation(async ({ ctx, input }) => ({ itemId: await store.endShare(ctx, input.shareId) })),
  listShared: read(SharedIn, sharedQuestion),
  mine: readOwn(ownSharedQuestion),
});
