import { findClausePart } from '../clause.ts';
import {
  type Component,
  compareValue,
  componentLabel,
  emptyPackage,
  layOver,
  listNamed,
  listSaid,
  type Package,
  valueComponents,
  valuePackage,
} from '../package.ts';
import { type FixedEntry, readFixed } from './fixed.ts';
import {
  findStanding,
  findTurn,
  hasRefused,
  layTwo,
  type Move,
  type MoveContent,
  orderMoves,
  proposes,
  putOf,
  putsOf,
  type Turn,
} from './move.ts';
import { type Remark, remarksOnAsk, remarksOnOffer, remarksOnTwo } from './remark.ts';

/** One move with what stands on that side of the table after it, and what there is to remark. Minor units. */
export type LedgerEntry = {
  moveId: string;
  at: string;
  standing: Package | null;
  value: number | null;
  concession: number | null;
  movement: number | null;
  /** What each of two packages is worth, where the move holds two. */
  two: { first: number; second: number } | null;
  remarks: Remark[];
};

export type Ledger = { steps: LedgerEntry[]; turn: Turn; fixed: FixedEntry[] };

/** C and E of one candidate move (product.md 3.6) and the two asks that C compares, of what this one names. */
export type Exchange = { before: Package | null; now: Package; concession: number | null; movement: number };

/** What an ask moves: what it names, and on the base that it names a bonus that stays as it was. */
function listMoved(move: MoveContent, before: Package | null, now: Package): Component[] {
  const asked = putOf(move);
  const names = listNamed(asked);
  return asked.base === null || before?.bonusPercent !== now.bonusPercent ? names : [...names, 'bonusPercent'];
}

/**
 * C = V(ask before) − V(ask now) of what this ask names, so that a move of theirs in between is none of mine; null when
 * there was no ask before; E = V(offer now) − V(offer at the
 * candidate's last ask), 0 when either is unknown. `earlier` are the moves before this one, in order.
 */
export function measureExchange(earlier: readonly Move[], move: MoveContent, years: number): Exchange {
  const before = findStanding(earlier, 'candidate');
  const now = layOver(findStanding(earlier, 'employer') ?? emptyPackage, putOf(move));
  const lastAsk = earlier.findLastIndex((one) => one.party === 'candidate' && proposes(one));
  const offerThen = findStanding(earlier.slice(0, Math.max(lastAsk, 0)), 'employer');
  const offerNow = findStanding(earlier, 'employer');
  return {
    before,
    now,
    concession: before && 0 - compareValue(before, now, years, listMoved(move, before, now)),
    movement: offerThen && offerNow ? compareValue(offerThen, offerNow, years) : 0,
  };
}

/** When the employer last put more on the table (or anything at all), or null when it has offered nothing. */
function findLastMoved(earlier: readonly Move[], years: number): string | null {
  let stands: Package | null = null;
  let at: string | null = null;
  for (const move of earlier) {
    if (move.party !== 'employer' || !proposes(move)) continue;
    const next: Package = stands ? layOver(stands, putOf(move)) : putOf(move);
    if (!stands || compareValue(stands, next, years) > 0) at = move.at;
    stands = next;
  }
  return at;
}

/** The components that this ask names for the first time, after the first round and not in answer to the employer. */
function listFirstAsked(earlier: readonly Move[], move: MoveContent, years: number): Component[] {
  const firstAsk = earlier.findIndex((one) => one.party === 'candidate' && proposes(one));
  if (firstAsk < 0) return [];
  const asked = earlier.filter((one) => one.party === 'candidate' && proposes(one));
  const before = earlier.slice(0, firstAsk).filter((one) => one.party === 'employer' && proposes(one));
  const after = earlier.slice(firstAsk).filter((one) => one.party === 'employer' && proposes(one));
  const names = (moves: readonly MoveContent[], component: Component) =>
    moves.some((one) => putsOf(one).some((put) => listSaid(put).includes(component) && amountOf(put, component, years) > 0));
  return listSaid(putOf(move)).filter((component) => {
    if (amountOf(putOf(move), component, years) === 0 || names(asked, component)) return false;
    return names(before, component) || !names(after, component);
  });
}

/** More than nothing, for the question whether a component was asked for: a bonus without its base, a clause by its words. */
function amountOf(offer: Package, component: Component, years: number): number {
  if (component === 'bonusPercent') return Number(offer.bonusPercent ?? '0');
  if (findClausePart(component)) return 1;
  return valueComponents(offer, years).get(component) ?? 0;
}

/** The components whose worth fell from one ask to the next, as labels. */
function listFallen(before: Package, now: Package, years: number, asked: readonly Component[]): string[] {
  const after = valueComponents(now, years);
  return [...valueComponents(before, years)]
    .filter(([component]) => asked.includes(component))
    .filter(([component, amount]) => (after.get(component) ?? amount) < amount)
    .map(([component]) => componentLabel(component, now.others));
}

function afterBestAndFinal(earlier: readonly Move[]): boolean {
  return earlier.findLast((one) => one.party === 'employer' && proposes(one))?.kind === 'best-and-final';
}

/** What two packages laid side by side are worth over the horizon, in minor units; null for a move with one. */
export function valueTwo(earlier: readonly Move[], move: MoveContent, years: number): LedgerEntry['two'] {
  const both = layTwo(earlier, move);
  return both && { first: valuePackage(both.first, years), second: valuePackage(both.second, years) };
}

/** Every remark on a candidate's move that is not yet made, or is the next after `earlier`. */
export function findRemarksBefore(earlier: readonly Move[], move: MoveContent, years: number): Remark[] {
  if (move.party !== 'candidate' || !proposes(move)) return [];
  const { before, now, concession, movement } = measureExchange(earlier, move, years);
  const remarks = remarksOnAsk({
    concession: concession ?? 0,
    movement,
    since: findLastMoved(earlier, years),
    fell: before ? listFallen(before, now, years, listMoved(move, before, now)) : [],
    // what is offered in the place of something they refused is a trade, as one should
    firstAsked: (hasRefused(earlier) ? [] : listFirstAsked(earlier, move, years)).map((one) =>
      componentLabel(one, putOf(move).others),
    ),
    afterBestAndFinal: afterBestAndFinal(earlier),
  });
  return [...remarks, ...remarksOnTwo(valueTwo(earlier, move, years))];
}

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

function stepOf(moves: readonly Move[], index: number, move: Move, years: number): LedgerEntry {
  const earlier = moves.slice(0, index);
  const upTo = moves.slice(0, index + 1);
  const bare = { moveId: move.moveId, at: move.at, concession: null, movement: null, two: valueTwo(earlier, move, years) };
  if (!proposes(move))
    return { ...bare, standing: null, value: null, concession: move.kind === 'accept' ? 0 : null, remarks: [] };
  const stands = findStanding(upTo, move.party);
  const value = stands && listNamed(stands).length > 0 ? valuePackage(stands, years) : null;
  if (move.party === 'employer')
    return {
      ...bare,
      standing: stands,
      value,
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
