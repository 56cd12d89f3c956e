import { describe, expect, it } from 'vitest';
import { type Assumptions, defaultAssumptions } from './assumptions.ts';
import { splitByCalendarYear } from './calendar-years.ts';
import { owedOnLeaving } from './clawback.ts';
import { compareOffers } from './compare.ts';
import { blankComponents, type Components, known, none, unknown } from './components.ts';
import { differenceOf } from './difference.ts';
import { projectOffer } from './project-offer.ts';

const bare: Components = {
  ...{ ...blankComponents(), bonus: none, guaranteed: none, signOn: none, oneOff: none, grants: none, refreshers: none },
  ...{ match: none, espp: none, leaveDays: none, benefits: none, notInHand: none },
};
const offer = (components: Partial<Components>, currency = 'USD') => ({ currency, components: { ...bare, ...components } });
const project = (components: Partial<Components>, more: Partial<Assumptions> = {}, currency = 'USD') =>
  projectOffer(offer(components, currency), { ...defaultAssumptions, ...more });

describe('leaving early', () => {
  const owed = (kind: 'daily' | 'monthly' | 'full-then-monthly', month: number, firstDay: string | null = null) =>
    owedOnLeaving({ paid: [24_000_00, 12_000_00], clawback: { kind, months: 24, full: 12 } }, month, firstDay);
  it('owes by month, by day, or all and then by month', () => {
    expect([0, 6, 12, 23, 24, 36].map((month) => owed('monthly', month))).toEqual([
      24_000_00,
      18_000_00,
      24_000_00,
      14_00_00 + 6_100_00,
      6_000_00,
      0,
    ]);
    expect([0, 11, 12, 18].map((month) => owed('full-then-monthly', month))).toEqual([
      24_000_00, 24_000_00, 36_000_00, 24_000_00,
    ]);
    expect(owed('daily', 1, '2025-01-01')).toBe(Math.round((24_000_00 * (730 - 31)) / 730));
    expect(owed('daily', 6)).toBe(owed('monthly', 6));
    expect(owedOnLeaving({ paid: [5], clawback: null }, 0, null)).toBe(0);
  });
  it('refuses a clawback that cannot be', () => {
    expect(() => owedOnLeaving({ paid: [5], clawback: { kind: 'full-then-monthly', months: 12, full: 13 } }, 0, null)).toThrow(
      'at most',
    );
    expect(() => owedOnLeaving({ paid: [5], clawback: { kind: 'monthly', months: 0, full: 0 } }, 0, null)).toThrow(
      'at least one month',
    );
  });
});

describe('two offers side by side', () => {
  const plainFooting = { rate: null, costOfLiving: null };
  it('shows in which year the lead changes and what is close', () => {
    const early = project({ base: known(100_00), signOn: known({ paid: [30_00], clawback: null }) });
    const late = project({ base: known(110_00) });
    const got = compareOffers([early, late], 'USD', [plainFooting, plainFooting]);
    expect(got.pairs).toEqual([{ a: 0, b: 1, difference: 10_00, isClose: false, leadChanges: [4] }]);
    const close = compareOffers([project({ base: known(100_00) }), project({ base: known(98_00) })], 'USD', []);
    expect(close.pairs[0]?.isClose).toBe(true);
    expect(compareOffers([project({ base: known(100_00) }), project({ base: known(97_99) })], 'USD', []).pairs[0]?.isClose).toBe(
      false,
    );
  });
  it('converts at a stated rate and refuses without one or with a rate of 0', () => {
    const yen = project({ base: known(15_000_000) }, {}, 'JPY');
    const dollars = project({ base: known(100_000_00) });
    const at = (value: string) =>
      compareOffers([dollars, yen], 'USD', [plainFooting, { rate: { value, on: '2026-11-20' }, costOfLiving: '0.8' }]);
    expect(at('0.0065').sides[1]?.years[0]).toBe(121_875_00);
    expect(at('0.0065').basis).toEqual(['1 JPY = 0.0065 USD on 2026-11-20', 'cost of living 0.8']);
    expect(() => at('0')).toThrow('above 0');
    expect(() => compareOffers([dollars, yen], 'USD', [])).toThrow(expect.objectContaining({ path: 'offers.1.rate' }));
    expect(() => compareOffers([dollars], 'USD', [])).toThrow('two to four');
  });
});

describe('a comparison', () => {
  const laid = (totals: number[], currency = 'USD') => ({ currency, complete: true, years: totals.map((total) => ({ total })) });
  const at = (value: string, on = '2026-11-20') => ({ rate: { value, on }, costOfLiving: null });

  it('neither applies nor looks at a rate between a currency and itself', () => {
    for (const rate of ['2', '0', 'x', '']) {
      const got = compareOffers([laid([100]), laid([100])], 'USD', [at(rate, ''), at(rate, '')]);
      expect([got.sides.map(({ total }) => total), got.basis]).toEqual([[100, 100], []]);
    }
  });
  it('needs the day of a rate', () => {
    expect(() => compareOffers([laid([1]), laid([1], 'EUR')], 'USD', [at('1'), at('1', '')])).toThrow(
      expect.objectContaining({ code: 'invalid', path: 'offers.1.on' }),
    );
  });
  it('converts between smallest units of different size: 1,234.567 dinars at 3.25 are 4,012.34 dollars', () => {
    // 1234.567 · 3.25 = 4012.34275
    expect(compareOffers([laid([0]), laid([1_234_567], 'KWD')], 'USD', [at('1'), at('3.25')]).sides[1]?.total).toBe(4_012_34);
    // 0.5 yen rounds away from zero
    expect(compareOffers([laid([0], 'JPY'), laid([100])], 'JPY', [at('1'), at('0.5')]).sides[1]?.total).toBe(1);
  });
  it('tells pairs over the years that both reach, and says how many and how it was rounded', () => {
    const got = compareOffers([laid([100, 100]), laid([99, 100, 100, 100])], 'USD', []);
    expect(got.pairs).toEqual([{ a: 0, b: 1, difference: -1, isClose: true, leadChanges: [] }]);
    expect([got.horizon, got.sides[1]?.total]).toEqual([2, 399]);
    expect(got.rounding).toContain('halves away from zero');
  });
  it('is refused where the sum would lose digits', () => {
    const most = Number.MAX_SAFE_INTEGER;
    for (const given of [laid([most, 1]), laid([most], 'EUR')])
      expect(() => compareOffers([laid([0, 0]), given], 'USD', [at('1'), at('2')])).toThrow(
        expect.objectContaining({ path: 'offers.1.rate', message: 'This amount is too large to count exactly.' }),
      );
  });
});

describe('two versions', () => {
  it('differ per component and in total, and name what became known', () => {
    const got = differenceOf(
      offer({ base: known(100_00), signOn: unknown }),
      offer({ base: known(110_00), signOn: known({ paid: [5_00], clawback: null }) }),
      defaultAssumptions,
    );
    expect(got.changes).toMatchObject([
      { component: 'base', what: 'base', from: 'known', to: 'known', before: 400_00, after: 440_00, change: 40_00 },
      { component: 'signOn', what: 'sign-on', from: 'unknown', to: 'known', before: null, after: 5_00, change: null },
    ]);
    expect(got.total).toEqual({ before: 400_00, after: 445_00, change: 40_00, nowSaid: 5_00, certain: false });
  });
  it('in two currencies give no figure', () => {
    const got = differenceOf(offer({ base: known(1) }), offer({ base: known(1) }, 'EUR'), defaultAssumptions);
    expect([got.total.change, got.changes[0]?.change]).toEqual([null, null]);
  });
});

describe('calendar years', () => {
  it('spread the base by days and pay bonus at the end, sign-on at the start', () => {
    const got = project(
      {
        base: known(365_00),
        bonus: known({ target: '10' }),
        signOn: known({ paid: [5_00, 6_00], clawback: null }),
        startDate: known('2025-10-01'),
      },
      { horizon: 2 },
    );
    expect(splitByCalendarYear(got)).toEqual([
      { year: 2025, base: 92_00, bonus: 0, once: 5_00, vest: 0, refreshers: 0, total: 97_00 },
      { year: 2026, base: 365_00, bonus: 36_50, once: 6_00, vest: 0, refreshers: 0, total: 407_50 },
      { year: 2027, base: 273_00, bonus: 36_50, once: 0, vest: 0, refreshers: 0, total: 309_50 },
    ]);
    expect(splitByCalendarYear(project({ base: known(1) }))).toBeNull();
  });
});
