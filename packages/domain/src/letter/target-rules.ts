import { add, type Exact, multiply, parseExact, rank, toText } from '../figure/exact.ts';
import type { Finding, Rhythm, Saying } from './letter.ts';
import { rhythmOf } from './rhythm.ts';
import { inRange, type Scene } from './scene.ts';
import { nearest } from './topics.ts';

type Place = { from: number; to: number };

/** Pay when every target is met, and how it is split, where the letter says so: percent of it that is base. */
export type Target = Place & {
  passage: number;
  amount: string;
  currency: string | null;
  per: Rhythm;
  split: (Place & { base: bigint }) | null;
};

const words =
  /^(?:on[- ]target earnings|ote|target (?:cash|earnings)|total target \p{L}+|\p{L}*ziel(?:gehalt|einkommen|verg[üu]tung))$/iu;
const pair = /(?<![\d.,])(?<first>\d{2})\s?%?\s?[/:–-]\s?(?<second>\d{2})(?![\d.,])\s?%?/gu;
const percent = /(?<![\d.,])(?<share>\d{2})\s?%/gu;
const variable =
  /^[\s,(]*(?:of it |davon |is |as |in |sind |at[- ]risk )*(?:varia|commission|bonus|incentive|provision|on target)/iu;
const hundred = 100n;

/** `60/40`: two shares that are the whole, base first unless the words behind name the other first. */
function pairIn(text: string): Target['split'] {
  for (const found of text.matchAll(pair)) {
    const [first, second] = [BigInt(found.groups?.first ?? 0), BigInt(found.groups?.second ?? 0)];
    if (first + second !== hundred) continue;
    const [from, to] = [found.index, found.index + found[0].trimEnd().length];
    return { from, to, base: variable.test(text.slice(to)) ? second : first };
  }
  return null;
}

/** `80 % fix, 20 % variabel`: two percentages that are the whole. */
function sharesIn(text: string): Target['split'] {
  const [one, other, more] = [...text.matchAll(percent)];
  if (!one || !other || more) return null;
  const [first, second] = [BigInt(one.groups?.share ?? 0), BigInt(other.groups?.share ?? 0)];
  if (first + second !== hundred) return null;
  const isSwapped = variable.test(text.slice(one.index + one[0].length));
  return { from: one.index, to: other.index + other[0].length, base: isSwapped ? second : first };
}

/** What a passage says of pay at target; null where it says nothing of it. */
export function targetIn(scene: Scene): Target | null {
  const { text, hits, spots, passage } = scene;
  for (const spot of spots) {
    if (spot.is !== 'money' || inRange(scene, spot)) continue;
    const hit = nearest(text, hits, spot.from, spot.to);
    const [amount] = spot.values;
    if (hit?.topic !== 'total' || !amount || !words.test(text.slice(hit.from, hit.to))) continue;
    const { from, to, currency } = spot;
    const per = rhythmOf(text, from, to) ?? 'year';
    return { passage, from, to, amount, currency, per, split: pairIn(text) ?? sharesIn(text) };
  }
  return null;
}

const shareOf = (amount: string, share: bigint): string => toText(multiply(parseExact(amount), { digits: share, places: 2 }));

/** A year of the base that a letter states; null for one by the hour, the day or the week. */
function yearly({ amount, per, months }: Extract<Saying, { of: 'base' }>): Exact | null {
  if (per === 'year') return parseExact(amount);
  return per === 'month' ? multiply(parseExact(amount), parseExact(months)) : null;
}

const found = (of: Target, place: Place, saying: Saying): Finding => ({
  ...{ passage: of.passage, from: place.from, to: place.to, currency: of.currency },
  ...{ saying, others: [] },
});

/**
 * What pay at target says of its parts: base and variable pay by the split, or, of a base that is stated, the variable pay that
 * is left. What the letter states itself is never said again.
 */
export function partsOf(target: Target, findings: readonly Finding[]): Finding[] {
  const base = findings.find(({ saying }) => saying.of === 'base');
  const hasVariable = findings.some(({ saying: { of } }) => of === 'bonus' || of === 'bonusAmount');
  const { amount, per, split } = target;
  const pays = (place: Place, paid: string) => found(target, place, { of: 'bonusAmount', amount: paid, per });
  if (base?.saying.of === 'base') {
    const stated = yearly(base.saying);
    if (hasVariable || stated === null || per !== 'year' || base.currency !== target.currency) return [];
    const left = add(parseExact(amount), { ...stated, digits: -stated.digits });
    return rank(left, parseExact('0')) > 0 ? [pays(target, toText(left))] : [];
  }
  if (!split) return [];
  const fixed: Saying = { of: 'base', amount: shareOf(amount, split.base), per, months: '12', adds: false };
  const rest = hasVariable ? [] : [pays(split, shareOf(amount, hundred - split.base))];
  return [found(target, target, fixed), ...rest];
}
