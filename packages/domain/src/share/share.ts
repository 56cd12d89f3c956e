import type { ItemKind } from '../item/item.ts';
import type { Levels } from '../item/levels.ts';
import { findLastExpiry, type ShareGrant } from '../item/reach.ts';
import { invalid } from '../kernel/error.ts';

/**
 * When what the viewer sees of an item ends, as far as they may know it. An offer's end follows from its deadline
 * (`proposeExpiry`), so it is told to those alone who see the dates as they are.
 */
export function shownExpiry(kind: ItemKind, shown: Levels, rows: readonly Pick<ShareGrant, 'expiresAt'>[]): Date | null {
  return kind === 'offer' && shown.dates !== 'exact' ? null : findLastExpiry(rows);
}

const day = 86_400_000;

/** How many days a share of this kind may last at most. */
export function longestDays(kind: ItemKind): number {
  return kind === 'offer' ? 90 : 365;
}

/**
 * When a new share ends if the owner chooses nothing. Offers: seven days after the deadline (`deadline` is the moment
 * at which it ends), else 14 days from now, at most 90. Other items: null, until the owner stops sharing.
 */
export function proposeExpiry(kind: ItemKind, deadline: Date | null, now: Date): Date | null {
  if (kind !== 'offer') return null;
  const after = deadline ? deadline.getTime() + 7 * day : 0;
  const end = after > now.getTime() ? after : now.getTime() + 14 * day;
  return new Date(Math.min(end, now.getTime() + longestDays(kind) * day));
}

/** Refuses an expiry that is past, too far, or missing where one is due. */
export function checkExpiry(kind: ItemKind, expiresAt: Date | null, now: Date): void {
  if (expiresAt === null) {
    if (kind === 'offer') throw invalid('expiresAt', 'An offer is always shared until a date. Choose one.');
    return;
  }
  if (expiresAt.getTime() <= now.getTime()) throw invalid('expiresAt', 'This date has passed. Choose a later one.');
  if (expiresAt.getTime() > now.getTime() + longestDays(kind) * day)
    throw invalid('expiresAt', `Share for at most ${longestDays(kind)} days.`);
}
