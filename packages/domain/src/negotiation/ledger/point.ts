import type { LedgerEntry } from './ledger.ts';
import type { Move, Party } from './move.ts';

/** `follows`: the last ask, moved by an offer in what it did not name. */
export type Point = { key: string; party: Party; at: string; value: number; follows: boolean };

/** Asks and offers as values over the horizon; without a base only among packages without one. */
export function pointsOf(moves: readonly Move[], steps: readonly LedgerEntry[]): Point[] {
  const valued = steps.flatMap(({ moveId: key, at, value, standing, asked }) => {
    const party = moves.find(({ moveId }) => moveId === key)?.party;
    if (!party || value === null || standing === null) return [];
    const hasBase = standing.base !== null;
    const said = { key, party, at, value, follows: false, hasBase };
    if (asked === null) return [said];
    return [said, { key: `${key} asked`, party: 'candidate' as const, at, value: asked, follows: true, hasBase }];
  });
  const withBase = valued.filter((one) => one.hasBase);
  return withBase.length > 0 ? withBase : valued;
}
