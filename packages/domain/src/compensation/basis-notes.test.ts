import { describe, expect, it } from 'vitest';
import { type Assumptions, defaultAssumptions } from './assumptions.ts';
import { derivationOf } from './base.ts';
import { basisOf } from './basis.ts';
import { blankComponents, type Components, type Grant, known } from './components.ts';
import type { Allocation } from './conventions.ts';

const grant = (allocation?: Allocation, more: Partial<Grant> = {}): Grant => ({
  ...{ name: '', kind: 'rsu', size: { by: 'shares', shares: 1 }, price: '1', strike: null, preferred: null, listed: true },
  vesting: {
    ...{ start: { after: 0 }, granted: null, steps: [{ months: 12, percent: '100', every: 12 }], cliff: null },
    ...(allocation ? { allocation } : {}),
  },
  ...more,
});
const basis = (more: Partial<Assumptions> = {}, components: Partial<Components> = {}) =>
  basisOf({ ...blankComponents(), ...components }, { ...defaultAssumptions, ...more }, null);
/** The notes between the first, on year 1, and the last two, on tax and refreshers. */
const assumed = (...given: Parameters<typeof basis>) => basis(...given).notes.slice(1, -2);

describe('what is said of shares', () => {
  const usual = 'whole shares vest by cumulative round-down, the rest at the last vest';
  const rounding = (...rules: (Allocation | undefined)[]) =>
    basis({}, { grants: known(rules.map((rule) => grant(rule))) }).rounding.split('; ')[1];

  it('names the rule by which fractions are given', () => {
    expect(rounding()).toBe(`${usual}.`);
    expect(rounding(undefined, 'cumulative-round-down')).toBe(`${usual}.`);
    expect(rounding(undefined, 'fractional')).toBe(`${usual}, or as the grant's own rule says.`);
    expect(rounding('cumulative-round-down', 'back-loaded')).toBe(`${usual}, or as the grant's own rule says.`);
    expect(rounding('fractional', 'front-loaded')).toBe("shares vest by the grants' own rules.");
  });
  it('names a grant by value where there is a price to buy at', () => {
    const sentence = 'A grant by value buys whole shares at the price of the grant, rounded down.';
    const by = (at: string | null, price: string | null) =>
      assumed({}, { grants: known([grant(undefined, { size: { by: 'value', value: 1, at }, price })]) });
    expect([by('2', null), by(null, '2'), by(null, null)]).toEqual([[sentence], [sentence], []]);
  });
  it('names each rate once, with its day where it has one', () => {
    const other = (currency: string | null, on: string | null) =>
      grant(undefined, { currency, rate: { one: 'USD', value: '0.92', on } });
    const dated = '1 USD = 0.92 of the other currency on 2026-11-20, for equity in USD.';
    expect(assumed({}, { grants: known([other('USD', '2026-11-20'), other('USD', '2026-11-20')]) })).toEqual([dated]);
    expect(assumed({}, { refreshers: known([other('USD', null)]) })).toEqual([
      '1 USD = 0.92 of the other currency, for equity in USD.',
    ]);
    expect(assumed({}, { grants: known([other(null, null), grant(undefined, { currency: 'USD', rate: null })]) })).toEqual([]);
  });
});

describe('what is said of years', () => {
  it('names the raise of each year in the place of one for all', () => {
    expect(assumed({ raise: '3', raises: ['4', '2'] })).toEqual([
      'Base rises by 4, 2 % from year 2, the last one again (assumed).',
    ]);
    expect(assumed({ raise: '3', raises: [] })).toEqual(['Base rises by 3 % a year from year 2 (assumed).']);
    expect(assumed({ raise: '0', raises: [] })).toEqual([]);
  });
  it('names what is paid of the bonus in each year', () => {
    const sentence = 'Bonus paid at 90, 110 % of its target by year, the last one again (assumed).';
    expect(assumed({ attainment: ['90', '110'] })).toEqual([sentence]);
    expect(assumed({ payout: '80', attainment: ['90', '110'] })).toEqual([sentence]);
    expect(assumed({ payout: '80', attainment: [] })).toEqual(['Bonus paid at 80 % of its target (assumed).']);
  });
  it('names how a year is made of the letter’s figure', () => {
    expect(assumed({}, { base: known({ amount: 50, per: 'hour', hours: '38.5' }) })).toEqual([
      "A year's base is the letter's figure × 38.5 hours × 52 weeks.",
    ]);
    expect(assumed({}, { base: known({ amount: 50, per: 'year' }) })).toEqual([]);
    expect(assumed({}, { base: known(50) })).toEqual([]);
  });
  it('names the flat price of a share purchase plan', () => {
    const espp = known({ discount: '15', contribution: '10', most: null });
    expect(assumed({}, { espp })).toEqual(['A share purchase plan counts at a flat price, without lookback.']);
  });
  it('in words for every period', () => {
    expect(derivationOf({ amount: 1, per: 'hour' })).toBe('× ? hours × 52 weeks');
    expect(derivationOf({ amount: 1, per: 'day', days: '4' })).toBe('× 4 days × 52 weeks');
    expect(derivationOf({ amount: 1, per: 'day' })).toBe('× ? days × 52 weeks');
    expect(derivationOf({ amount: 1, per: 'week' })).toBe('× 52 weeks');
    expect(derivationOf({ amount: 1, per: 'month' })).toBe('× 12 months');
    expect(derivationOf({ amount: 1, per: 'month', months: '13.33', share: '80' })).toBe('× 13.33 months × 80 % of full time');
    expect(derivationOf({ amount: 1, per: 'year', share: '100' })).toBe('');
  });
});
