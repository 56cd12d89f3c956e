import { payOf } from '../../compensation/base.ts';
import { type Components, known, listOf, type SignOn } from '../../compensation/components.ts';
import type { Pay } from '../../compensation/conventions.ts';
import { multiply, parseExact, toText } from '../../figure/exact.ts';
import { fromUnits } from '../../kernel/money.ts';
import type { Rhythm, Saying, Taking } from '../letter.ts';

type Of<Name extends Saying['of']> = Extract<Saying, { of: Name }>;

const timesAYear: Record<Rhythm, string> = { hour: '0', day: '0', week: '52', month: '12', year: '1' };

export function takeBase(said: Of<'base'>, { currency, components }: Taking): Partial<Components> | null {
  const amount = fromUnits(said.amount, currency);
  if (amount === null) return null;
  const { base } = components;
  if (said.adds && base.state === 'known' && Number.isSafeInteger(payOf(base.value).amount)) {
    const before = payOf(base.value);
    // a part by another period than the others has no sum with them
    return before.per === said.per ? { base: known({ ...before, amount: before.amount + amount }) } : null;
  }
  const pay: Pay = { amount, per: said.per };
  return { base: known(said.per === 'month' && said.months !== '12' ? { ...pay, months: said.months } : pay) };
}

export function takeSignOn(paid: readonly string[], { currency, components }: Taking): Partial<Components> | null {
  const amounts = paid.map((amount) => fromUnits(amount, currency));
  if (amounts.some((amount) => amount === null)) return null;
  const before: SignOn = components.signOn.state === 'known' ? components.signOn.value : { paid: [], clawback: null };
  return { signOn: known({ ...before, paid: amounts.filter((amount) => amount !== null) }) };
}

/** What a base is of full time, or a bonus at most: of nothing where there is none yet. */
export function takeShare(
  { of, percent }: Of<'cap' | 'share'>,
  { components: { base, bonus } }: Taking,
): Partial<Components> | null {
  if (of === 'share') return base.state === 'known' ? { base: known({ ...payOf(base.value), share: percent }) } : null;
  return bonus.state === 'known' ? { bonus: known({ ...bonus.value, cap: percent }) } : null;
}

/** Money a year of variable pay; a bonus by the hour or the day is none. */
export function takeBonus({ amount, per }: Of<'bonusAmount'>, { currency }: Taking): Partial<Components> | null {
  const times = timesAYear[per];
  const money = times === '0' ? null : fromUnits(toText(multiply(parseExact(amount), parseExact(times))), currency);
  return money === null ? null : { bonus: known({ amount: money }) };
}

export function takeClawback(said: Of<'clawback'>, { components }: Taking): Partial<Components> | null {
  const clawback = { kind: said.kind, months: said.months, full: said.kind === 'monthly' ? 0 : said.months };
  if (components.signOn.state === 'known') return { signOn: known({ ...components.signOn.value, clawback }) };
  const [last, ...before] = listOf(components.oneOff).toReversed();
  return last ? { oneOff: known([...before.toReversed(), { ...last, clawback }]) } : null;
}
