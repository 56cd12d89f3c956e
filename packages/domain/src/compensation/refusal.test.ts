import { describe, expect, it } from 'vitest';
import { DomainError } from '../kernel/error.ts';
import { ratio } from '../kernel/money.ts';
import { type Assumptions, checkAssumptions, defaultAssumptions, isSet } from './assumptions.ts';
import { checkClawback, owedOnDay, owedOnLeaving } from './clawback.ts';
import { compareOffers, type Footing } from './compare.ts';
import { blankComponents, type Components, type Grant, known, none, unknown, type Vesting } from './components.ts';
import { matchOf } from './pay.ts';
import { presentValueOf } from './present-value.ts';
import { projectOffer } from './project-offer.ts';
import { buildYearlySteps, checkVesting, listVests } from './vesting.ts';

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
const vesting = (more: Partial<Vesting>): Vesting => ({
  start: { after: 0 },
  granted: null,
  steps: buildYearlySteps(['50', '50']),
  cliff: null,
  ...more,
});
const grant = (more: Partial<Grant>): Grant => ({
  ...{ name: '', kind: 'rsu', size: { by: 'shares', shares: 4 }, price: '10', strike: null, preferred: null, listed: true },
  vesting: vesting({}),
  ...more,
});
const project = (components: Partial<Components>) =>
  projectOffer({ currency: 'EUR', components: { ...blankComponents(), ...components } }, defaultAssumptions);

describe('assumptions', () => {
  const check = (more: Partial<Assumptions>) => refused(() => checkAssumptions({ ...defaultAssumptions, ...more }));

  it('look at one to ten whole years', () => {
    for (const horizon of [1, 10]) expect(check({ horizon })).toBeNull();
    for (const horizon of [0, 11, 2.5, -1, Number.NaN])
      expect(check({ horizon }), String(horizon)).toEqual(['assumptions.horizon', 'Look at 1 to 10 years.']);
  });
  it.each([
    ['raise', '-50', '100'],
    ['payout', '0', '500'],
    ['discount', '0', '100'],
    ['priceChange', '-100', '10000'],
    ['dilution', '0', '100'],
    ['haircut', '0', '100'],
  ] as const)('%s stays between %s and %s', (name, least, most) => {
    const sentence = [`assumptions.${name}`, `Give a percentage from ${least} to ${most}.`];
    for (const edge of [least, most]) expect(check({ [name]: edge })).toBeNull();
    expect(check({ [name]: `${most}.01` })).toEqual(sentence);
    expect(check({ [name]: `-${Math.abs(Number(least)) + 0.5}` })).toEqual(sentence);
    expect(check({ [name]: 'much' })).toEqual([`assumptions.${name}`, plain]);
  });
  it('count as set when they are anything but zero, however zero is written', () => {
    expect(['0', '0.00', '0.5', '-1'].map(isSet)).toEqual([false, false, true, true]);
  });
  it('begin with the price of today', () => expect(defaultAssumptions.pricing).toBe('price'));
  it('name the field where a projection cannot read them', () => {
    expect(refused(() => presentValueOf([1], 'x'))).toEqual(['assumptions.discount', plain]);
  });
});

describe('a schedule', () => {
  const check = (more: Partial<Vesting>) => refused(() => checkVesting(vesting(more)));

  it('steps by whole months that its rhythm divides', () => {
    const step = (months: number, every: 1 | 3 | 6 | 12) => check({ steps: [{ months, percent: '100', every }] });
    expect([step(3, 3), step(1, 1)]).toEqual([null, null]);
    for (const months of [4, 0, 1.5])
      expect(step(months, 3)).toEqual(['vesting.steps.0.months', `Vesting every 3 months does not fit ${months} months.`]);
    expect(step(0, 1)).toEqual(['vesting.steps.0.months', 'Vesting every 1 months does not fit 0 months.']);
    expect(step(1.5, 1)).toEqual(['vesting.steps.0.months', 'Vesting every 1 months does not fit 1.5 months.']);
    expect(check({ steps: [] })).toEqual(['vesting.steps', 'A schedule needs at least one step.']);
    expect(refused(() => listVests(1, vesting({ steps: [] }), null))?.[0]).toBe('vesting.steps');
  });
  it('has one of the four rhythms', () => {
    const weekly = Object.assign({ months: 12, percent: '50', every: 1 as const }, { every: 0.25 });
    expect(check({ steps: [...buildYearlySteps(['50']), weekly] })).toEqual([
      'vesting.steps.1.every',
      'Choose monthly, quarterly, half-yearly or yearly.',
    ]);
  });
  it('has percentages that are numbers, and none below zero', () => {
    const steps = (first: string) => [...buildYearlySteps([first]), ...buildYearlySteps(['50'])];
    expect(check({ steps: steps('-1') })).toEqual(['vesting.steps.0.percent', 'A percentage of a schedule cannot be negative.']);
    expect(check({ steps: steps('half') })).toEqual(['vesting.steps.0.percent', plain]);
    expect(check({ steps: buildYearlySteps(['0', '100']) })).toBeNull();
  });
  it('sums to 100 %, and says to what it sums', () => {
    expect(check({ steps: buildYearlySteps(['50', '49']) })).toEqual([
      'vesting.steps',
      'The schedule sums to 99 %, not to 100 %.',
    ]);
    expect(check({ steps: buildYearlySteps(['0.5']) })).toEqual(['vesting.steps', 'The schedule sums to 0.5 %, not to 100 %.']);
    expect(check({ steps: buildYearlySteps(['0.0001']) })).toEqual([
      'vesting.steps',
      'The schedule sums to 0.0001 %, not to 100 %.',
    ]);
    expect(check({ steps: buildYearlySteps(['60', '50.25']) })).toEqual([
      'vesting.steps',
      'The schedule sums to 110.25 %, not to 100 %.',
    ]);
  });
  it('lasts at most ten years', () => {
    const long = (months: number) => check({ steps: [{ months, percent: '100', every: 1 }] });
    expect(long(120)).toBeNull();
    expect(long(121)).toEqual(['vesting.steps', 'A schedule lasts at most 10 years.']);
  });
  it('has a cliff inside the grant, with a share from 0 to 100 %', () => {
    const cliff = (months: number, share: string | null) => check({ cliff: { months, share } });
    expect(cliff(24, null)).toBeNull();
    expect(cliff(25, null)).toEqual(['vesting.cliff.months', 'The cliff (25 months) is longer than the grant (24 months).']);
    for (const share of ['0', '100']) expect(cliff(12, share)).toBeNull();
    for (const share of ['-1', '100.5'])
      expect(cliff(12, share)).toEqual(['vesting.cliff.share', 'The share at the cliff is between 0 and 100 %.']);
    expect(cliff(24, '100')).toBeNull();
    // without a cliff nobody looks at its share
    expect(cliff(0, '150')).toBeNull();
    expect(cliff(24, '40')).toEqual(['vesting.cliff.share', 'A cliff at the end of the grant vests all of it.']);
  });
  it('starts and is granted on days of the calendar, after whole months', () => {
    const sentence = 'This day is not in the calendar. Give it as year-month-day.';
    for (const day of [
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-00',
      '2026/01/01',
      'nope',
      '2026-1-1',
      '2026-01-01T09:00',
      '2026-01-01 2026-01-01',
    ]) {
      expect(check({ start: { on: day } }), day).toEqual(['vesting.start.on', sentence]);
      expect(check({ granted: day }), day).toEqual(['vesting.granted', sentence]);
    }
    for (const day of ['2024-02-29', '2000-02-29', '2026-12-31']) expect(check({ start: { on: day }, granted: day })).toBeNull();
    for (const after of [-1, 0.5, Number.NaN, 121])
      expect(check({ start: { after } })).toEqual(['vesting.start.after', 'Vesting starts after 0 to 120 whole months.']);
    expect([0, 120].map((after) => check({ start: { after } }))).toEqual([null, null]);
  });
  it('counts its cliff in whole months', () => {
    for (const months of [-1, 0.5, Number.NaN])
      expect(check({ cliff: { months, share: null } })).toEqual([
        'vesting.cliff.months',
        'A cliff lasts a whole number of months.',
      ]);
  });
  it('of a grant is named with the grant', () => {
    const grants = known([grant({}), grant({ vesting: vesting({ steps: buildYearlySteps(['99']) }) })]);
    expect(refused(() => project({ grants }))?.[0]).toBe('grants.1.vesting.steps');
    expect(refused(() => project({ refreshers: grants }))?.[0]).toBe('refreshers.1.vesting.steps');
  });
});

describe('equity', () => {
  const check = (more: Partial<Grant>) => refused(() => project({ grants: known([grant(more)]) }));

  it('by value needs a price above 0', () => {
    const size = { by: 'value', value: 100_000 } as const;
    for (const price of ['0', '0.00'])
      expect(check({ size, price })).toEqual(['grants.0.price', 'A grant by value needs a share price above 0.']);
    expect(check({ size, price: '0.01' })).toBeNull();
  });
  it('names the price or the strike that is not a number', () => {
    expect(check({ price: 'x' })).toEqual(['grants.0.price', plain]);
    expect(check({ price: 'x', size: { by: 'value', value: 1 } })).toEqual(['grants.0.price', plain]);
    expect(check({ kind: 'iso', strike: 'x' })).toEqual(['grants.0.strike', plain]);
    expect(check({ kind: 'iso', strike: 'x', price: null })).toEqual(['grants.0.strike', plain]);
    expect(check({ strike: 'x' })).toBeNull();
    expect(check({ preferred: 'x' })).toBeNull();
  });
  it('buys no more shares by value than can be counted', () => {
    // 90,071,992,547,409.91 at 0.001 a share are more than 2^53 shares
    const size = { by: 'value', value: Number.MAX_SAFE_INTEGER } as const;
    expect(check({ size, price: '0.001' })).toEqual(['grants.0.size.value', 'This amount is too large to count exactly.']);
  });
});

describe('pay', () => {
  it('has match tiers that reach further and further', () => {
    const match = (second: string) =>
      refused(() =>
        matchOf(
          {
            tiers: [
              { rate: '100', upTo: '3' },
              { rate: '50', upTo: second },
            ],
            own: null,
          },
          ratio(1),
        ),
      );
    expect(match('5')).toBeNull();
    for (const upTo of ['3', '2'])
      expect(match(upTo)).toEqual(['match.tiers.1.upTo', 'Each tier reaches further than the one before.']);
    expect(match('x')).toEqual(['match.tiers.1.upTo', plain]);
    expect(refused(() => matchOf({ tiers: [{ rate: 'x', upTo: '3' }], own: null }, ratio(1)))).toEqual([
      'match.tiers.0.rate',
      plain,
    ]);
    expect(refused(() => matchOf({ tiers: [], own: 'x' }, ratio(1)))).toEqual(['match.own', plain]);
  });
  it('names the component that is not a number', () => {
    expect(refused(() => project({ base: known(1), bonus: known({ target: 'x' }) }))).toEqual(['bonus.target', plain]);
    expect(refused(() => project({ base: known(26_000), leaveDays: known('x') }))).toEqual(['leaveDays', plain]);
  });
  it('is not counted where digits would be lost', () => {
    const large = Number.MAX_SAFE_INTEGER;
    expect(refused(() => project({ base: known(large), bonus: none }))).toEqual([
      'total',
      'This amount is too large to count exactly.',
    ]);
  });
});

describe('what cannot be counted', () => {
  const amounts: [value: number, sentence: string][] = [
    [-1, 'An amount cannot be negative.'],
    [0.5, 'Give a whole number of the smallest unit.'],
    [Number.NaN, 'Give a whole number of the smallest unit.'],
    [Number.POSITIVE_INFINITY, 'Give a whole number of the smallest unit.'],
    [1e21, 'This amount is too large to count exactly.'],
    [2 ** 53, 'This amount is too large to count exactly.'],
  ];
  const tiers = [{ rate: '50', upTo: '6' }];

  it.each(amounts)('as money, %s, is refused beside its field', (value, sentence) => {
    const given: [Partial<Components>, string][] = [
      [{ base: known(value) }, 'base'],
      [{ signOn: known({ paid: [1, value], clawback: null }) }, 'signOn.paid.1'],
      [{ guaranteed: known({ paid: [value], kind: 'floor' }) }, 'guaranteed.paid.0'],
      [{ grants: known([grant({}), grant({ size: { by: 'value', value } })]) }, 'grants.1.size.value'],
      [{ match: known({ tiers, own: null, limits: { base: value, own: null, match: null } }) }, 'match.limits.base'],
      [{ match: known({ tiers, own: null, limits: { base: 0, own: value, match: null } }) }, 'match.limits.own'],
      [{ match: known({ tiers, own: null, limits: { base: 0, own: 0, match: value } }) }, 'match.limits.match'],
    ];
    for (const [components, path] of given)
      expect(
        refused(() => project(components)),
        path,
      ).toEqual([path, sentence]);
  });
  it.each([
    [-1, 'A number of shares cannot be negative.'],
    [0.5, 'Give a whole number of shares.'],
    [Number.NaN, 'Give a whole number of shares.'],
    [1e21, 'This amount is too large to count exactly.'],
  ])('as shares, %s, is refused', (shares, sentence) => {
    const refreshers = known([grant({ size: { by: 'shares', shares } })]);
    expect(refused(() => project({ refreshers }))).toEqual(['refreshers.0.size.shares', sentence]);
  });
  it.each(['-1', '1e21', 'NaN', ' 1', '1,5', '', '.5', '+1'])('as a decimal, “%s”, is refused beside its field', (text) => {
    const given: [Partial<Components>, string][] = [
      [{ base: known(1), bonus: known({ target: text }) }, 'bonus.target'],
      [{ base: unknown, match: known({ tiers, own: text }) }, 'match.own'],
      [{ match: known({ tiers: [{ rate: text, upTo: '6' }], own: null }) }, 'match.tiers.0.rate'],
      [{ match: known({ tiers: [{ rate: '50', upTo: text }], own: null }) }, 'match.tiers.0.upTo'],
      [{ leaveDays: known(text) }, 'leaveDays'],
      [{ grants: known([grant({ price: text })]) }, 'grants.0.price'],
      [{ grants: known([grant({ kind: 'nso', strike: text })]) }, 'grants.0.strike'],
      [{ grants: known([grant({ preferred: text, listed: false })]) }, 'grants.0.preferred'],
      [{ grants: known([grant({ size: { by: 'value', value: 1, at: text } })]) }, 'grants.0.size.at'],
    ];
    const sentence = text === '-1' ? 'This number cannot be negative.' : plain;
    for (const [components, path] of given)
      expect(
        refused(() => project(components)),
        path,
      ).toEqual([path, sentence]);
  });
  it('a price of a grant of nothing, a day that is none, a clawback and a currency are refused too', () => {
    const bought = grant({ size: { by: 'value', value: 1, at: '0' }, price: '5' });
    expect(refused(() => project({ grants: known([bought]) }))?.[0]).toBe('grants.0.size.at');
    expect(refused(() => project({ startDate: known('2026-02-29') }))?.[0]).toBe('startDate');
    const clawback = { kind: 'monthly', months: 0, full: 0 } as const;
    expect(refused(() => project({ signOn: known({ paid: [], clawback }) }))?.[0]).toBe('signOn.clawback.months');
    for (const currency of ['usd', 'EURO', ''])
      expect(refused(() => projectOffer({ currency, components: {} }))).toEqual([
        'currency',
        'Give the currency by its three capital letters, like EUR.',
      ]);
  });
  it('is named where one figure grows beyond exact numbers', () => {
    const base = known(Number.MAX_SAFE_INTEGER);
    const grown = (components: Partial<Components>, assumed: Partial<Assumptions> = {}) =>
      refused(() => projectOffer({ currency: 'EUR', components: { base, ...components } }, assumed));
    expect(grown({}, { raise: '100' })?.[0]).toBe('base');
    expect(grown({ bonus: known({ target: '200' }) })?.[0]).toBe('bonus');
    expect(grown({ match: known({ tiers: [{ rate: '300', upTo: '100' }], own: null }) })?.[0]).toBe('match');
    expect(grown({ leaveDays: known('300') })?.[0]).toBe('leaveDays');
    const twice = [1, 2].map((year) => ({ name: `Share plan ${year}`, yearly: Number.MAX_SAFE_INTEGER }));
    expect(grown({ base: none, benefits: known(twice) })?.[0]).toBe('benefits');
    expect(refused(() => presentValueOf([Number.MAX_SAFE_INTEGER, 1], '0'))?.[0]).toBe('presentValue');
    expect(refused(() => presentValueOf([1], '-100'))).toEqual(['assumptions.discount', 'A discount is above -100 %.']);
  });
});

describe('a sign-on owed back', () => {
  const rule = { kind: 'monthly', months: 12, full: 0 } as const;

  it('is asked for after whole months, on a day of the calendar, and for an amount', () => {
    const signOn = { paid: [100], clawback: rule };
    for (const month of [-1, 0.5, Number.NaN])
      expect(refused(() => owedOnLeaving(signOn, month, null))).toEqual(['month', 'Give a whole number of months, 0 or more.']);
    expect(refused(() => owedOnDay(signOn, '2026-02-30', '2026-01-01'))?.[0]).toBe('leavingOn');
    expect(refused(() => owedOnDay(signOn, '2026-02-28', 'soon'))?.[0]).toBe('firstDay');
    for (const amount of [-1, 0.5, Number.NaN, 1e21])
      expect(refused(() => owedOnLeaving({ ...signOn, paid: [1, amount] }, 0, null))?.[0]).toBe('signOn.paid.1');
  });
  it('is owed for at least a month, and all of it for the whole at most', () => {
    expect(refused(() => checkClawback({ ...rule, months: 1 }))).toBeNull();
    expect(refused(() => checkClawback({ ...rule, months: 0 }))).toEqual([
      'signOn.clawback.months',
      'A clawback lasts at least one month, and whole months.',
    ]);
    const sentence = 'The months of full repayment are at most the months of the clawback.';
    const full = (months: number) => refused(() => checkClawback({ kind: 'full-then-monthly', months: 12, full: months }));
    expect([full(0), full(12)]).toEqual([null, null]);
    for (const months of [13, -1, 0.5, Number.NaN]) expect(full(months)).toEqual(['signOn.clawback.full', sentence]);
    for (const months of [0.5, Number.NaN])
      expect(refused(() => checkClawback({ ...rule, months }))?.[0]).toBe('signOn.clawback.months');
    // the other rules do not look at it
    for (const full of [12, 13, -1]) expect(refused(() => checkClawback({ ...rule, full }))).toBeNull();
  });
  it('is too large where digits would be lost', () => {
    const signOn = { paid: [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER], clawback: { ...rule, months: 120 } };
    expect(refused(() => owedOnLeaving(signOn, 12, null))).toEqual(['signOn', 'This amount is too large to count exactly.']);
  });
});

describe('a comparison', () => {
  const laid = (currency: string) => ({ currency, complete: true, years: [{ total: 100 }] });
  const alone: Footing = { rate: null, costOfLiving: null };
  const compare = (footing: Footing) => refused(() => compareOffers([laid('EUR'), laid('USD')], 'EUR', [alone, footing]));
  const rate = (value: string) => ({ rate: { value, on: '2026-11-20' }, costOfLiving: null });

  it('lays two to four offers side by side', () => {
    const count = (offers: number) =>
      refused(() =>
        compareOffers(
          Array.from({ length: offers }, () => laid('EUR')),
          'EUR',
          [],
        ),
      );
    expect([2, 3, 4].map(count)).toEqual([null, null, null]);
    for (const offers of [1, 5]) expect(count(offers)).toEqual(['offers', 'Compare two to four offers.']);
  });
  it('needs a rate above 0 for another currency', () => {
    expect(compare(rate('0.9'))).toBeNull();
    expect(compare(alone)).toEqual(['offers.1.rate', 'Give the rate from USD to EUR and its date.']);
    expect(compare(rate('0'))).toEqual(['offers.1.rate', 'An exchange rate is above 0.']);
    expect(compare(rate('x'))).toEqual(['offers.1.rate', plain]);
  });
  it('takes a cost of living above 0', () => {
    const living = (costOfLiving: string) => compare({ ...rate('1'), costOfLiving });
    expect(living('0.01')).toBeNull();
    for (const none of ['0', '-1'])
      expect(living(none)).toEqual(['offers.1.costOfLiving', 'A cost-of-living factor is above 0.']);
    expect(living('x')).toEqual(['offers.1.costOfLiving', plain]);
    // twice 2^53 − 1 cannot be counted
    const most = { currency: 'EUR', complete: true, years: [{ total: Number.MAX_SAFE_INTEGER }] };
    expect(refused(() => compareOffers([laid('EUR'), most], 'EUR', [alone, { rate: null, costOfLiving: '0.5' }]))).toEqual([
      'offers.1.costOfLiving',
      'This amount is too large to count exactly.',
    ]);
  });
});
