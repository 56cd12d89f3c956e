import { type Assumptions, isSet } from './assumptions.ts';
import { type Components, listOf } from './components.ts';

/** On what a projection stands: how long, at which prices, how it is rounded, what is assumed. */
export type Basis = { horizon: string; price: string; rounding: string; notes: string[] };

/** What a projection rests on, in sentences: what is assumed is called so. */
export function basisOf(components: Components, assumptions: Assumptions, firstDay: string | null): Basis {
  const { horizon, priceChange, pricing, dilution, haircut, raise, payout } = assumptions;
  const grants = [...listOf(components.grants), ...listOf(components.refreshers)];
  const price = pricing === 'preferred' ? 'unlisted shares at what investors paid last' : 'share prices as stated';
  const notes = [
    firstDay === null ? 'Year 1 begins on the first day of work.' : `Year 1 begins on ${firstDay}.`,
    ...(isSet(raise) ? [`Base rises by ${raise} % a year from year 2 (assumed).`] : []),
    ...(payout === '100' ? [] : [`Bonus paid at ${payout} % of its target (assumed).`]),
    ...(isSet(dilution) ? [`Shares diluted by ${dilution} % (assumed).`] : []),
    ...(isSet(haircut) && grants.some((grant) => !grant.listed) ? [`Unlisted equity less ${haircut} % (assumed).`] : []),
    ...(components.match.state === 'known' && components.match.value.own === null
      ? ['You put in enough for the whole match (assumed).']
      : []),
    ...(grants.some(({ size, price: now }) => size.by === 'value' && (size.at ?? now) !== null)
      ? ['A grant by value buys whole shares at the price of the grant, rounded down.']
      : []),
    'A refresher that is not written counts as nothing.',
  ];
  return {
    horizon: `${horizon} ${horizon === 1 ? 'year' : 'years'}`,
    price: isSet(priceChange) ? `${price}, changed by ${priceChange} %` : price,
    rounding:
      'Each figure to the smallest unit, halves away from zero; whole shares vest by cumulative round-down, the rest at the last vest.',
    notes,
  };
}
