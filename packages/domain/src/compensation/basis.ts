import { type Assumptions, isSet } from './assumptions.ts';
import { derivationOf } from './base.ts';
import { type Components, type Grant, listOf } from './components.ts';

/** On what a projection stands: how long, at which prices, how it is rounded, what is assumed. */
export type Basis = { horizon: string; price: string; rounding: string; notes: string[] };

/** The rates that grants in another currency are counted at, each once. */
function ratesIn(grants: readonly Grant[]): string[] {
  const said = grants.flatMap(({ rate, currency }) => {
    if (rate == null || currency == null) return [];
    const day = rate.on === null ? '' : ` on ${rate.on}`;
    return [`1 ${rate.one} = ${rate.value} of the other currency${day}, for equity in ${currency}.`];
  });
  return [...new Set(said)];
}

/** How fractions of a share are given: by the usual rule, or as a grant's own plan says. */
function sharesRounded(grants: readonly Grant[]): string {
  const isUsual = ({ vesting: { allocation: rule } }: Grant) => rule === undefined || rule === 'cumulative-round-down';
  const usual = 'whole shares vest by cumulative round-down, the rest at the last vest';
  if (grants.every(isUsual)) return usual;
  return grants.some(isUsual) ? `${usual}, or as the grant's own rule says` : "shares vest by the grants' own rules";
}

/** What a projection rests on, in sentences: what is assumed is called so. */
export function basisOf(components: Components, assumptions: Assumptions, firstDay: string | null): Basis {
  const { horizon, priceChange, pricing, dilution, haircut, raise, payout, raises, attainment } = assumptions;
  const grants = [...listOf(components.grants), ...listOf(components.refreshers)];
  const derived = components.base.state === 'known' ? derivationOf(components.base.value) : '';
  const price = pricing === 'preferred' ? 'unlisted shares at what investors paid last' : 'share prices as stated';
  const notes = [
    firstDay === null ? 'Year 1 begins on the first day of work.' : `Year 1 begins on ${firstDay}.`,
    ...(isSet(raise) && !(raises && raises.length > 0) ? [`Base rises by ${raise} % a year from year 2 (assumed).`] : []),
    ...(raises && raises.length > 0 ? [`Base rises by ${raises.join(', ')} % from year 2, the last one again (assumed).`] : []),
    ...(payout === '100' || (attainment && attainment.length > 0) ? [] : [`Bonus paid at ${payout} % of its target (assumed).`]),
    ...(attainment && attainment.length > 0
      ? [`Bonus paid at ${attainment.join(', ')} % of its target by year, the last one again (assumed).`]
      : []),
    ...(isSet(dilution) && grants.length > 0 ? [`Share prices diluted by ${dilution} % (assumed).`] : []),
    ...(isSet(haircut) && grants.some((grant) => !grant.listed) ? [`Unlisted equity less ${haircut} % (assumed).`] : []),
    ...(components.match.state === 'known' && components.match.value.own === null && components.match.value.tiers.length > 0
      ? ['You put in enough for the whole match (assumed).']
      : []),
    ...(grants.some(({ size, price: now }) => size.by === 'value' && (size.at ?? now) !== null)
      ? ['A grant by value buys whole shares at the price of the grant, rounded down.']
      : []),
    ...ratesIn(grants),
    ...(derived === '' ? [] : [`A year's base is the letter's figure ${derived}.`]),
    ...(components.espp.state === 'known' ? ['A share purchase plan counts at a flat price, without lookback.'] : []),
    'Every figure is gross, before tax.',
    'A refresher that is not written counts as nothing.',
  ];
  return {
    horizon: `${horizon} ${horizon === 1 ? 'year' : 'years'}`,
    price: isSet(priceChange) ? `${price}, changed by ${priceChange} %` : price,
    rounding: `Each figure to the smallest unit, halves away from zero; ${sharesRounded(grants)}.`,
    notes,
  };
}
