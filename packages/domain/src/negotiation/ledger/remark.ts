import type { MoveKind } from './move.ts';

/** A fact about one move of the ledger. Amounts in minor units over the owner's horizon. */
export type Remark =
  | { kind: 'you-moved-they-did-not'; concession: number; since: string | null }
  | { kind: 'gave-more-than-you-got'; concession: number; movement: number; ratio: string }
  | { kind: 'trade'; fell: string[] }
  | { kind: 'best-and-final' }
  | { kind: 'nibble'; components: string[] }
  | { kind: 'shrinking'; steps: number[] }
  | { kind: 'uneven'; more: 'first' | 'second'; by: number };

/** What the rules of product.md 3.6 look at in a candidate's move. */
export type AskFacts = {
  concession: number;
  movement: number;
  since: string | null;
  fell: string[];
  firstAsked: string[];
  afterBestAndFinal: boolean;
};

/** concession : movement with one decimal, rounded half up, without floating point. Both are positive. */
export function ratioOf(concession: number, movement: number): string {
  const given = BigInt(concession) * 20n;
  const got = BigInt(movement);
  const tenths = (given + got) / (got * 2n);
  return `${tenths / 10n}.${tenths % 10n}`;
}

function onConcession(facts: AskFacts): Remark[] {
  const { concession, movement, since } = facts;
  if (concession <= 0) return [];
  if (movement <= 0) return [{ kind: 'you-moved-they-did-not', concession, since }];
  if (concession <= movement) return [];
  return [{ kind: 'gave-more-than-you-got', concession, movement, ratio: ratioOf(concession, movement) }];
}

/** Every remark on a candidate's proposal, the weightiest first. A trade is told apart but has no sentence. */
export function remarksOnAsk(facts: AskFacts): Remark[] {
  const final: Remark[] = facts.afterBestAndFinal ? [{ kind: 'best-and-final' }] : [];
  if (facts.concession <= 0 && facts.fell.length > 0) return [{ kind: 'trade', fell: facts.fell }, ...final];
  const nibble: Remark[] = facts.firstAsked.length > 0 ? [{ kind: 'nibble', components: facts.firstAsked }] : [];
  return [...onConcession(facts), ...final, ...nibble];
}

/** The employer's last concessions when there are two or more and each is smaller than the one before. */
export function shrinkingRun(steps: readonly number[]): number[] {
  if ((steps.at(-1) ?? 0) <= 0) return [];
  const made = steps.filter((step) => step > 0);
  let start = made.length - 1;
  while (start > 0 && (made[start - 1] ?? 0) > (made[start] ?? 0)) start -= 1;
  const run = made.slice(start);
  return run.length >= 2 ? run : [];
}

/** Every remark on an employer's proposal. `steps` are its concessions so far, this one last. */
export function remarksOnOffer(kind: MoveKind, steps: readonly number[]): Remark[] {
  const run = shrinkingRun(steps);
  const shrinking: Remark[] = run.length > 0 ? [{ kind: 'shrinking', steps: run }] : [];
  return kind === 'best-and-final' ? [{ kind: 'best-and-final' }, ...shrinking] : shrinking;
}

/** Two packages whose worth differs by so many percent or less are worth the same (product.md 3.5, "close"). */
const closePercent = 2;

/** The remark on two packages side by side that are not worth the same. */
export function remarksOnTwo(two: { first: number; second: number } | null): Remark[] {
  if (!two) return [];
  const by = Math.abs(two.first - two.second);
  if (BigInt(by) * 100n <= BigInt(Math.max(two.first, two.second)) * BigInt(closePercent)) return [];
  return [{ kind: 'uneven', more: two.first > two.second ? 'first' : 'second', by }];
}

/** How a sentence writes an amount, a day and the one who negotiates ("You", or a name for who reads along). */
export type Wording = { money: (minor: number) => string; day: (at: string) => string; candidate: string };

/** A remark as one quiet line: a fact, never a verdict. Null for a trade, which needs no remark. */
export function remarkSentence(remark: Remark, wording: Wording): string | null {
  const { money, day, candidate } = wording;
  switch (remark.kind) {
    case 'you-moved-they-did-not': {
      const since = remark.since === null ? '' : ` since ${day(remark.since)}`;
      return `${candidate} moved ${money(remark.concession)}; they did not move${since}.`;
    }
    case 'gave-more-than-you-got':
      return `${candidate} gave ${money(remark.concession)} and got ${money(remark.movement)}: ${remark.ratio} to 1.`;
    case 'trade':
      return null;
    case 'best-and-final':
      return 'They called this their best and final. What is left: stop, accept or walk.';
    case 'nibble':
      return `First asked after the first round: ${remark.components.join(', ')}.`;
    case 'shrinking':
      return `Their steps shrink: ${remark.steps.map(money).join(', then ')}. This pattern makes people stop early; look at the target.`;
    case 'uneven':
      return `The two are not worth the same: the ${remark.more} is ${money(remark.by)} more.`;
    default:
      return remark satisfies never;
  }
}
