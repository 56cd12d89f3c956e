import {
  type Component,
  compareValue,
  componentLabel,
  emptyPackage,
  layOver,
  listNamed,
  type Package,
  valueComponents,
  valuePackage,
} from '../package.ts';
import {
  type Firmness,
  findStanding,
  findTurn,
  hasRefused,
  type Move,
  type MoveContent,
  orderMoves,
  proposes,
  spokenOf,
  type Turn,
} from './move.ts';
import { type Remark, remarksOnAsk, remarksOnOffer } from './remark.ts';

/** One move with what stands on that side of the table after it, and what there is to remark. Minor units. */
export type LedgerEntry = {
  moveId: string;
  at: string;
  standing: Package | null;
  value: number | null;
  concession: number | null;
  movement: number | null;
  remarks: Remark[];
};

/** The last thing heard from the employer about one component. */
export type FixedEntry = { component: Component; label: string; firmness: Firmness; words: string; at: string };

export type Ledger = { steps: LedgerEntry[]; turn: Turn; fixed: FixedEntry[] };

/** C and E of one candidate move (product.md 3.6) and the two asks that C compares, of what this one names. */
export type Exchange = { before: Package | null; now: Package; concession: number | null; movement: number };

/** What an ask moves: what it names, and on the base that it names a bonus that stays as it was. */
function listMoved({ package: asked }: MoveContent, before: Package | null, now: Package): Component[] {
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
  const now = layOver(findStanding(earlier, 'employer') ?? emptyPackage, move.package);
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
    const next: Package = stands ? layOver(stands, move.package) : move.package;
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
    moves.some((one) => listNamed(one.package).includes(component) && amountOf(one.package, component, years) > 0);
  return listNamed(move.package).filter((component) => {
    if (amountOf(move.package, component, years) === 0 || names(asked, component)) return false;
    return names(before, component) || !names(after, component);
  });
}

/** More than nothing, for the question whether a component was asked for; a bonus counts without its base. */
function amountOf(offer: Package, component: Component, years: number): number {
  if (component === 'bonusPercent') return Number(offer.bonusPercent ?? '0');
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

/** Every remark on a candidate's move that is not yet made, or is the next after `earlier`. */
export function findRemarksBefore(earlier: readonly Move[], move: MoveContent, years: number): Remark[] {
  if (move.party !== 'candidate' || !proposes(move)) return [];
  const { before, now, concession, movement } = measureExchange(earlier, move, years);
  return remarksOnAsk({
    concession: concession ?? 0,
    movement,
    since: findLastMoved(earlier, years),
    fell: before ? listFallen(before, now, years, listMoved(move, before, now)) : [],
    // what is offered in the place of something they refused is a trade, as one should
    firstAsked: (hasRefused(earlier) ? [] : listFirstAsked(earlier, move, years)).map((one) =>
      componentLabel(one, move.package.others),
    ),
    afterBestAndFinal: afterBestAndFinal(earlier),
  });
}

/** The employer's concessions so far, one a move, in minor units; a step back starts the row anew. */
function employerSteps(moves: readonly Move[], years: number): number[] {
  let stands: Package | null = null;
  let steps: number[] = [];
  for (const move of moves) {
    if (move.party !== 'employer' || !proposes(move)) continue;
    const next: Package = stands ? layOver(stands, move.package) : move.package;
    const step = stands ? compareValue(stands, next, years) : 0;
    steps = step < 0 ? [] : [...steps, step];
    stands = next;
  }
  return steps;
}

function stepOf(moves: readonly Move[], index: number, move: Move, years: number): LedgerEntry {
  const earlier = moves.slice(0, index);
  const upTo = moves.slice(0, index + 1);
  const bare = { moveId: move.moveId, at: move.at, concession: null, movement: null };
  if (move.kind === 'accept') return { ...bare, standing: null, value: null, concession: 0, remarks: [] };
  if (!proposes(move)) return { ...bare, standing: null, value: null, remarks: [] };
  const stands = findStanding(upTo, move.party);
  const value = stands && valuePackage(stands, years);
  if (move.party === 'employer')
    return { ...bare, standing: stands, value, remarks: remarksOnOffer(move.kind, employerSteps(upTo, years)) };
  const { concession, movement } = measureExchange(earlier, move, years);
  return { ...bare, standing: stands, value, concession, movement, remarks: findRemarksBefore(earlier, move, years) };
}

/** The newest firmness heard from the employer per component: what their words were about, and what else was heard. */
function fixedMap(moves: readonly Move[]): FixedEntry[] {
  const found = new Map<Component, FixedEntry>();
  const others = moves.flatMap((move) => move.package.others);
  for (const move of moves) {
    if (move.party !== 'employer') continue;
    const heard = new Map(spokenOf(move).map((component) => [component, move.firmness]));
    for (const one of move.heard) heard.set(one.component, one.firmness);
    for (const [component, firmness] of heard)
      found.set(component, { component, label: componentLabel(component, others), firmness, words: move.words, at: move.at });
  }
  return [...found.values()];
}

/** The whole ledger of these moves over a horizon in years: steps in order, whose turn it is, what is fixed. */
export function readLedger(moves: readonly Move[], years: number): Ledger {
  const ordered = orderMoves(moves);
  return {
    steps: ordered.map((move, index) => stepOf(ordered, index, move, years)),
    turn: findTurn(ordered),
    fixed: fixedMap(ordered),
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
