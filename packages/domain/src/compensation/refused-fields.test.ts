import { describe, expect, it } from 'vitest';
import { DomainError } from '../kernel/error.ts';
import { type Assumptions, checkAssumptions, defaultAssumptions } from './assumptions.ts';
import { checkPackage } from './check.ts';
import { blankComponents, type Components, type Grant, known } from './components.ts';
import type { Outcome } from './conventions.ts';
import { buildYearlySteps } from './vesting.ts';

/** The field and the sentence with which something is refused; null when it is not. */
function refused(work: () => unknown): [path: string | undefined, sentence: string] | null {
  try {
    work();
    return null;
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'invalid') throw error;
    return [error.path, error.message];
  }
}

const plain = 'Give a plain number, like 12 or 3.5.';
const day = 'This day is not in the calendar. Give it as year-month-day.';
const vesting = { start: { after: 0 }, granted: null, steps: buildYearlySteps(['50', '50']), cliff: null };
const grant = (more: Partial<Grant>): Grant => ({
  ...{ name: '', kind: 'rsu', size: { by: 'shares', shares: 4 }, price: '10', strike: null, preferred: null, listed: false },
  ...{ vesting },
  ...more,
});
const check = (components: Partial<Components>) =>
  refused(() => checkPackage({ currency: 'EUR', components: { ...blankComponents(), ...components } }));

const tiers = [{ rate: '50', upTo: '6' }];
const limits = { base: null, own: null, match: null };
const other = { name: 'Move', kind: 'relocation', clawback: null } as const;
const percent = (more: { percent?: string; of?: number | null; valuation?: number | null }) => ({
  grants: known([grant({}), grant({ size: { by: 'percent', percent: '1', of: null, ...more } })]),
});

/** Each field that holds money, with a way to write an amount into it. */
const money: [path: string, write: (amount: number) => Partial<Components>][] = [
  ['base.amount', (amount) => ({ base: known({ amount, per: 'year' }) })],
  [
    'base.raises.1.to',
    (to) => ({
      base: known({
        amount: 1,
        per: 'year',
        raises: [
          { after: 1, to: 2 },
          { after: 6, to },
        ],
      }),
    }),
  ],
  ['bonus.amount', (amount) => ({ bonus: known({ amount }) })],
  ['guaranteed.paid.1', (amount) => ({ guaranteed: known({ paid: [0, amount], kind: 'extra' }) })],
  [
    'signOn.dated.1.amount',
    (amount) => ({
      signOn: known({
        paid: [],
        dated: [
          { on: '2027-01-01', amount: 1 },
          { on: '2027-02-01', amount },
        ],
        clawback: null,
      }),
    }),
  ],
  [
    'oneOff.1.paid.0',
    (amount) => ({
      oneOff: known([
        { ...other, paid: [1] },
        { ...other, paid: [amount] },
      ]),
    }),
  ],
  [
    'notInHand.1.yearly',
    (yearly) => ({
      notInHand: known([
        { name: 'PF', yearly: 1 },
        { name: 'Gratuity', yearly },
      ]),
    }),
  ],
  ['grants.1.size.valuation', (valuation) => percent({ valuation })],
  ['match.yearly', (yearly) => ({ match: known({ tiers, own: null, yearly }) })],
  ['match.limits.lower', (lower) => ({ match: known({ tiers, own: null, limits: { ...limits, lower } }) })],
  ['espp.most', (most) => ({ espp: known({ discount: '15', contribution: '10', most }) })],
];

/** Each field that holds a number with decimals. */
const decimals: [path: string, write: (text: string) => Partial<Components>][] = [
  ...(['hours', 'days', 'months', 'share'] as const).map((name): [string, (text: string) => Partial<Components>] => [
    `base.${name}`,
    (text) => ({ base: known({ amount: 1, per: 'year', [name]: text }) }),
  ]),
  ['bonus.cap', (cap) => ({ bonus: known({ target: '10', cap }) })],
  ['bonus.cap', (cap) => ({ bonus: known({ amount: 10, cap }) })],
  ['match.employer', (employer) => ({ match: known({ tiers, own: null, employer }) })],
  ['espp.discount', (discount) => ({ espp: known({ discount, contribution: null, most: null }) })],
  ['espp.contribution', (contribution) => ({ espp: known({ discount: '15', contribution, most: null }) })],
  ['grants.1.size.percent', (text) => percent({ percent: text })],
];

describe('a package that cannot be counted', () => {
  it.each(money)('has money below 0, in parts or beyond counting in %s', (path, write) => {
    expect(check(write(-1))).toEqual([path, 'An amount cannot be negative.']);
    expect(check(write(0.5))).toEqual([path, 'Give a whole number of the smallest unit.']);
    expect(check(write(2 ** 53))).toEqual([path, 'This amount is too large to count exactly.']);
    for (const amount of [0, 1]) expect(check(write(amount))).toBeNull();
  });
  it.each(decimals)('has a number that is none, or below 0, in %s', (path, write) => {
    expect(check(write('x'))).toEqual([path, plain]);
    expect(check(write('-1'))).toEqual([path, 'This number cannot be negative.']);
    for (const text of ['0', '12.5']) expect(check(write(text))).toBeNull();
  });
  it('counts shares of the company whole', () => {
    expect(check(percent({ of: -1 }))).toEqual(['grants.1.size.of', 'A number of shares cannot be negative.']);
    expect(check(percent({ of: 0.5 }))).toEqual(['grants.1.size.of', 'Give a whole number of shares.']);
    for (const of of [null, 0, 1]) expect(check(percent({ of }))).toBeNull();
    expect(check({ grants: known([grant({ size: { by: 'shares', shares: 0 } })]) })).toBeNull();
  });
  it('takes a benefit that costs, and none in parts', () => {
    const benefit = (more: { yearly?: number | null; monthly?: number }) =>
      check({
        benefits: known([
          { name: 'A', yearly: 1 },
          { name: 'B', yearly: null, ...more },
        ]),
      });
    expect([benefit({ yearly: -5 }), benefit({ monthly: -5 }), benefit({})]).toEqual([null, null, null]);
    expect(benefit({ yearly: 0.5 })?.[0]).toBe('benefits.1.yearly');
    expect(benefit({ monthly: -0.5 })?.[0]).toBe('benefits.1.monthly');
  });
  it('raises the base after whole months, and never below nothing', () => {
    const raise = (after: number, change: string) =>
      check({
        base: known({
          amount: 1,
          per: 'month',
          raises: [
            { after: 1, percent: '1' },
            { after, percent: change },
          ],
        }),
      });
    for (const after of [-1, 0.5, Number.NaN])
      expect(raise(after, '5')).toEqual(['base.raises.1.after', 'A raise comes after a whole number of months.']);
    for (const change of ['-100.01', '-250'])
      expect(raise(6, change)).toEqual(['base.raises.1.percent', 'A base cannot fall below nothing.']);
    expect(raise(6, 'x')).toEqual(['base.raises.1.percent', plain]);
    expect([raise(0, '-100'), raise(6, '0')]).toEqual([null, null]);
  });
  it('discounts a share by less than all of it', () => {
    const espp = (discount: string) => check({ espp: known({ discount, contribution: '10', most: null }) });
    for (const discount of ['100', '101']) expect(espp(discount)).toEqual(['espp.discount', 'A discount is below 100 %.']);
    expect(espp('99.99')).toBeNull();
  });
  it('dates its payments on days that there are', () => {
    const paid = [
      { on: '2027-01-01', amount: 1 },
      { on: '2027-02-30', amount: 1 },
    ];
    expect(check({ signOn: known({ paid: [], dated: paid, clawback: null }) })).toEqual(['signOn.dated.1.on', day]);
    expect(check({ oneOff: known([{ ...other, paid: [], dated: paid }]) })).toEqual(['oneOff.0.dated.1.on', day]);
    const clawback = { kind: 'monthly', months: 0, full: 0 } as const;
    expect(check({ oneOff: known([{ ...other, paid: [], clawback }]) })?.[0]).toBe('oneOff.0.clawback.months');
  });
});

describe('assumptions that cannot be', () => {
  const assume = (more: Partial<Assumptions>) => refused(() => checkAssumptions({ ...defaultAssumptions, ...more }));
  const within = (least: number, most: number) => `Give a percentage from ${least} to ${most}.`;
  const outcome = (odds: string, at: Outcome['at']): Outcome => ({ name: 'Exit', odds, at });

  it('name the year of a list', () => {
    expect(assume({ attainment: ['100', '501'] })).toEqual(['assumptions.attainment.1', within(0, 500)]);
    expect(assume({ raises: ['3', '-51'] })).toEqual(['assumptions.raises.1', within(-50, 100)]);
    expect(assume({ pricePath: ['5', 'x'] })).toEqual(['assumptions.pricePath.1', plain]);
    expect(assume({ attainment: [], raises: [], pricePath: [], outcomes: [] })).toBeNull();
  });
  it('tax at most all of it', () => {
    expect(assume({ taxRate: '100.1' })).toEqual(['assumptions.taxRate', within(0, 100)]);
    expect([assume({ taxRate: '0' }), assume({ taxRate: null })]).toEqual([null, null]);
  });
  it('have outcomes whose odds sum to 100, and say to what they sum', () => {
    const two = (first: string, second: string) =>
      assume({ outcomes: [outcome(first, { price: '1' }), outcome(second, { price: '0' })] });
    expect(two('60', '40')).toBeNull();
    expect(two('60', '30.25')).toEqual(['assumptions.outcomes', 'The odds sum to 90.25 %, not to 100 %.']);
    expect(two('100', '100')).toEqual(['assumptions.outcomes', 'The odds sum to 200 %, not to 100 %.']);
    expect(two('0.5', '0')).toEqual(['assumptions.outcomes', 'The odds sum to 0.5 %, not to 100 %.']);
    expect(two('100', '-1')).toEqual(['assumptions.outcomes.1.odds', within(0, 100)]);
  });
  it('give away at most all of the company in a round, and sell a share for no less than nothing', () => {
    const rounds = (...list: string[]) => assume({ outcomes: [outcome('100', { exit: 1, outstanding: 1, rounds: list })] });
    expect([rounds(), rounds('0', '100')]).toEqual([null, null]);
    expect(rounds('20', '101')).toEqual(['assumptions.outcomes.0.at.rounds.1', within(0, 100)]);
    expect(assume({ outcomes: [outcome('100', { price: '-1' })] })?.[0]).toBe('assumptions.outcomes.0.at.price');
    expect(assume({ outcomes: [outcome('100', { price: 'x' })] })).toEqual(['assumptions.outcomes.0.at.price', plain]);
  });
});
