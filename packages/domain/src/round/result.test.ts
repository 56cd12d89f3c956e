import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { compareRatios, ratio } from '../kernel/money.ts';
import { emptyPackage, type Package } from '../negotiation/package.ts';
import { amountOf, medianOf, sortByContent, summarise, toPercentText } from './result.ts';
import type { Counter, RoundDocument } from './round.ts';

const silent = { inPlay: false, now: null };
const document: RoundDocument = {
  question: 'Well?',
  currency: 'EUR',
  base: { inPlay: true, now: null },
  bonusPercent: { inPlay: true, now: null },
  signOn: silent,
  equity: { inPlay: false, now: 100 },
  others: [{ name: 'Stipend', every: 'year', inPlay: true, now: null }],
};
const answer = (given: Partial<Package>, abstains: string[] = []) => ({ package: { ...emptyPackage, ...given }, abstains });
const stipends = (amount: number) => [{ name: 'stipend', amount, every: 'year' as const }];
const counter = (base: number, bonusPercent: string, stipend: number) =>
  answer({ base, bonusPercent, others: stipends(stipend) });

describe('the statistics', () => {
  it('are median and range of each component in play and of the 4-year total', () => {
    const three = [counter(300, '5', 7), counter(100, '12.5', 9), counter(200, '10', 8)];
    expect(summarise(document, three)).toEqual({
      count: 3,
      components: [
        { component: 'base', unit: 'money', low: 100, median: 200, high: 300 },
        { component: 'bonusPercent', unit: 'percent', low: '5', median: '10', high: '12.5' },
        { component: 'other:stipend', unit: 'money', low: 7, median: 8, high: 9 },
      ],
      // 4·300 + 60 + 28, 4·100 + 50 + 36, 4·200 + 80 + 32, each with the grant on the table
      total: { low: 586, median: 1012, high: 1388 },
    });
  });

  it('take the mean of the two in the middle of an even count, money rounded half up, percentages exact', () => {
    const two = summarise(document, [counter(101, '10.0001', 1), counter(100, '10', 2)]);
    expect(two?.components).toEqual([
      { component: 'base', unit: 'money', low: 100, median: 101, high: 101 },
      { component: 'bonusPercent', unit: 'percent', low: '10', median: '10.00005', high: '10.0001' },
      { component: 'other:stipend', unit: 'money', low: 1, median: 2, high: 2 },
    ]);
    const four = summarise(document, [counter(1, '0', 1), counter(9, '0', 1), counter(4, '0', 1), counter(7, '0', 1)]);
    expect(four?.components[0]).toMatchObject({ low: 1, median: 6, high: 9 });
  });

  it('are there for one, and absent for none', () => {
    expect(summarise(document, [])).toBeNull();
    expect(summarise(document, [counter(5, '100', 3)])).toMatchObject({
      count: 1,
      components: [{ low: 5, median: 5, high: 5 }, { median: '100' }, { median: 3 }],
    });
  });

  it('have no median or range of nothing', () => {
    expect(() => medianOf([])).toThrow('A median needs at least one number.');
  });

  it('count who abstains from a part in the other parts, and in no total', () => {
    const part = answer({ bonusPercent: '20', others: stipends(4) }, ['base']);
    expect(summarise(document, [counter(100, '10', 2), part])).toEqual({
      count: 2,
      components: [
        { component: 'base', unit: 'money', low: 100, median: 100, high: 100 },
        { component: 'bonusPercent', unit: 'percent', low: '10', median: '15', high: '20' },
        { component: 'other:stipend', unit: 'money', low: 2, median: 3, high: 4 },
      ],
      total: { low: 548, median: 548, high: 548 },
    });
    expect(summarise(document, [part])).toMatchObject({ count: 1, total: null, components: [{}, {}] });
  });

  it('know nothing of who abstains from all of it', () => {
    const whole = answer({}, ['base', 'bonusPercent', 'other:stipend']);
    expect(summarise(document, [whole])).toBeNull();
    expect(summarise(document, [whole, counter(5, '0', 1)])).toMatchObject({ count: 1 });
  });

  it('find the amount of a component, and none for a percentage or what is not named', () => {
    const whole: Package = {
      base: 1,
      bonusPercent: '2',
      signOn: 3,
      equity: 4,
      others: [{ name: 'Car', amount: 5, every: 'once' }],
    };
    expect(['base', 'signOn', 'equity', 'other:car'].map((one) => amountOf(whole, one))).toEqual([1, 3, 4, 5]);
    expect(['bonusPercent', 'other:bike'].map((one) => amountOf(whole, one))).toEqual([null, null]);
    expect(amountOf(emptyPackage, 'base')).toBeNull();
  });

  it('write a percentage without digits that say nothing', () => {
    const texts = [ratio(0), ratio(10), ratio(100), ratio(25, 2), ratio(1_000_005, 100_000), ratio(1, 100_000), ratio(1, 20)];
    expect(texts.map(toPercentText)).toEqual(['0', '10', '100', '12.5', '10.00005', '0.00001', '0.05']);
  });
});

test.prop([fc.array(fc.integer({ min: 0, max: 10_000_000_000_000 }), { minLength: 1, maxLength: 12 })])(
  'the median has as many numbers on either side, and lies within the range',
  (values) => {
    const median = medianOf(values.map((value) => ratio(value)));
    const below = values.filter((value) => compareRatios(ratio(value), median) < 0).length;
    const above = values.filter((value) => compareRatios(ratio(value), median) > 0).length;
    expect(below).toBeLessThanOrEqual(values.length / 2);
    expect(above).toBeLessThanOrEqual(values.length / 2);
    expect(compareRatios(median, ratio(Math.min(...values)))).toBeGreaterThanOrEqual(0);
    expect(compareRatios(median, ratio(Math.max(...values)))).toBeLessThanOrEqual(0);
  },
);

const anyCounter: fc.Arbitrary<Counter> = fc.record({
  abstains: fc.constant([]),
  confidence: fc.constantFrom(null, 'low' as const),
  package: fc.record({
    base: fc.option(fc.integer({ min: 0, max: 3 })),
    bonusPercent: fc.constantFrom(null, '1', '2'),
    signOn: fc.option(fc.integer({ min: 0, max: 1 })),
    equity: fc.option(fc.integer({ min: 0, max: 1 })),
    others: fc.constantFrom<Package['others'][]>(
      [],
      [{ name: 'Car', amount: 1, every: 'once' as const }],
      [{ name: 'Car', amount: 2, every: 'once' as const }],
    ),
  }),
  reason: fc.constantFrom('', 'a', 'b'),
});

describe('unnamed counters', () => {
  const car = (amount: number, name = 'Car') => [{ name, amount, every: 'once' as const }];
  const of = (part: Partial<Package>, reason = ''): Counter => ({ ...answer({ base: 5, ...part }), reason, confidence: null });

  it('stand in an order that everything in them decides, and nothing else', () => {
    const sorted = [
      of({ others: car(1) }),
      of({ others: car(2) }),
      of({ others: car(2, 'Dog') }),
      of({ others: [] }, 'a'),
      of({ others: [] }, 'b'),
      of({ equity: 1 }),
      of({ signOn: 1 }),
      of({ bonusPercent: '1' }),
      of({ base: 6 }),
    ].map((counter, index) => ({ ...counter, index }));
    const order = sortByContent(sorted).map(({ index }) => index);
    expect([...order].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    const turned = [3, 8, 0, 7, 2, 5, 1, 6, 4].flatMap((at) => sorted[at] ?? []);
    for (const arrival of [turned, sorted.toReversed()]) expect(sortByContent(arrival).map(({ index }) => index)).toEqual(order);
    expect(order.indexOf(0)).toBeLessThan(order.indexOf(1));
    expect(order.indexOf(1)).toBeLessThan(order.indexOf(2));
    expect(order.indexOf(3)).toBeLessThan(order.indexOf(4));
    expect(order.indexOf(7)).toBeLessThan(order.indexOf(8));
  });
});

test.prop([fc.array(anyCounter, { maxLength: 8 }), fc.nat()])(
  'the order of unnamed counters is decided by their content alone',
  (all, seed) => {
    const turned = all.map((_, at) => all[(at + seed) % all.length] ?? all[0]).flatMap((one) => one ?? []);
    expect(sortByContent(turned)).toEqual(sortByContent(all));
    expect(sortByContent(turned.toReversed())).toEqual(sortByContent(all));
    expect(sortByContent(all)).toHaveLength(all.length);
  },
);
