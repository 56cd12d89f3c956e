import { describe, expect, it } from 'vitest';
import { blankComponents, type Grant, known } from '../compensation/components.ts';
import type { Pay } from '../compensation/conventions.ts';
import { buildYearlySteps } from '../compensation/vesting.ts';
import { content } from './input.ts';
import { completenessOf } from './offer.ts';
import { detailQuestions } from './questions.ts';

const grant = (more: Partial<Grant>): Grant => ({
  ...{ name: '', kind: 'rsu', size: { by: 'shares', shares: 1 }, price: '1', strike: null, preferred: null, listed: true },
  vesting: { start: { after: 0 }, granted: null, steps: buildYearlySteps(['100']), cliff: null },
  ...more,
});
const asked = (more: Partial<Grant>) =>
  detailQuestions({ ...blankComponents(), refreshers: known([grant(more)]) }).map(({ path }) =>
    path.replace('refreshers.0.', ''),
  );
const facts = { exerciseDays: 90, earlyExercise: false, acceleration: 'none', needsExit: false, toBeSet: false } as const;

describe('what to ask about a grant', () => {
  it('is nothing about listed shares that are stated', () => {
    expect(asked({})).toEqual([]);
    expect(completenessOf(blankComponents()).details).toEqual([]);
  });
  it('is what a start-up leaves open', () => {
    expect(asked({ kind: 'iso', listed: false, price: null })).toEqual([
      ...['price', 'strike', 'preferred', 'facts.exerciseDays', 'facts.earlyExercise', 'facts.acceleration'],
    ]);
    expect(asked({ listed: false, preferred: '2' })).toEqual(['facts.acceleration', 'facts.needsExit']);
    expect(asked({ kind: 'iso', listed: false, strike: '1', preferred: '3', facts: { ...facts } })).toEqual([]);
    expect(asked({ kind: 'vsop', strike: '1' })).toEqual([]);
  });
  it('is when a strike is set that is to be set, and not what it is', () => {
    const [question] = detailQuestions({
      ...blankComponents(),
      grants: known([grant({ kind: 'nso', strike: null, facts: { ...facts, toBeSet: true } })]),
    });
    expect(question?.question).toBe('When is the strike set, and what was the last valuation of the ordinary share?');
  });
  it('names the grant where there is more than one', () => {
    const options = grant({ kind: 'nso', strike: null, facts: { ...facts } });
    const components = {
      ...blankComponents(),
      grants: known([options, { ...options, name: 'Bridge' }]),
      refreshers: known([options]),
    };
    expect(detailQuestions(components).map(({ about }) => about)).toEqual(['Grant 1', 'Bridge', 'Refresher 1']);
    expect(detailQuestions({ ...components, grants: known([options]), refreshers: known([]) })[0]?.about).toBeNull();
  });
  it('is what makes a year of pay by the hour or the day', () => {
    const paid = (base: Pay) => detailQuestions({ ...blankComponents(), base: known(base) });
    expect(paid({ amount: 5250, per: 'hour' })).toEqual([
      { path: 'base.hours', about: null, question: 'How many hours a week is that for?' },
    ]);
    expect(paid({ amount: 48_000, per: 'day' }).map(({ path }) => path)).toEqual(['base.days']);
    expect(paid({ amount: 5250, per: 'hour', hours: '38.5' })).toEqual([]);
  });
  it('is the count behind a percentage, and the number behind options by value', () => {
    expect(asked({ size: { by: 'percent', percent: '1', of: null } })).toEqual(['size']);
    expect(asked({ size: { by: 'percent', percent: '1', of: null, valuation: 5 }, listed: false, facts: { ...facts } })).toEqual([
      'size',
    ]);
    expect(asked({ kind: 'nso', strike: '1', size: { by: 'value', value: 5 }, facts: { ...facts } })).toEqual(['size']);
    expect(asked({ size: { by: 'value', value: 5 } })).toEqual([]);
  });
});

describe('a version of the older build', () => {
  it('opens with what it lacks not said, and all else as it was', () => {
    const { oneOff, espp, notInHand, notice, ...older } = {
      ...blankComponents(),
      base: known(9_000_000),
      bonus: known({ target: '12.5' }),
    };
    const opened = content.parse({ currency: 'EUR', components: older, notes: 'as it was' });
    expect(opened).toEqual({ currency: 'EUR', notes: 'as it was', components: { ...older, oneOff, espp, notInHand, notice } });
    expect([oneOff, espp, notInHand, notice]).toEqual(Array(4).fill({ state: 'unknown' }));
  });
  it('and a newer one opens byte for byte', () => {
    const components = {
      ...blankComponents(),
      base: known({ amount: 600_000, per: 'month' as const, months: '13.33', raises: [{ after: 6, percent: '3' }] }),
      bonus: known({ amount: 3_000_000, cap: '110' }),
      leaveDays: known('unlimited'),
      match: known({ tiers: [{ rate: '200', upTo: '5' }], own: null }),
      grants: known([
        grant({ kind: 'bspce', size: { by: 'percent', percent: '0.0125', of: null }, currency: 'USD', facts: { ...facts } }),
      ]),
    };
    expect(content.parse({ currency: 'EUR', components, notes: '' }).components).toEqual(components);
  });
  it('says what is wrong beside its field', () => {
    const wrong = (components: object) =>
      content.safeParse({ currency: 'EUR', components: { ...blankComponents(), ...components }, notes: '' }).error?.issues[0];
    expect(wrong({ base: known({ amount: -1, per: 'hour' }) })).toMatchObject({
      path: ['components', 'base', 'value', 'amount'],
      message: 'An amount cannot be negative.',
    });
    expect(wrong({ base: known({ amount: 1, per: 'hour', hours: '0' }) })?.message).toContain('hours a week');
    expect(wrong({ bonus: known({ target: '1000' }) })?.path).toEqual(['components', 'bonus', 'value', 'target']);
    expect(wrong({ leaveDays: known('many') })?.message).toBe('Give the days of paid leave a year, from 0 to 100, or unlimited.');
    expect(wrong({ espp: known({ discount: '100', contribution: null, most: null }) })?.message).toBe(
      'A discount is below 100 %.',
    );
  });
});
