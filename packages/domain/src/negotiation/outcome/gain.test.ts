import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankComponents, type Components, type Grant, known, none } from '../../compensation/components.ts';
import type { Move } from '../ledger/move.ts';
import { emptyPackage, type Package } from '../package.ts';
import type { Stated, TermComponent, TermState, TermValue } from '../terms/term.ts';
import { buildFinalPackage, findFirstOffer, gainOf, packageOfVersion } from './gain.ts';

const offer = (part: Partial<Package>): Package => ({ ...emptyPackage, ...part });
const gain = (first: Partial<Package>, final: Partial<Package>, years = 4) =>
  gainOf({ from: 'move', package: offer(first) }, offer(final), years);

describe('the gain against the first offer', () => {
  it('is exact in money, and in percent to two decimals', () => {
    expect(gain({ base: 8_500_000 }, { base: 9_200_000 })).toEqual({
      from: 'move',
      years: 4,
      total: { first: 34_000_000, final: 36_800_000, money: 2_800_000, percent: '8.24' },
      base: { first: 8_500_000, final: 9_200_000, money: 700_000, percent: '8.24' },
      added: [],
      unsaid: [],
    });
  });
  it('rounds a half away from zero, on both sides, and drops idle zeros', () => {
    const percents = [
      [20_000, 20_001],
      [20_000, 19_999],
      [20_000, 20_003],
      [8, 9],
      [10, 11],
      [10, 9],
      [3, 3],
      [100, 300],
      [1_000_000, 1_000_001],
    ].map(([first, final]) => gain({ base: first ?? 0 }, { base: final ?? 0 }, 1).total.percent);
    expect(percents).toEqual(['0.01', '-0.01', '0.02', '12.5', '10', '-10', '0', '200', '0']);
  });
  it('counts only what both name; the rest stands apart, because unsaid is not nothing', () => {
    const found = gain(
      { base: 100, equity: 400, others: [{ name: 'Car', amount: 5, every: 'year' }] },
      { base: 110, signOn: 20, bonusPercent: '10', others: [{ name: 'Bike', amount: 7, every: 'once' }] },
      2,
    );
    expect(found.total).toEqual({ first: 200, final: 220, money: 20, percent: '10' });
    expect(found.added).toEqual([
      { label: 'Bonus', amount: 22 },
      { label: 'Sign-on', amount: 20 },
      { label: 'Bike', amount: 7 },
    ]);
    expect(found.unsaid).toEqual(['Equity', 'Car']);
  });
  it('counts a sign-on from a stated nothing as gain, and has no percentage from nothing', () => {
    expect(gain({ signOn: 0 }, { signOn: 500 }).total).toEqual({ first: 0, final: 500, money: 500, percent: null });
    expect(gain({ signOn: 5 }, { base: 5 })).toMatchObject({
      total: { first: 0, final: 0, money: 0, percent: null },
      base: null,
    });
    expect(gain({ base: 5 }, { signOn: 5 }).base).toBeNull();
  });
  it('is the difference of the sums whatever the packages, and turns round with them', () => {
    const amount = fc.integer({ min: 1_000, max: 1_000_000_000 });
    const some = fc.record({ base: amount, signOn: amount, equity: amount });
    fc.assert(
      fc.property(some, some, fc.integer({ min: 1, max: 10 }), (first, final, years) => {
        const there = gain(first, final, years).total;
        const back = gain(final, first, years).total;
        expect(there.money).toBe(there.final - there.first);
        expect(back.money + there.money).toBe(0);
        expect(Math.abs(Number(there.percent) - (100 * there.money) / there.first)).toBeLessThan(0.00501);
      }),
    );
  });
});

const rsu: Grant = {
  name: 'New hire',
  kind: 'rsu',
  size: { by: 'shares', shares: 1000 },
  price: '101.25',
  strike: null,
  preferred: null,
  listed: true,
  vesting: { start: { after: 0 }, granted: null, steps: [], cliff: null },
};
const version = (more: Partial<Components>, currency = 'EUR') => ({ currency, components: { ...blankComponents(), ...more } });

describe('an offer’s version as a package', () => {
  it('leaves unknown unsaid and takes “none” as nothing', () => {
    const unsaid = { ...blankComponents() };
    expect(packageOfVersion({ currency: 'EUR', components: unsaid })).toEqual(emptyPackage);
    expect(packageOfVersion(version({ base: none, bonus: none, signOn: none, grants: none }))).toEqual({
      base: 0,
      bonusPercent: '0',
      signOn: 0,
      equity: 0,
      others: [],
    });
  });
  it('sums sign-ons and grants, and names the benefits that have a value', () => {
    const parts = version({
      base: known(8_500_000),
      bonus: known({ target: '12.5' }),
      signOn: known({ paid: [1_000_000, 500_000], clawback: null }),
      grants: known([rsu, { ...rsu, size: { by: 'value', value: 7 } }]),
      benefits: known([
        { name: 'Car', yearly: 600_000 },
        { name: 'Dog at work', yearly: null },
      ]),
    });
    expect(packageOfVersion(parts)).toEqual({
      base: 8_500_000,
      bonusPercent: '12.5',
      signOn: 1_500_000,
      equity: 10_125_007,
      others: [{ name: 'Car', amount: 600_000, every: 'year' }],
    });
  });
  const equity = (grant: Partial<Grant>, currency = 'EUR') =>
    packageOfVersion(version({ grants: known([{ ...rsu, ...grant }]) }, currency)).equity;
  it('counts options above their strike, never below nothing, and in the smallest unit of the currency', () => {
    expect(equity({ kind: 'nso', strike: '1.255' })).toBe(9_999_500);
    expect(equity({ kind: 'iso', strike: '200' })).toBe(0);
    expect([equity({ price: '150' }, 'JPY'), equity({ price: '0.005', size: { by: 'shares', shares: 1 } })]).toEqual([
      150_000, 1,
    ]);
  });
  it('does not know what shares are worth without their price, or options without their strike', () => {
    expect([
      equity({ price: null }),
      equity({ kind: 'iso', strike: null }),
      equity({ kind: 'nso', strike: '1', price: null }),
    ]).toEqual([null, null, null]);
    expect(equity({ strike: '100' })).toBe(10_125_000);
  });
});

const move = (index: number, party: Move['party'], part: Partial<Package>, kind: Move['kind'] = 'propose'): Move => ({
  moveId: `m${index}`,
  at: `2026-05-0${index}T09:00:00.000Z`,
  party,
  kind,
  channel: 'call',
  counterpart: null,
  package: offer(part),
  words: '',
  firmness: 'unclear',
  heard: [],
  about: null,
  cites: null,
});

describe('the first offer', () => {
  const written = version({ base: known(8_400_000) });
  it('is the employer’s first move with figures, whatever the order in which it was written down', () => {
    const moves = [
      move(4, 'employer', { base: 9 }),
      move(1, 'candidate', { base: 12 }),
      move(2, 'employer', { base: 7 }, 'decline'),
      move(3, 'employer', { base: 8 }),
    ];
    expect(findFirstOffer(moves, written, 'EUR')).toEqual({ from: 'move', package: offer({ base: 8 }) });
    expect(findFirstOffer([move(1, 'employer', {}, 'propose')], null, 'EUR')).toBeNull();
  });
  it('is else the version on record, if it is in the same currency', () => {
    expect(findFirstOffer([move(1, 'candidate', { base: 12 })], written, 'EUR')).toEqual({
      from: 'version',
      package: offer({ base: 8_400_000 }),
    });
    expect([findFirstOffer([], written, 'USD'), findFirstOffer([], null, 'EUR')]).toEqual([null, null]);
  });
});

const eur = (minor: number): TermValue => ({ kind: 'money', minor, currency: 'EUR' });
const term = (
  component: TermComponent,
  state: TermState,
  value: TermValue,
  letter: TermValue | null = null,
  name = '',
): Stated => ({
  component,
  name,
  value,
  spoken: null,
  written: letter && { value: letter, document: 'Letter', page: '', on: '2026-05-08' },
  reason: '',
  state,
});

describe('the final package', () => {
  const table = offer({ base: 8_500_000, signOn: 100, others: [{ name: 'Car', amount: 5, every: 'year' }] });
  it('is the table with the agreed terms over it; where there is a letter, the letter counts', () => {
    const terms = [
      term('base', 'confirmed', eur(8_850_000), eur(8_680_000)),
      term('bonus', 'agreed', { kind: 'percent', percent: '10' }),
      term('equity', 'waived', eur(4)),
      term('other', 'agreed', eur(6), null, 'car'),
      term('other', 'agreed', eur(7), null, 'Desk'),
    ];
    expect(buildFinalPackage(terms, table, 'EUR')).toEqual({
      base: 8_680_000,
      bonusPercent: '10',
      signOn: 100,
      equity: 4,
      others: [
        { name: 'car', amount: 6, every: 'year' },
        { name: 'Desk', amount: 7, every: 'once' },
      ],
    });
  });
  it('takes nothing from what was only proposed or was dropped', () => {
    const terms = [term('base', 'proposed', eur(1)), term('signOn', 'dropped', eur(2))];
    expect(buildFinalPackage(terms, table, 'EUR')).toEqual(table);
    expect(buildFinalPackage([], null, 'EUR')).toEqual(emptyPackage);
  });
  it('knows a bonus in money and a first day, and leaves out shares, other words and other currencies', () => {
    const terms = [
      term('bonus', 'agreed', eur(9)),
      term('signOn', 'agreed', eur(3)),
      term('base', 'agreed', { kind: 'money', minor: 5, currency: 'USD' }),
      term('equity', 'agreed', { kind: 'shares', shares: 5 }),
      term('startDate', 'agreed', { kind: 'date', on: '2027-02-01' }),
      term('other', 'agreed', { kind: 'percent', percent: '5' }, null, 'Raise'),
    ];
    expect(buildFinalPackage(terms, null, 'EUR')).toEqual(
      offer({
        signOn: 3,
        others: [{ name: 'Bonus', amount: 9, every: 'year' }],
        clauses: [{ about: 'startDate', text: '2027-02-01' }],
      }),
    );
  });
});
