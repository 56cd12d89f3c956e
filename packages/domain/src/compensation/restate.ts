import { restate } from '../figure/restate.ts';
import type { Components, Grant, MatchLimits, Stated } from './components.ts';

type Money = (amount: number) => number;

const stated = <T>(part: Stated<T>, change: (value: T) => T): Stated<T> =>
  part.state === 'known' ? { state: 'known', value: change(part.value) } : part;

const orNull = (money: Money) => (amount: number | null) => (amount === null ? null : money(amount));

const grantIn =
  (money: Money) =>
  (grant: Grant): Grant =>
    grant.size.by === 'value' ? { ...grant, size: { ...grant.size, value: money(grant.size.value) } } : grant;

function limitsIn({ base, own, match }: MatchLimits, money: Money): MatchLimits {
  const limit = orNull(money);
  return { base: limit(base), own: limit(own), match: limit(match) };
}

/** The same figures in another currency: an amount is what was typed, so 100,000 dollars become 100,000 yen. */
export function restateComponents(components: Components, from: string, to: string): Components {
  const money: Money = (amount) => restate(amount, from, to);
  const paid = <T extends { paid: number[] }>(part: T): T => ({ ...part, paid: part.paid.map(money) });
  return {
    ...components,
    base: stated(components.base, money),
    guaranteed: stated(components.guaranteed, paid),
    signOn: stated(components.signOn, paid),
    grants: stated(components.grants, (grants) => grants.map(grantIn(money))),
    refreshers: stated(components.refreshers, (grants) => grants.map(grantIn(money))),
    match: stated(components.match, (match) => (match.limits ? { ...match, limits: limitsIn(match.limits, money) } : match)),
    benefits: stated(components.benefits, (list) => list.map((one) => ({ ...one, yearly: orNull(money)(one.yearly) }))),
  };
}
