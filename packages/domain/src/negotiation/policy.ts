import { type Decision, no, yes } from '../kernel/decision.ts';
import type { AskContent } from './asks/ask.ts';
import type { MoveContent } from './ledger/move.ts';
import type { Plan } from './negotiation.ts';
import { listNamed } from './package.ts';

export const limits = { asks: 40, objections: 30, moves: 200, evidence: 60 } as const;

/** One negotiation for each offer. */
export function canCreateNegotiation(existing: number): Decision {
  return existing === 0 ? yes : no('This offer already has a negotiation.');
}

/** Room for one more of these. */
export function canAdd(what: keyof typeof limits, existing: number): Decision {
  return existing < limits[what] ? yes : no(`A negotiation holds at most ${limits[what]} ${what}.`);
}

/** Whether its end can be written down: nobody is left sealing what is asked in vain. `open` are the rounds that are open, by number. */
export function canEnd(open: readonly number[]): Decision {
  const [first] = open;
  return first === undefined ? yes : no(`Round ${first} is still open. Reveal it or cancel it first.`);
}

/** A need becomes an ask once, within one opportunity, both of them the viewer's own. */
export function canTakeNeed(
  viewerId: string,
  mission: { ownerId: string; opportunityId: string },
  negotiation: { ownerId: string; opportunityId: string },
  taken: boolean,
): Decision {
  if (mission.ownerId !== viewerId || negotiation.ownerId !== viewerId)
    return no('Only the owner of the mission can turn its needs into asks.');
  if (mission.opportunityId !== negotiation.opportunityId) return no('This need belongs to the mission of another opportunity.');
  return taken ? no('This need is already an ask.') : yes;
}

/** Whether an amount stands anywhere that the plan's currency gives its meaning. */
export function hasAmounts(asks: readonly AskContent[], moves: readonly MoveContent[]): boolean {
  return asks.some((ask) => ask.amount !== null) || moves.some((move) => listNamed(move.package).length > 0);
}

/** The amounts already entered are in the old currency; converting them silently would change them. */
export function canChangeCurrency(
  before: Plan,
  after: Plan,
  asks: readonly AskContent[],
  moves: readonly MoveContent[],
): Decision {
  if (before.currency === after.currency) return yes;
  return hasAmounts(asks, moves) ? no(`Amounts have already been entered in ${before.currency}, so the currency stays.`) : yes;
}
