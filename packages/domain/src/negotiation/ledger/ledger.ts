import { compareValue, layOver, type Package, valueComponents, valuePackage } from '../package.ts';
import { findRemarksBefore, measureExchange, type TwoWorths, valueTwo } from './exchange.ts';
import { type FixedEntry, readFixed } from './fixed.ts';
import { findStanding, findTurn, type Move, type MoveContent, orderMoves, proposes, putOf, type Turn } from './move.ts';
import { type Remark, remarksOnOffer, remarksOnTwo } from './remark.ts';

/** One move with what stands on that side of the table after it, and what there is to remark. Minor units. */
export type LedgerEntry = {
  moveId: string;
  at: string;
  standing: Package | null;
  value: number | null;
  concession: number | null;
  movement: number | null;
  /** What the last ask is worth after an offer that moves what it did not name; null where it stays. */
  asked: number | null;
  /** What each of two packages is worth, where the move holds two. */
  two: TwoWorths | null;
  remarks: Remark[];
};

export type Ledger = { steps: LedgerEntry[]; turn: Turn; fixed: FixedEntry[] };

/** The employer's concessions so far, one a move, in minor units; a step back starts the row anew. */
function employerSteps(moves: readonly Move[], years: number): number[] {
  let stands: Package | null = null;
  let steps: number[] = [];
  for (const move of moves) {
    if (move.party !== 'employer' || !proposes(move)) continue;
    const next: Package = stands ? layOver(stands, putOf(move)) : putOf(move);
    const step = stands ? compareValue(stands, next, years) : 0;
    steps = step < 0 ? [] : [...steps, step];
    stands = next;
  }
  return steps;
}

/** What stands is worth, or null while nothing in it can be counted: a bonus without its base. */
function worthOf(stands: Package | null, years: number): number | null {
  return stands && valueComponents(stands, years).size > 0 ? valuePackage(stands, years) : null;
}

/** What the standing ask is worth after an offer, where the offer has moved it. */
function findMovedAsk(earlier: readonly Move[], upTo: readonly Move[], years: number): number | null {
  const [before, now] = [earlier, upTo].map((moves) => worthOf(findStanding(moves, 'candidate'), years));
  return now === before ? null : (now ?? null);
}

function stepOf(moves: readonly Move[], index: number, move: Move, years: number): LedgerEntry {
  const earlier = moves.slice(0, index);
  const upTo = moves.slice(0, index + 1);
  const { moveId, at } = move;
  const bare = { moveId, at, concession: null, movement: null, asked: null, two: valueTwo(earlier, move, years) };
  if (!proposes(move))
    return { ...bare, standing: null, value: null, concession: move.kind === 'accept' ? 0 : null, remarks: [] };
  const stands = findStanding(upTo, move.party);
  const value = worthOf(stands, years);
  if (move.party === 'employer')
    return {
      ...bare,
      standing: stands,
      value,
      asked: findMovedAsk(earlier, upTo, years),
      remarks: [...remarksOnOffer(move.kind, employerSteps(upTo, years)), ...remarksOnTwo(bare.two)],
    };
  const { concession, movement } = measureExchange(earlier, move, years);
  return { ...bare, standing: stands, value, concession, movement, remarks: findRemarksBefore(earlier, move, years) };
}

/** The whole ledger of these moves over a horizon in years: steps in order, whose turn it is, what is fixed. */
export function readLedger(moves: readonly Move[], years: number): Ledger {
  const ordered = orderMoves(moves);
  return {
    steps: ordered.map((move, index) => stepOf(ordered, index, move, years)),
    turn: findTurn(ordered),
    fixed: readFixed(ordered),
  };
}

/** A concession that would be made while it is their turn: how much (minor units), and since when one waits. */
export function findCautionBefore(
  moves: readonly Move[],
  draft: MoveContent,
  years: number,
): { concession: number; since: string } | null {
  const ordered = orderMoves(moves);
  const state = findTurn(ordered);
  if (state.state !== 'theirs' || draft.party !== 'candidate' || !proposes(draft)) return null;
  const { concession } = measureExchange(ordered, draft, years);
  return concession !== null && concession > 0 ? { concession, since: state.since } : null;
}
