import { allow } from '../../kernel/decision.ts';
import { invalid } from '../../kernel/error.ts';
import { canMove, isEnding, latestToday, type Stage } from '../../opportunity/opportunity.ts';
import type { Ask, Leg } from '../asks/ask.ts';
import type { Package } from '../package.ts';
import { gateOf, type Missing } from '../terms/gate.ts';
import type { Stated } from '../terms/term.ts';

export const outcomeKinds = ['accepted', 'declined', 'withdrawn'] as const;
/** How it ended. */
export type OutcomeKind = (typeof outcomeKinds)[number];

/** An ask outside compensation, as it stood at the end, and who refused it when. */
export type OutsideAsk = { askId: string; title: string; leg: Leg; refused: { by: string; on: string } | null };

/** Accepted in spite of the gate: why, and what was missing at that moment. */
export type Anyway = { reason: string; missing: Missing[] };

/** What is written down about the end. Amounts in minor units of `currency`; `closing` are the steps that are done. */
export type OutcomeContent = {
  currency: string;
  package: Package;
  words: string;
  anyway: Anyway | null;
  outside: OutsideAsk[];
  closing: string[];
};

export type Outcome = OutcomeContent & { kind: OutcomeKind; on: string; rev: number };

/** Which ask was refused, as the owner says it. */
export type Refusal = { askId: string; by: string; on: string };

/**
 * The asks outside compensation with their refusals. Throws `invalid` beside `refused` for an ask that is not
 * there, that is about compensation, or that is named twice.
 */
export function matchOutsideAsks(asks: readonly Ask[], refused: readonly Refusal[]): OutsideAsk[] {
  const outside = asks.filter(({ leg }) => leg !== 'compensation');
  const known = new Set(outside.map(({ askId }) => askId));
  const said = new Map(refused.map((one) => [one.askId, one]));
  if (said.size < refused.length) throw invalid('refused', 'An ask is named twice.');
  if (refused.some(({ askId }) => !known.has(askId)))
    throw invalid('refused', 'This ask is no longer in the list of asks outside compensation.');
  return outside.map(({ askId, title, leg }) => {
    const no = said.get(askId);
    return { askId, title, leg, refused: no ? { by: no.by, on: no.on } : null };
  });
}

/** "Refused every ask outside compensation": how many, by whom (each once), from which day to which. */
export type RefusedAll = { count: number; by: string[]; from: string; to: string };

/** The flag of an employer that refused every ask outside compensation; null when one was not, or none was made. */
export function findRefusedAll(outside: readonly OutsideAsk[]): RefusedAll | null {
  const refusals = outside.flatMap(({ refused }) => refused ?? []);
  const days = refusals.map(({ on }) => on).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined || refusals.length < outside.length) return null;
  return { count: refusals.length, by: [...new Set(refusals.map(({ by }) => by))], from, to };
}

/**
 * What is recorded about an acceptance in spite of the gate; null when nothing was missing or nothing is accepted. A
 * correction of an acceptance keeps what was missing when it was made, and may word the reason anew.
 */
export function anywayOf(
  kind: OutcomeKind,
  terms: readonly Stated[],
  reason: string | null,
  was: Pick<Outcome, 'kind' | 'anyway'> | null,
): Anyway | null {
  if (kind !== 'accepted') return null;
  if (was?.kind === 'accepted') return was.anyway && { ...was.anyway, reason: reason ?? was.anyway.reason };
  const { missing } = gateOf(terms);
  return reason === null || missing.length === 0 ? null : { reason, missing };
}

/** What happened lies behind us. Throws `invalid` beside `path` for a day that has come nowhere on earth. */
export function refuseComing(path: string, on: string, now: Date): void {
  if (on > latestToday(now)) throw invalid(path, 'This day is still to come.');
}

/**
 * The stages that lead an opportunity to an outcome, in order; a board that lags behind the talks is brought to
 * `negotiating` first. Throws `forbidden` for what has ended otherwise: that is reopened by hand.
 */
export function stagesTo(from: Stage, kind: OutcomeKind): Stage[] {
  if (from === kind) return [];
  if (isEnding(from)) allow(canMove(from, kind));
  return canMove(from, kind).allowed ? [kind] : ['negotiating', kind];
}

/** One step of the closing checklist. `kinds`: after which outcomes it belongs there. */
export type ClosingTask = { id: string; text: string; kinds: readonly OutcomeKind[] };

const [signed, turned, everyEnd] = [['accepted'], ['declined', 'withdrawn'], outcomeKinds] as const;

/** The closing checklist in our own words. Ids stay: what is done hangs on them. */
export const closingTasks: readonly ClosingTask[] = [
  { id: 'letter', text: 'Read the final letter once more, line by line, against what was said.', kinds: signed },
  { id: 'yes', text: 'Say yes clearly and gladly, in writing, with the start date in it.', kinds: signed },
  { id: 'no', text: 'Say no in one friendly sentence with one reason, and leave the door open.', kinds: turned },
  { id: 'thanks', text: 'Thank who negotiated with you, and the people who helped you get here.', kinds: everyEnd },
  { id: 'formalities', text: 'Settle contract, checks, notice at the old place and the first day.', kinds: signed },
  { id: 'promises', text: 'Write down what was promised without a date, and ask for the date.', kinds: signed },
  { id: 'others', text: 'Tell the other employers, so that nobody waits for you.', kinds: signed },
  { id: 'record', text: 'Keep your own copy of the letter and of this record.', kinds: everyEnd },
  { id: 'ninety', text: 'Put the first ninety days and the six-month review into your calendar.', kinds: signed },
  { id: 'learned', text: 'Write down the one thing you will do differently next time.', kinds: everyEnd },
  { id: 'behind', text: 'Leave the tension of the talks behind; nobody carries it into the first day.', kinds: everyEnd },
];

/** The steps that belong to an outcome, in order. */
export function listClosing(kind: OutcomeKind): ClosingTask[] {
  return closingTasks.filter(({ kinds }) => kinds.includes(kind));
}

/** The steps done after one is ticked or unticked; in the order of the list, so that two ticks never differ by order. */
export function tickClosing(done: readonly string[], step: string, ticked: boolean): string[] {
  const next = new Set(done);
  if (ticked) next.add(step);
  else next.delete(step);
  return closingTasks.map(({ id }) => id).filter((id) => next.has(id));
}
