import { targetOf, variableAmountOf, yearBaseOf } from '../../compensation/base.ts';
import { known, type Package as OfferContent } from '../../compensation/components.ts';
import { projectOffer } from '../../compensation/project-offer.ts';
import type { Clause, ClausePart } from '../clause.ts';
import type { Package } from '../package.ts';

/** Whether money by year is what a package says without it: four equal years, or nothing. */
function isEven(byYear: readonly number[]): boolean {
  const [first = 0] = byYear;
  return byYear.every((part, at) => part === (at < 4 ? first : 0));
}

/**
 * An offer on record as the ledger counts a package, in minor units: sign-on over all its years, equity as the whole
 * grants at their stated price, a guarantee on top of the bonus as a component of its own. Unknown stays "not said" (null);
 * what the letter says there is none of is 0. Written refreshers, match and benefits are not part of it;
 * what it says without money is.
 */
export function packageOfOffer(offer: OfferContent): Package {
  const { base, bonus, signOn, grants, guaranteed } = offer.components;
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
  const { grants: valued } = projectOffer(offer, { horizon: 10 });
  const worth = valued.map((grant) => grant.worth);
  const byYear = Array.from({ length: 10 }, (_, at) => sum(valued.map(({ years }) => years[at] ?? 0)));
  const stated = worth.filter((amount) => amount !== null);
  const extra = guaranteed.state === 'known' && guaranteed.value.kind === 'extra' ? sum(guaranteed.value.paid) : 0;
  const others = [
    { name: 'Variable pay', amount: variableAmountOf(bonus) ?? 0, every: 'year' as const },
    { name: 'Guaranteed bonus', amount: extra, every: 'once' as const },
  ].filter(({ amount }) => amount > 0);
  const clauses = clausesOf(offer.components);
  return {
    base: yearBaseOf(base),
    bonusPercent: bonus.state === 'none' ? '0' : targetOf(bonus),
    signOn: signOn.state === 'known' ? sum(signOn.value.paid) : signOn.state === 'none' ? 0 : null,
    equity: grants.state === 'unknown' || stated.length < worth.length ? null : sum(stated),
    others,
    ...(isEven(byYear) ? {} : { equityByYear: byYear }),
    ...(clauses.length > 0 ? { clauses } : {}),
  };
}

/** What the letter says without money. */
function clausesOf({ title, level, location, remote, leaveDays, reviewDate, startDate }: OfferContent['components']): Clause[] {
  const leave = leaveDays.state === 'known' && leaveDays.value !== 'unlimited' ? known(`${leaveDays.value} days`) : leaveDays;
  const said: [ClausePart, typeof title][] = [
    ['title', title],
    ['level', level],
    ['place', location],
    ['remote', remote],
    ['leave', leave],
    ['reviewDate', reviewDate],
    ['startDate', startDate],
  ];
  return said.flatMap(([about, part]) => (part.state === 'known' ? [{ about, text: part.value }] : []));
}
