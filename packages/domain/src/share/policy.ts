import type { ItemKind } from '../item/item.ts';
import { type Decision, no, yes } from '../kernel/decision.ts';

/** The people of one council of the owner's, as they are at this moment. */
export type Circle = { active: boolean; memberIds: readonly string[] };

/** Whether the owner may share with this audience: an own, open council, and an active co-member or all of it. */
export function canShareWith(ownerId: string, circle: Circle, readerId: string | null): Decision {
  if (!circle.active || !circle.memberIds.includes(ownerId)) return no('You can share only within your own councils.');
  if (readerId === ownerId) return no('You can already see this.');
  if (readerId !== null && !circle.memberIds.includes(readerId)) return no('You can share only with members of this council.');
  return yes;
}

/**
 * Whether an item may be shared in one more council: what is sealed by each and revealed to all of them is asked at one
 * table, for people whom only the owner brings together do not learn of each other.
 */
export function canShareAt(kind: ItemKind, inAnother: boolean): Decision {
  if (!inAnother || (kind !== 'round' && kind !== 'debrief')) return yes;
  const what = kind === 'round' ? 'A counter round' : 'A debrief';
  return no(`${what} can be shared with one council only. Stop sharing it with your other council first.`);
}
