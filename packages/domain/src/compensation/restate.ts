import { restate } from '../figure/restate.ts';
import type { Components, Grant, MatchLimits, SignOn, Stated } from './components.ts';
import type { Pay, Variable } from './conventions.ts';

type Money = (amount: number) => number;

const stated = <T>(part: Stated<T>, change: (value: T) => T): Stated<T> =>
  part.state === 'known' ? { state: 'known', value: change(part.value) } : part;

const orNull = (money: Money) => (amount: number | null) => (amount === null ? null : money(amount));

const grantIn =
  (money: Money) =>
  (grant: Grant): Grant => {
    const { size } = grant;
    // What is in a currency of its own is not touched by the offer's.
    if (grant.currency != null || size.by === 'shares') return grant;
    if (size.by === 'value') return { ...grant, size: { ...size, value: money(size.value) } };
    return size.valuation == null ? grant : { ...grant, size: { ...size, valuation: money(size.valuation) } };
  };

function baseIn(base: number | Pay, money: Money): number | Pay {
  if (typeof base === 'number') return money(base);
  const raises = base.raises?.map((raise) => ('to' in raise ? { ...raise, to: money(raise.to) } : raise));
  return { ...base, amount: money(base.amount), ...(raises ? { raises } : {}) };
}

const variableIn = (money: Money) => (bonus: Variable) => ('amount' in bonus ? { ...bonus, amount: money(bonus.amount) } : bonus);

const paymentsIn =
  (money: Money) =>
  <T extends SignOn>(part: T): T => ({
    ...part,
    paid: part.paid.map(money),
    ...(part.dated ? { dated: part.dated.map(({ on, amount }) => ({ on, amount: money(amount) })) } : {}),
  });

function limitsIn({ base, own, match, lower }: MatchLimits, money: Money): MatchLimits {
  const limit = orNull(money);
  const within = { base: limit(base), own: limit(own), match: limit(match) };
  return lower == null ? within : { ...within, lower: money(lower) };
}

/** The same figures in another currency: an amount is what was typed, so 100,000 dollars become 100,000 yen. */
export function restateComponents(components: Components, from: string, to: string): Components {
  const money: Money = (amount) => restate(amount, from, to);
  const paid = <T extends { paid: number[] }>(part: T): T => ({ ...part, paid: part.paid.map(money) });
  return {
    ...components,
    base: stated(components.base, (base) => baseIn(base, money)),
    bonus: stated(components.bonus, variableIn(money)),
    guaranteed: stated(components.guaranteed, paid),
    signOn: stated(components.signOn, paymentsIn(money)),
    oneOff: stated(components.oneOff, (list) => list.map(paymentsIn(money))),
    grants: stated(components.grants, (grants) => grants.map(grantIn(money))),
    refreshers: stated(components.refreshers, (grants) => grants.map(grantIn(money))),
    match: stated(components.match, (match) => ({
      ...match,
      ...(match.limits ? { limits: limitsIn(match.limits, money) } : {}),
      ...(match.yearly == null ? {} : { yearly: money(match.yearly) }),
    })),
    espp: stated(components.espp, (plan) => ({ ...plan, most: orNull(money)(plan.most) })),
    notInHand: stated(components.notInHand, (list) => list.map((one) => ({ ...one, yearly: money(one.yearly) }))),
    benefits: stated(components.benefits, (list) =>
      list.map((one) => ({
        ...one,
        yearly: orNull(money)(one.yearly),
        ...(one.monthly == null ? {} : { monthly: money(one.monthly) }),
      })),
    ),
  };
}
