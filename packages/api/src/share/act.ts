import { newId } from '@parley/db/id';
import { levelsFor } from '@parley/domain/item/levels';
import { listReaders, stands } from '@parley/domain/item/reach';
import { allow } from '@parley/domain/kernel/decision';
import { notFound } from '@parley/domain/kernel/error';
import type { SetShare, ShareRef } from '@parley/domain/share/input';
import { canShareAt, canShareWith } from '@parley/domain/share/policy';
import { checkExpiry } from '@parley/domain/share/share';
import type { z } from 'zod';
import { openSeats } from '../item/rows.ts';
import { keepSharedMission, sharedMission } from '../mission/versions/act.ts';
import { keepShared, sharedScripts } from '../negotiation/script/act.ts';
import { tell } from '../tell.ts';
import { act } from '../write.ts';
import { addShare, endShare, endShareWith, holdShares, itemFacts, sharedBy, sharesOf } from './rows.ts';

/** Puts one share in the place of what stood for this audience, and tells those who could not read the item before. */
export const settingShare = act({
  facts: ({ itemId }: z.output<typeof SetShare>) => ({
    held: holdShares(itemId),
    item: itemFacts(itemId),
    seats: openSeats(),
    shares: sharesOf(itemId),
    ...sharedScripts(itemId),
    ...sharedMission(itemId),
  }),
  decide(given, input) {
    const { rows, now } = given;
    const { itemId, councilId, readerId } = input;
    const [item] = rows.item;
    if (!item) throw notFound();
    const { kind, ownerId } = item;
    const { seats, shares } = rows;
    const here = seats.filter((seat) => seat.councilId === councilId).map(({ accountId }) => accountId);
    allow(canShareWith(ownerId, { active: here.length > 0, memberIds: here }, readerId));
    allow(
      canShareAt(
        kind,
        shares.some((one) => one.councilId !== councilId && stands(one, ownerId, seats)),
      ),
    );
    const expiresAt = input.expiresAt === null ? null : new Date(input.expiresAt);
    checkExpiry(kind, expiresAt, now);
    const levels = levelsFor(kind, input.levels);
    // by the same clock as seats: a share aimed at one person reaches who sat there before it
    const next = { councilId, readerId, levels, createdAt: now, expiresAt, revokedAt: null };
    const others = shares.filter((one) => one.councilId !== councilId || one.readerId !== readerId);
    const before = listReaders(shares, ownerId, seats, now).map(({ id }) => id);
    const readers = listReaders([...others, next], ownerId, seats, now);
    const gained = readers.map(({ id }) => id).filter((id) => !before.includes(id));
    const shareId = newId();
    const told = gained.sort().map((id) => ({ id, kind: 'shared' as const }));
    return {
      changes: [
        endShareWith(itemId, councilId, readerId, now),
        addShare(shareId, itemId, councilId, readerId, levels, expiresAt, now),
        ...keepShared(given),
        ...keepSharedMission(given),
        ...tell(told, { councilId, itemId }, now),
      ],
      answer: { shareId, told: gained },
    };
  },
});

/** Ends a share now. Ended already is fine. */
export const revokingShare = act({
  facts: ({ shareId }: z.output<typeof ShareRef>) => ({ share: sharedBy(shareId) }),
  decide({ rows, now }, { shareId }) {
    const [share] = rows.share;
    if (!share) throw notFound();
    return { changes: [endShare(shareId, now)], answer: { itemId: share.itemId } };
  },
});
