import { describe, expect, it } from 'vitest';
import { defaultAssumptions } from '../compensation/assumptions.ts';
import { blankComponents, type Components, type Grant, known, none } from '../compensation/components.ts';
import { buildYearlySteps } from '../compensation/vesting.ts';
import { components as componentsInput } from './components-input.ts';
import { content, frame as frameInput } from './input.ts';
import { compareWithFirst, completenessOf, type Draft, type Frame, latestOf, type Version } from './offer.ts';
import { canAddVersion, canOpen, canRemove, checkFrame, checkVersion, mostVersions } from './policy.ts';

const frame: Frame = {
  receivedOn: null,
  deadline: null,
  extension: 'none',
  redFlag: null,
  assumptions: defaultAssumptions,
  draft: null,
};
const version = (number: number, components: Partial<Components>): Version => ({
  number,
  stage: 'verbal',
  content: { currency: 'USD', components: { ...blankComponents(), ...components }, notes: '' },
});
const draftOf = (components: Partial<Components>): Draft => {
  const { stage, content: made } = version(1, components);
  return { stage, content: made };
};
const grant = (more: Partial<Grant>): Grant => ({
  name: '',
  kind: 'rsu',
  size: { by: 'shares', shares: 100 },
  price: '10',
  strike: null,
  preferred: null,
  listed: true,
  vesting: { start: { after: 0 }, granted: null, steps: buildYearlySteps(['50', '50']), cliff: null },
  ...more,
});
const refusal = (components: Partial<Components>, more: Partial<Frame> = {}) => {
  try {
    checkVersion(draftOf(components), { ...frame, ...more }, 'version');
  } catch (error) {
    if (error instanceof Error && 'path' in error) return [error.path, error.message];
  }
  return null;
};

describe('completeness', () => {
  it('counts what is stated, having none included, and asks about the rest', () => {
    expect(completenessOf(blankComponents())).toMatchObject({ answered: 0, of: 19 });
    const got = completenessOf({ ...blankComponents(), base: known(1), bonus: none });
    expect(got.answered).toBe(2);
    expect(got.open.map((one) => one.component)).not.toContain('bonus');
    expect(got.open[1]).toEqual({
      component: 'signOn',
      question: 'Is there a sign-on payment, when is it paid, and would I owe it back on leaving?',
    });
  });
});

describe('versions', () => {
  it('are compared with the first', () => {
    const list = [version(3, { base: known(300) }), version(1, { base: known(100) }), version(2, { base: known(250) })];
    expect(latestOf(list)?.number).toBe(3);
    expect(latestOf([])).toBeNull();
    expect(compareWithFirst(list, defaultAssumptions)?.total.change).toBe(800);
    expect(compareWithFirst(list.slice(0, 1), defaultAssumptions)).toBeNull();
  });
  it('end at a number', () => {
    expect(canAddVersion(mostVersions - 1).allowed).toBe(true);
    expect(canAddVersion(mostVersions)).toMatchObject({
      allowed: false,
      reason: `An offer keeps at most ${mostVersions} versions.`,
    });
  });
  it('that cannot be counted are refused beside their field', () => {
    const at = 'version.content.components.';
    const vesting = (more: Partial<Grant['vesting']>) => grant({ vesting: { ...grant({}).vesting, ...more } });
    expect(refusal({ grants: known([vesting({ steps: buildYearlySteps(['33', '33', '22', '11']) })]) })).toEqual([
      `${at}grants.value.0.vesting.steps`,
      'The schedule sums to 99 %, not to 100 %.',
    ]);
    expect(refusal({ grants: known([grant({}), vesting({ cliff: { months: 36, share: null } })]) })?.[0]).toBe(
      `${at}grants.value.1.vesting.cliff.months`,
    );
    expect(refusal({ signOn: known({ paid: [1], clawback: { kind: 'full-then-monthly', months: 12, full: 13 } }) })?.[0]).toBe(
      `${at}signOn.value.clawback.full`,
    );
    expect(
      refusal({
        match: known({
          tiers: [
            { rate: '50', upTo: '6' },
            { rate: '50', upTo: '3' },
          ],
          own: null,
        }),
      })?.[0],
    ).toBe(`${at}base.value`.replace('base.value', 'match.value.tiers.1.upTo'));
    expect(refusal({ base: known(Number.MAX_SAFE_INTEGER) })).toEqual([
      `${at}base.value`,
      'This amount is too large to count exactly.',
    ]);
    // The upper end of its range would not be countable for a reader.
    expect(refusal({ base: known(890_000_000_000_000) })?.[0]).toBe(`${at}base.value`);
    expect(refusal({}, { assumptions: { ...defaultAssumptions, dilution: '101' } })?.[0]).toBe('frame.assumptions.dilution');
    expect(refusal({ base: known(100), grants: known([grant({})]) })).toBeNull();
  });
});

describe('assumptions', () => {
  it('with which a version could not be counted are refused', () => {
    const versions = [version(1, { base: known(80_000_000_000_000) })];
    const checked = (raise: string) => () => checkFrame(versions, { ...frame, assumptions: { ...defaultAssumptions, raise } });
    expect(checked('3')).not.toThrow();
    expect(checked('60')).toThrow(
      expect.objectContaining({ path: 'frame.assumptions', message: 'This amount is too large to count exactly.' }),
    );
    expect(checked('101')).toThrow(expect.objectContaining({ path: 'frame.assumptions.raise' }));
  });
  it('do not matter for opening: the owner needs no record, and a negotiation holds its offer', () => {
    expect([canOpen(true).allowed, canOpen(false).allowed, canRemove(true).allowed, canRemove(false).allowed]).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });
});

describe('input', () => {
  const takes = (components: unknown) => componentsInput.safeParse(components).success;
  const blank = blankComponents();
  it('takes each component as known, unknown or none, and nothing else', () => {
    expect(takes(blank)).toBe(true);
    for (const base of [
      null,
      5,
      { state: 'known' },
      { state: 'known', value: -1 },
      { state: 'known', value: 1.5 },
      { state: 'known', value: 2 ** 53 },
      { state: 'unknown', value: 5 },
      { state: 'maybe' },
    ])
      expect(takes({ ...blank, base }), JSON.stringify(base)).toBe(false);
    expect(takes({ ...blank, extra: 1 })).toBe(false);
    expect(takes({ ...blank, title: known('a\u202eb') })).toBe(false);
    expect(takes({ ...blank, startDate: known('2101-01-01') })).toBe(false);
    expect(takes({ ...blank, grants: known([{ ...grant({}), strike: '-1' }]) })).toBe(false);
    expect(takes({ ...blank, grants: known(Array(9).fill(grant({}))) })).toBe(false);
  });
  it('takes a price of the grant and limits of the match, and letters kept before there were any', () => {
    const bought = (size: object) =>
      takes({ ...blank, grants: known([{ ...grant({}), size: { by: 'value', value: 5, ...size } }]) });
    expect([{}, { at: null }, { at: '1.5' }, { at: '-1' }, { at: 2 }].map(bought)).toEqual([true, true, true, false, false]);
    const limited = (more: object) => takes({ ...blank, match: known({ tiers: [], own: null, ...more }) });
    const limits = { base: null, own: 23_500_00, match: null };
    expect([{}, { limits: null }, { limits }, { limits: { ...limits, base: -1 } }, { limits: {} }].map(limited)).toEqual([
      ...[true, true, true, false, false],
    ]);
  });
  it('says in a sentence what is wrong, with its path', () => {
    const wrong = content.safeParse({
      currency: 'USD',
      notes: '',
      components: { ...blank, base: { state: 'known', value: 0.5 } },
    });
    expect(wrong.error?.issues[0]).toMatchObject({
      path: ['components', 'base', 'value'],
      message: 'Give a whole number of the smallest unit.',
    });
    const shape = content.safeParse({ currency: 'USD', notes: '', components: { ...blank, base: 7 } });
    expect(shape.error?.issues[0]?.message).toBe('Say whether this is known, not stated yet, or none.');
    expect(
      frameInput
        .safeParse({ ...frame, deadline: { kind: 'date', on: '2026-02-30', zone: 'Mars/Base' } })
        .error?.issues.map((issue) => issue.message),
    ).toEqual(['This day is not in the calendar.', 'This time zone is not known.']);
  });
});
