import { describe, expect, it } from 'vitest';
import { type Assumptions, defaultAssumptions } from './assumptions.ts';
import { componentWords } from './component-words.ts';
import {
  blankComponents,
  type ComponentName,
  type Components,
  componentNames,
  type Grant,
  known,
  none,
  unknown,
} from './components.ts';
import { differenceOf, sumWorth } from './difference.ts';
import { projectOffer } from './project-offer.ts';
import { buildYearlySteps } from './vesting.ts';

const shares = (count: number): Grant => ({
  ...{ name: '', kind: 'rsu', size: { by: 'shares', shares: count }, price: '1', strike: null, preferred: null, listed: true },
  vesting: { start: { after: 0 }, granted: null, steps: buildYearlySteps(['50', '50']), cliff: null },
});
/** Two years of everything, each part with a worth of its own. */
const full: Components = {
  ...blankComponents(),
  base: known(260_000),
  bonus: known({ target: '10' }),
  guaranteed: known({ paid: [1_000, 500], kind: 'extra' }),
  signOn: known({ paid: [3_000], clawback: null }),
  oneOff: known([{ name: 'Move', kind: 'relocation', paid: [900], clawback: null }]),
  grants: known([shares(40)]),
  refreshers: known([shares(6)]),
  match: known({ tiers: [{ rate: '100', upTo: '3' }], own: null }),
  espp: known({ discount: '20', contribution: '1', most: null }),
  leaveDays: known('25'),
  benefits: known([{ name: 'Meals', yearly: 700 }]),
  notInHand: known([{ name: 'Gratuity', yearly: 1_100 }]),
  level: known('L5'),
  title: known('Lead'),
  location: known('Vienna'),
  remote: known('two days'),
  startDate: known('2027-01-01'),
  reviewDate: known('2027-07-01'),
};
const assumptions: Assumptions = { ...defaultAssumptions, horizon: 2 };
const offer = (more: Partial<Components> = {}, currency = 'EUR') => ({ currency, components: { ...full, ...more } });
const worth: Partial<Record<ComponentName, number>> = {
  ...{ base: 520_000, bonus: 52_000, guaranteed: 1_500, signOn: 3_000, oneOff: 900, grants: 4_000, refreshers: 600 },
  ...{ match: 15_600, espp: 1_300, leaveDays: 50_000, benefits: 1_400, notInHand: 2_200 },
};
const diff = (after: Partial<Components>, before: Partial<Components> = {}) =>
  differenceOf(offer(before), offer(after), assumptions);

describe('what a component is worth over the horizon', () => {
  it.each(componentNames)('%s', (component) => {
    expect(sumWorth(projectOffer(offer(), assumptions), component)).toBe(worth[component] ?? null);
  });
  it('is not known when any part of it is not', () => {
    const projected = projectOffer(offer({ base: unknown, grants: known([{ ...shares(1), price: null }]) }), assumptions);
    expect((['base', 'bonus', 'grants', 'signOn'] as const).map((name) => sumWorth(projected, name))).toEqual([
      null,
      null,
      null,
      3_000,
    ]);
  });
});

describe('two versions', () => {
  it('that are the same differ in nothing', () => {
    expect(diff({})).toEqual({ changes: [], total: { before: 582_000, after: 582_000, change: 0, nowSaid: 0, certain: true } });
  });
  it('name one by one what changed, with its worth before and after', () => {
    const got = diff({ signOn: known({ paid: [5_000], clawback: null }), title: known('Principal') });
    expect(got.changes).toMatchObject([
      { component: 'signOn', what: 'sign-on', from: 'known', to: 'known', before: 3_000, after: 5_000, change: 2_000 },
      { component: 'title', what: 'title', from: 'known', to: 'known', before: null, after: null, change: null },
    ]);
    expect(got.changes.map(({ words, inTotal }) => [words, inTotal])).toEqual([
      [null, true],
      [{ before: 'Lead', after: 'Principal' }, false],
    ]);
    expect(got.total.change).toBe(2_000);
  });
  it('have rows that add up to the total: a bonus in percent moves with the base', () => {
    const got = diff({ base: known(270_000), reviewDate: none });
    expect(got.changes.map(({ component, change }) => [component, change])).toEqual([
      ['base', 20_000],
      ['bonus', 2_000],
      ['match', 600],
      ['espp', 50],
      ['leaveDays', 1_924],
      ['reviewDate', null],
    ]);
    expect(got.total).toMatchObject({ before: 582_000, after: 604_000, change: 22_000, nowSaid: 0 });
    expect(got.changes.at(-1)?.words).toEqual({ before: '2027-07-01', after: null });
  });
  it('call what was not said before said now, and no gain', () => {
    const got = diff({ bonus: known({ target: '20' }), signOn: unknown }, { base: unknown, bonus: unknown });
    expect(got.changes.map(({ component, said, change }) => [component, said, change])).toEqual([
      ['base', 'now', null],
      ['bonus', 'now', null],
      ['signOn', 'no longer', null],
      ['match', null, null],
      ['espp', null, null],
      ['leaveDays', null, null],
    ]);
    expect(got.total).toMatchObject({ change: 0, nowSaid: 520_000 + 104_000 - 3_000 });
    expect(got.total.after).toBe(got.total.before + got.total.nowSaid);
  });
  it('tell what there is none of from what is not known', () => {
    const [gone] = diff({ benefits: none }).changes;
    expect(gone).toMatchObject({ from: 'known', to: 'none', before: 1_400, after: 0, change: -1_400 });
    const [lost] = diff({ benefits: unknown }).changes;
    expect(lost).toMatchObject({ from: 'known', to: 'unknown', before: 1_400, after: null, change: null });
    const [found] = diff({}, { benefits: unknown }).changes;
    expect(found).toMatchObject({ from: 'unknown', to: 'known', before: null, after: 1_400, change: null });
    const [settled] = diff({ signOn: none }, { signOn: unknown }).changes;
    expect(settled).toMatchObject({ from: 'unknown', to: 'none', before: null, after: 0, change: null });
    const [opened] = diff({ signOn: unknown }, { signOn: none }).changes;
    expect(opened).toMatchObject({ from: 'none', to: 'unknown', before: 0, after: null, change: null });
  });
  it('are certain only when both totals are', () => {
    expect([diff({ bonus: unknown }), diff({}, { bonus: unknown }), diff({})].map(({ total }) => total.certain)).toEqual([
      false,
      false,
      true,
    ]);
  });
  it('in two currencies change in every part that there is, and by no figure', () => {
    const got = differenceOf(offer({ refreshers: none }), offer({ refreshers: none }, 'USD'), assumptions);
    expect(got.changes.map(({ component }) => component)).toEqual(componentNames.filter((name) => name !== 'refreshers'));
    expect(got.changes.every(({ change }) => change === null)).toBe(true);
    expect(got.total).toMatchObject({ change: null, certain: true });
  });
});

describe('the components', () => {
  it('are called what the product calls them', () => {
    expect(componentNames.map((name) => componentWords[name])).toEqual([
      ...['base', 'bonus', 'guaranteed bonus', 'sign-on', 'other one-off pay', 'equity', 'written refreshers'],
      ...['retirement match', 'share purchase plan', 'leave days', 'other benefits', 'not in hand'],
      ...['level', 'title', 'location', 'remote rule', 'start date', 'review date', 'notice'],
    ]);
  });
});
