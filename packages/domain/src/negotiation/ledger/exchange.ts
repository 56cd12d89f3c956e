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
import { findStanding, hasRefused, layTwo, type Move, type MoveContent, proposes, putOf, putsOf } from './move.ts';
import { type Remark, remarksOnAsk, remarksOnTwo } from './remark.ts';

/** What each of two packages is worth, in minor units over the horizon. */
export type TwoWorths = { first: number; second: number };

/** C and E of one candidate move (product.md 3.6) and the two asks that C compares. */
export type Exchange = { before: Package | null; now: Package; concession: number | null; movement: number };

/**
 * C = V(ask before) − V(ask now), both over what they offer by now, so that a move of theirs in between is none of mine; null
 * when there was no ask before; E = V(offer now) − V(offer at the candidate's last ask), 0 when either is unknown. `earlier`
 * are the moves before this one, in order.
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
    concession: before && 0 - compareValue(before, now, years),
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

/** The components that this ask names and whose worth fell since the ask before, as labels. */
function listFallen(before: Package, now: Package, years: number, names: readonly Component[]): string[] {
  const after = valueComponents(now, years);
  return [...valueComponents(before, years)]
    .filter(([component, amount]) => names.includes(component) && (after.get(component) ?? amount) < amount)
    .map(([component]) => componentLabel(component, now.others));
}

function afterBestAndFinal(earlier: readonly Move[]): boolean {
  return earlier.findLast((one) => one.party === 'employer' && proposes(one))?.kind === 'best-and-final';
}

/** What two packages laid side by side are worth over the horizon, in minor units; null for a move with one. */
export function valueTwo(earlier: readonly Move[], move: MoveContent, years: number): TwoWorths | null {
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
    fell: before ? listFallen(before, now, years, listNamed(putOf(move))) : [],
    // what is offered in the place of something they refused is a trade, as one should
    firstAsked: (hasRefused(earlier) ? [] : listFirstAsked(earlier, move, years)).map((one) =>
      componentLabel(one, putOf(move).others),
    ),
    afterBestAndFinal: afterBestAndFinal(earlier),
  });
  return [...remarks, ...remarksOnTwo(valueTwo(earlier, move, years))];
}
