import { toDecimal } from '../../kernel/currency.ts';
import type { KeyResult, Need } from '../../mission/mission.ts';
import { largestAmount } from '../package.ts';

export const legs = ['compensation', 'budget', 'resources', 'support'] as const;
/** What an ask is about. */
export type Leg = (typeof legs)[number];

export const tiers = ['must', 'nice'] as const;
export type Tier = (typeof tiers)[number];

export const legLabels: Record<Leg, { label: string; what: string }> = {
  compensation: { label: 'Compensation', what: 'what you are paid' },
  budget: { label: 'Budget', what: 'money for the work itself' },
  resources: { label: 'Resources', what: 'people and capacity' },
  support: { label: 'Support', what: 'sponsorship, mentoring, learning' },
};

/** A need of the owner's mission that an ask was made from. */
export type NeedRef = { missionId: string; needId: string };

/** A key result of the owner's mission that an ask makes possible. */
export type KeyResultRef = { missionId: string; keyResultId: string };

/** One thing wanted. `amount` in minor units of the plan's currency, null where it has none. */
export type AskContent = {
  leg: Leg;
  tier: Tier;
  title: string;
  amount: number | null;
  justification: string;
  fallback: string;
  /** What it rests on. */
  evidenceIds: string[];
  /** Proofs of the owner's own library. */
  proofIds: string[];
  serves: KeyResultRef | null;
  fromNeed: NeedRef | null;
};

export type Ask = AskContent & { askId: string; rev: number };

/** Whether an ask rests on something beside its own words: evidence, a proof, a key result, a need of the mission. */
export function restsOnSomething({ evidenceIds, proofIds, serves, fromNeed }: AskContent): boolean {
  return evidenceIds.length > 0 || proofIds.length > 0 || serves !== null || fromNeed !== null;
}

/** An ask as somebody else than its owner reads it: without what hangs on a mission or a library that are not shared. */
export function askForReader(ask: Ask): Ask {
  return { ...ask, proofIds: [], serves: null, fromNeed: null };
}

export type AskHint =
  | { kind: 'only-compensation'; count: number }
  | { kind: 'no-justification'; titles: string[] }
  | { kind: 'many-asks'; count: number }
  | { kind: 'money-first'; money: string; success: string };

/** More asks than this at once are hard to hear. */
export const manyAsks = 5;

/** Facts about the list of asks (in rank order), product.md 3.6. An empty list has none. */
export function askHints(asks: readonly AskContent[]): AskHint[] {
  const hints: AskHint[] = [];
  const money = asks.filter((ask) => ask.leg === 'compensation');
  if (asks.length > 0 && money.length === asks.length) hints.push({ kind: 'only-compensation', count: asks.length });
  const bare = asks.filter((ask) => ask.justification.trim() === '' && !restsOnSomething(ask));
  if (bare.length > 0) hints.push({ kind: 'no-justification', titles: bare.map((ask) => ask.title) });
  if (asks.length > manyAsks) hints.push({ kind: 'many-asks', count: asks.length });
  const firstMoney = asks.findIndex((ask) => ask.leg === 'compensation');
  const success = asks.find((ask, index) => ask.leg !== 'compensation' && firstMoney >= 0 && index > firstMoney);
  const ahead = asks[firstMoney];
  if (success && ahead) hints.push({ kind: 'money-first', money: ahead.title, success: success.title });
  return hints;
}

/** A hint as one quiet line: a fact, never a verdict. */
export function hintSentence(hint: AskHint): string {
  switch (hint.kind) {
    case 'only-compensation':
      return hint.count === 1
        ? 'The one ask is about compensation; none is about budget, resources or support.'
        : `All ${hint.count} asks are about compensation; none is about budget, resources or support.`;
    case 'no-justification':
      return `No reason written yet: ${hint.titles.join(', ')}.`;
    case 'many-asks':
      return `${hint.count} asks at once. One clear ask with its reason is heard best; the rest can be trades.`;
    case 'money-first':
      return `“${hint.money}” (money) is ranked before “${hint.success}” (what you need to succeed).`;
    default:
      return hint satisfies never;
  }
}

/** The ids with one of them moved by so many places, kept within the list. */
export function shiftId(ids: readonly string[], id: string, by: number): string[] {
  const from = ids.indexOf(id);
  if (from < 0) return [...ids];
  const rest = ids.filter((one) => one !== id);
  const to = Math.min(Math.max(from + by, 0), rest.length);
  return [...rest.slice(0, to), id, ...rest.slice(to)];
}

/** Whether two lists hold the same ids, each once, in whatever order. */
export function haveSameIds(given: readonly string[], known: readonly string[]): boolean {
  return given.length === known.length && new Set(given).size === given.length && known.every((id) => given.includes(id));
}

/**
 * The ask that a mission's need becomes: same leg and words, its key result as the first reason. An amount in another
 * currency than the plan's is named in the reason instead of being converted silently.
 */
export function askFromNeed(missionId: string, need: Need, serves: KeyResult | null, currency: string): AskContent {
  const same = need.amount?.currency === currency && need.amount.minor <= largestAmount;
  const other =
    need.amount && !same ? `In the mission: ${toDecimal(need.amount.minor, need.amount.currency)} ${need.amount.currency}.` : '';
  const reason = serves ? `It serves the key result “${serves.metric}”.` : '';
  return {
    leg: need.leg,
    tier: 'must',
    title: need.text,
    amount: same && need.amount ? need.amount.minor : null,
    justification: [reason, other].filter(Boolean).join('\n'),
    fallback: '',
    evidenceIds: [],
    proofIds: [],
    serves: serves ? { missionId, keyResultId: serves.id } : null,
    fromNeed: { missionId, needId: need.id },
  };
}
