import { describe, expect, it } from 'vitest';
import { DomainError } from '../kernel/error.ts';
import { ratio, reduceRatio, toMinor } from '../kernel/money.ts';
import { defaultAssumptions } from './assumptions.ts';
import type { Grant } from './components.ts';
import { atStartOf, datedIn, onceInYear } from './once.ts';
import { countOf, factorOf, priceAtExit, shareWorth, worthBy } from './share-worth.ts';
import { buildYearlySteps } from './vesting.ts';

const vesting = { start: { after: 0 }, granted: null, steps: buildYearlySteps(['50', '50']), cliff: null };
const grant = (more: Partial<Grant>): Grant => ({
  ...{ name: '', kind: 'rsu', size: { by: 'shares', shares: 4 }, price: '10', strike: null, preferred: null, listed: false },
  ...{ vesting },
  ...more,
});
const refused = (work: () => unknown) => {
  try {
    work();
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return [error.path, error.message];
  }
};
const preferred = { ...defaultAssumptions, pricing: 'preferred' } as const;
const most = Number.MAX_SAFE_INTEGER;

describe('a part of the company', () => {
  const size = (more: { percent?: string; of?: number | null; valuation?: number | null }) => ({
    size: { by: 'percent' as const, percent: '0.5', of: null, ...more },
  });
  const count = (more: Partial<Grant>, assumed = preferred) => countOf(grant(more), assumed, 'EUR', 'grants.0');

  it('is whole shares where the count is known, rounded down', () => {
    expect(count(size({ of: 1399 }))).toEqual({ shares: 6 });
    expect(count(size({ of: 0 }))).toEqual({ shares: 0 });
  });
  it('is money of what investors paid last, for shares and at that price alone', () => {
    expect(count(size({ valuation: 1001 }))).toEqual({ money: 5 });
    expect(count(size({ valuation: null }))).toBeNull();
    expect(count({ ...size({ valuation: 1001 }), kind: 'iso' })).toBeNull();
    expect(countOf(grant(size({ valuation: 1001 })), defaultAssumptions, 'EUR', 'grants.0')).toBeNull();
    expect(count({ ...size({ valuation: 1001 }), listed: true })).toBeNull();
  });
  it('names the field that is not a number, or makes more than can be counted', () => {
    expect(refused(() => count(size({ percent: 'x' })))?.[0]).toBe('grants.0.size.percent');
    expect(refused(() => count(size({ percent: '200', of: most })))?.[0]).toBe('grants.0.size.of');
    expect(refused(() => count(size({ percent: '200', valuation: most })))?.[0]).toBe('grants.0.size.valuation');
  });
  it('has a share of the valuation where investors’ price is not stated', () => {
    const worth = (more: Partial<Grant>) => {
      const found = shareWorth(grant({ price: null, ...more }), preferred, 'EUR');
      return typeof found === 'string' ? found : reduceRatio(found);
    };
    expect(worth(size({ of: 100, valuation: 500_00 }))).toEqual(ratio(5));
    expect(worth(size({ of: null, valuation: 500_00 }))).toBe('preferred price');
    expect(worth(size({ of: 100, valuation: null }))).toBe('preferred price');
    expect(worth(size({ of: 100 }))).toBe('preferred price');
    expect(worth({})).toBe('preferred price');
    expect(worth({ preferred: '7' })).toEqual(ratio(7));
  });
});

describe('a rate', () => {
  const factor = (one: string, value: string, currency: string | null = 'USD') =>
    factorOf(grant({ currency, rate: { one, value, on: null } }), 'EUR', 'grants.0');

  it('is read either way round, and not at all in the same currency', () => {
    expect(factor('USD', '0.5')).toEqual(factor('EUR', '2'));
    expect(factor('USD', 'x', null)).toEqual(ratio(100n));
    expect(factorOf(grant({ currency: 'USD' }), 'EUR', 'grants.0')).toBeNull();
  });
  it('is a number above 0 between the two currencies', () => {
    for (const value of ['0', '-1'])
      expect(refused(() => factor('USD', value))).toEqual(['grants.0.rate.value', 'An exchange rate is above 0.']);
    expect(refused(() => factor('USD', 'x'))?.[0]).toBe('grants.0.rate.value');
    expect(refused(() => factor('GBP', '1'))).toEqual(['grants.0.rate.one', 'Give the rate between USD and EUR.']);
  });
});

describe('a sale', () => {
  it('needs a count of shares', () => {
    expect(refused(() => priceAtExit(100, 0, [], 'EUR'))).toEqual(['assumptions.outcomes', 'Give how many shares there are.']);
    expect(priceAtExit(100, 1, [], 'EUR')).toEqual(ratio(100n, 100n));
  });
});

describe('the worth of a part', () => {
  it('is the same in plain numbers and in exact ones, at every size', () => {
    const units = [ratio(1n, 3n), ratio(2n, 7n), ratio(150n), ratio(999_999_937n, 1_000_003n), ratio(1n, 2n)];
    for (const unit of units)
      for (const whole of [1, 7, 4000, 2 ** 30, 2 ** 43, Math.floor(most / 2 ** 12)])
        for (const part of [0, 1, Math.floor(whole / 3), whole]) {
          const top = (BigInt(part) * unit.n * 2n + unit.d) / (2n * unit.d);
          if (top > BigInt(most)) continue;
          expect(worthBy(unit, whole, 'grants.0')(part)).toBe(Number(top));
        }
  });
  it('says so where it is more than can be counted', () => {
    const worth = worthBy(ratio(4n), most, 'grants.0');
    expect([worth(2), worth(3)]).toEqual([8, 12]);
    expect(refused(() => worth(most))).toEqual(refused(() => toMinor(ratio(BigInt(most) * 4n), 'grants.0')));
    expect(worthBy(ratio(1n, BigInt(most) * 4n), 1, 'grants.0')(1)).toBe(0);
  });
});

describe('a payment on a day of its own', () => {
  const dated = (...days: string[]) => ({ paid: [100], dated: days.map((on) => ({ on, amount: 7 })) });
  const years = (first: string | null, ...days: string[]) => datedIn([dated(...days)], 9, first).map(({ year }) => year);

  it('falls into the year that it begins or stands in', () => {
    expect(years('2027-01-15', '2026-12-01', '2027-01-15', '2028-01-14', '2028-01-15', '2028-01-16', '2030-03-01')).toEqual([
      1, 1, 1, 2, 2, 4,
    ]);
    // without a first day the earliest of them begins year 1
    expect(years(null, '2028-06-01', '2027-06-01', '2028-05-31')).toEqual([2, 1, 1]);
    expect(datedIn([{ paid: [1] }], 9, null)).toEqual([]);
    expect(datedIn([{ paid: [1], dated: [] }], 9, null)).toEqual([]);
  });
  it('is left out beyond the years that are looked at', () => {
    const list = [dated('2027-02-01', '2028-02-01', '2029-02-01')];
    expect(datedIn(list, 2, '2027-01-15').map(({ on }) => on)).toEqual(['2027-02-01', '2028-02-01']);
    expect(datedIn(list, 1, '2027-01-15')).toHaveLength(1);
  });
  it('is counted in its year, and as the year begins only on its first day or before the first', () => {
    const payments = dated('2026-12-01', '2027-01-15', '2027-01-16', '2028-01-15', '2028-02-01');
    const at = (year: number, first: string | null) => [onceInYear(payments, year, first), atStartOf(payments, year, first)];
    expect(at(1, '2027-01-15')).toEqual([ratio(121n), ratio(114n)]);
    expect(at(2, '2027-01-15')).toEqual([ratio(14n), ratio(7n)]);
    expect(at(3, '2027-01-15')).toEqual([ratio(0n), ratio(0n)]);
    expect(at(1, null)).toEqual([ratio(121n), ratio(107n)]);
    expect([onceInYear({ paid: [5] }, 1, null), atStartOf({ paid: [5] }, 1, null), atStartOf({ paid: [5] }, 2, null)]).toEqual([
      ratio(5n),
      ratio(5n),
      ratio(0n),
    ]);
  });
});
