import { describe, expect, it } from 'vitest';
import { type Assumptions, defaultAssumptions } from './assumptions.ts';
import { blankComponents, type Components, type Grant, known, none } from './components.ts';
import { projectOffer } from './project-offer.ts';
import { buildYearlySteps } from './vesting.ts';

const bare: Components = {
  ...{ ...blankComponents(), bonus: none, guaranteed: none, signOn: none, oneOff: none, grants: none, refreshers: none },
  ...{ match: none, espp: none, leaveDays: none, benefits: none, notInHand: none },
};
const offer = (components: Partial<Components>, currency = 'USD') => ({ currency, components: { ...bare, ...components } });
const project = (components: Partial<Components>, more: Partial<Assumptions> = {}, currency = 'USD') =>
  projectOffer(offer(components, currency), { ...defaultAssumptions, ...more });
const grant = (more: Partial<Grant>): Grant => ({
  name: 'Grant',
  kind: 'rsu',
  size: { by: 'shares', shares: 400 },
  price: '10',
  strike: null,
  preferred: null,
  listed: true,
  vesting: { start: { after: 0 }, granted: null, steps: buildYearlySteps(['25', '25', '25', '25']), cliff: null },
  ...more,
});
const vest = (more: Partial<Grant>, assumptions: Partial<Assumptions> = {}) =>
  project({ grants: known([grant(more)]) }, assumptions).years[0]?.vest;

describe('equity', () => {
  it('options are worth what the price is above the strike, never less than nothing', () => {
    expect(vest({ kind: 'iso', strike: '4' })).toBe(600_00);
    expect(vest({ kind: 'nso', strike: '12' })).toBe(0);
    const [value] = project({ grants: known([grant({ kind: 'nso', strike: '12' })]) }).grants;
    expect([value?.underwater, value?.exerciseCost]).toEqual([true, 4800_00]);
    expect(project({ grants: known([grant({ kind: 'iso' })]) }).unknown.map((part) => part.path)).toEqual([
      'base',
      'grants.0.strike',
    ]);
    // a letter may mean the spread or the whole price: nothing is counted, and the number is asked for
    const byValue = project({ grants: known([grant({ kind: 'iso', strike: '4', size: { by: 'value', value: 1 } })]) });
    expect([byValue.years[0]?.vest, byValue.unknown.at(-1)?.path]).toEqual([null, 'grants.0.size']);
  });
  it('moves with price change, dilution of shares, and the haircut of an unlisted company', () => {
    expect(vest({}, { priceChange: '-50' })).toBe(500_00);
    expect(vest({}, { dilution: '20' })).toBe(800_00);
    expect(vest({ size: { by: 'value', value: 4000_00 } }, { dilution: '20' })).toBe(800_00);
    expect(vest({}, { haircut: '40' })).toBe(1000_00);
    expect(vest({ listed: false }, { haircut: '40' })).toBe(600_00);
    expect(
      vest({ size: { by: 'value', value: 4000_00 }, price: null, listed: false }, { haircut: '40', priceChange: '10' }),
    ).toBe(660_00);
    expect(vest({ listed: false, preferred: '15' }, { pricing: 'preferred' })).toBe(1500_00);
    expect(vest({ preferred: '15' }, { pricing: 'preferred' })).toBe(1000_00);
    expect(project({ base: none, grants: known([grant({ listed: false })]) }, { pricing: 'preferred' }).unknown[0]?.path).toBe(
      'grants.0.preferred',
    );
  });
  it('by value at a price buys whole shares', () => {
    const [value] = project({ grants: known([grant({ size: { by: 'value', value: 999_99 }, price: '10' })]) }).grants;
    expect([value?.shares, value?.worth]).toEqual([99, 990_00]);
    expect(() => vest({ size: { by: 'value', value: 1 }, price: '0' })).toThrow('above 0');
  });
  it('by value keeps the shares that the price of the grant bought, whatever they are worth today', () => {
    const size = { by: 'value', value: 200_000_00, at: '185.43' } as const;
    const of = (more: Partial<Grant>) => project({ grants: known([grant({ size, ...more })]) });
    // 200,000 / 185.43 = 1,078.57: 1,078 shares, at 201.11 today
    expect(of({ price: '201.11' }).grants[0]).toMatchObject({ shares: 1078, worth: 216_796_58 });
    expect(of({ price: '201.11' }).basis.notes).toContain(
      'A grant by value buys whole shares at the price of the grant, rounded down.',
    );
    expect(of({ price: null }).grants[0]).toMatchObject({ shares: 1078, worth: null, missing: 'price' });
    // the shares are bought although nobody knows what they are worth today
    expect(of({ price: null }).basis.notes).toContain(
      'A grant by value buys whole shares at the price of the grant, rounded down.',
    );
    expect(of({ price: '10', size: { ...size, at: null } }).grants[0]?.shares).toBe(20_000);
    expect(of({ price: null, size: { ...size, at: null } }).basis.notes).toHaveLength(3);
  });
  it('counts fractions of a cent in prices', () => {
    expect(vest({ price: '0.0333', size: { by: 'shares', shares: 1000 } })).toBe(833);
  });
  it('with a vesting start of its own falls into the year it vests in', () => {
    const late = grant({
      vesting: { start: { on: '2026-07-01' }, granted: null, steps: buildYearlySteps(['50', '50']), cliff: null },
    });
    const got = project({ startDate: known('2026-01-01'), grants: known([late]) });
    expect(got.years.map((year) => year.vest)).toEqual([0, 2000_00, 2000_00, 0]);
    expect(got.grants[0]?.vests.map((one) => [one.at, one.date])).toEqual([
      [18, '2027-07-01'],
      [30, '2028-07-01'],
    ]);
  });
});
