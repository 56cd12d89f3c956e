import { describe, expect, it } from 'vitest';
import {
  compareValue,
  componentLabel,
  emptyPackage,
  layOver,
  listNamed,
  type Package,
  valueComponents,
  valuePackage,
} from './package.ts';

const offer = (parts: Partial<Package>): Package => ({ ...emptyPackage, ...parts });

describe('the worth of a package', () => {
  it('counts base and bonus each year, sign-on once, equity by quarters', () => {
    const whole = offer({
      base: 100_00,
      bonusPercent: '12.5',
      signOn: 30_00,
      equity: 80_00,
      others: [
        { name: 'Stipend', amount: 5_00, every: 'year' },
        { name: 'Move', amount: 7_00, every: 'once' },
      ],
    });
    expect(Object.fromEntries(valueComponents(whole, 2))).toEqual({
      base: 200_00,
      bonusPercent: 25_00,
      signOn: 30_00,
      equity: 40_00,
      'other:stipend': 10_00,
      'other:move': 7_00,
    });
    expect(valuePackage(whole, 4)).toBe(400_00 + 50_00 + 30_00 + 80_00 + 20_00 + 7_00);
    expect(valueComponents(whole, 10).get('equity')).toBe(80_00);
  });
  it('rounds a bonus half up in the smallest unit, without floats', () => {
    expect(valueComponents(offer({ base: 5, bonusPercent: '10' }), 1).get('bonusPercent')).toBe(1);
    expect(valueComponents(offer({ base: 4, bonusPercent: '10' }), 1).get('bonusPercent')).toBe(0);
    expect(valueComponents(offer({ base: 10_000_000_000_000, bonusPercent: '99.9999' }), 10).get('bonusPercent')).toBe(
      99_999_900_000_000,
    );
  });
  it('gives a bonus without a base no worth', () => {
    expect(valuePackage(offer({ bonusPercent: '10' }), 4)).toBe(0);
  });
});

describe('the difference of two packages', () => {
  it('counts what is newly named, but not a base that was never said', () => {
    expect(compareValue(offer({ base: 90 }), offer({ base: 90, signOn: 5 }), 4)).toBe(5);
    expect(compareValue(offer({ signOn: 5 }), offer({ signOn: 7, base: 90, bonusPercent: '10' }), 4)).toBe(2);
  });
  it('is negative when less is offered', () => {
    expect(compareValue(offer({ base: 90, bonusPercent: '10' }), offer({ base: 80, bonusPercent: '10' }), 1)).toBe(-11);
  });
});

describe('laying one package over another', () => {
  it('keeps what is not mentioned and replaces what is, by name', () => {
    const before = offer({
      base: 90,
      signOn: 5,
      others: [
        { name: 'Stipend', amount: 1, every: 'year' },
        { name: 'Move', amount: 2, every: 'once' },
      ],
    });
    const after = layOver(before, offer({ signOn: 0, equity: 9, others: [{ name: ' stipend', amount: 3, every: 'once' }] }));
    expect([after.base, after.signOn, after.equity, after.bonusPercent]).toEqual([90, 0, 9, null]);
    expect(after.others.map((other) => [other.name, other.amount])).toEqual([
      [' stipend', 3],
      ['Move', 2],
    ]);
  });
  it('names an amount of nothing too', () => {
    expect(listNamed(offer({ signOn: 0, others: [{ name: 'Car', amount: 0, every: 'year' }] }))).toEqual(['signOn', 'other:car']);
  });
  it('labels components as people wrote them', () => {
    const others = [{ name: 'Home office', amount: 1, every: 'once' as const }];
    expect(
      ['base', 'bonusPercent', 'signOn', 'equity', 'other:home office', 'other:gone'].map((one) => componentLabel(one, others)),
    ).toEqual(['Base', 'Bonus', 'Sign-on', 'Equity', 'Home office', 'gone']);
  });

  it('leave what a move does not name as it last stood: base 200,000 after 175,000, 164,000 equity and 241,500 sign-on', () => {
    const theirs = { ...emptyPackage, base: 175_000_00, equity: 164_000_00, signOn: 241_500_00 };
    const ask = layOver(theirs, { ...emptyPackage, base: 200_000_00 });
    expect([valuePackage(theirs, 4), valuePackage(ask, 4)]).toEqual([1_105_500_00, 1_205_500_00]);
  });
});
