import { describe, expect, it } from 'vitest';
import { compareValue, emptyPackage, valuePackage } from '../package.ts';
import { balanceOf, evenAt, type Lever, levers, startingPulls, type TradeBasis, worthOf } from './trade.ts';

const basis: TradeBasis = { base: 10_000_000, bonusPercent: '10', years: 4 };
const worth = (lever: Lever, count: string, on = basis) => worthOf({ lever, count }, on);

describe('what a lever is worth', () => {
  it('is counted over the horizon, by hand', () => {
    // 100,000 base, bonus 10 %, four years: 1 % is 1,000 a year, 1,100 with its bonus
    expect(worth('base', '1')).toBe(440_000);
    expect(worth('base', '1', { ...basis, bonusPercent: null })).toBe(400_000);
    expect(worth('bonus', '1')).toBe(400_000);
    expect(worth('sign-on', '500000')).toBe(500_000);
    expect(worth('equity', '100000')).toBe(400_000);
    // five days at 100,000 / 260 each year: 384.615… × 20, to the cent
    expect(worth('leave', '5')).toBe(769_231);
    expect(worth('match', '1')).toBe(400_000);
  });
  it('takes equity over at most four years', () => {
    expect([1, 4, 10].map((years) => worth('equity', '100', { ...basis, years }))).toEqual([100, 400, 400]);
  });
  it('agrees with what the ledger counts', () => {
    const before = { ...emptyPackage, base: 10_000_000, bonusPercent: '10' };
    const more = { ...before, base: 10_100_000 };
    expect(worth('base', '1')).toBe(compareValue(before, more, 4));
    expect(worth('bonus', '1')).toBe(compareValue(before, { ...before, bonusPercent: '11' }, 4));
    expect(worth('equity', '100000')).toBe(valuePackage({ ...emptyPackage, equity: 400_000 }, 4));
  });
  it('is not known without the base that it hangs on', () => {
    const bare = { ...basis, base: null };
    expect(levers.filter((lever) => worth(lever, '1', bare) === null)).toEqual(['base', 'bonus', 'leave', 'match']);
    expect(balanceOf({ lever: 'base', count: '1' }, { lever: 'equity', count: '1' }, bare)).toBeNull();
    expect(balanceOf({ lever: 'equity', count: '1' }, { lever: 'base', count: '1' }, bare)).toBeNull();
    expect(evenAt({ lever: 'sign-on', count: '1' }, 'base', bare)).toBeNull();
  });
  it('refuses what is no number', () => {
    expect(() => worth('base', '1e3')).toThrow('plain number');
    expect(() => worth('sign-on', '9'.repeat(20))).toThrow('too large');
  });
});

describe('a trade', () => {
  const [give, get] = [{ lever: 'base', count: '2' } as const, { lever: 'sign-on', count: '1000000' } as const];
  it('says what is given, got and left, both ways round', () => {
    expect(balanceOf(give, get, basis)).toEqual({ given: 880_000, got: 1_000_000, left: 120_000 });
    expect(balanceOf(get, give, basis)).toEqual({ given: 1_000_000, got: 880_000, left: -120_000 });
  });
  it('is even at a count that is never short and no step more than needed', () => {
    expect(evenAt(give, 'sign-on', basis)).toBe('880000');
    expect(evenAt(get, 'base', basis)).toBe('2.28');
    expect(evenAt({ lever: 'sign-on', count: '440000' }, 'base', basis)).toBe('1');
    expect(evenAt({ lever: 'sign-on', count: '100000' }, 'leave', basis)).toBe('0.7');
    const tick = { percent: 0.01, money: 1, days: 0.1 };
    for (const [other, unit] of [
      ['base', 'percent'],
      ['leave', 'days'],
      ['equity', 'money'],
    ] as const) {
      const count = evenAt(get, other, basis) ?? '';
      expect(worth(other, count)).toBeGreaterThanOrEqual(1_000_000);
      const less = (Number(count) - tick[unit]).toFixed(unit === 'percent' ? 2 : unit === 'days' ? 1 : 0);
      expect(worth(other, less)).toBeLessThan(1_000_000);
    }
  });
  it('has no even count where the other lever is worth nothing', () => {
    expect(evenAt(get, 'base', { ...basis, base: 0 })).toBeNull();
  });
  it('begins with one step of every lever, in units of the currency', () => {
    expect(startingPulls(100).map(({ lever }) => lever)).toEqual([...levers]);
    expect(startingPulls(1).find(({ lever }) => lever === 'sign-on')?.count).toBe('5000');
  });
});
