import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { change, elsewhere } from '../../../../../tests/support/offer-elsewhere.ts';
import { levels, money, sheetOf, world } from '../../../../../tests/support/offer-worlds.ts';
import { type Components, type Grant, none, type SignOn, type Stated, unknown } from '../../compensation/components.ts';
import { projectOffer } from '../../compensation/project-offer.ts';
import { type Levels, levelGroups, wholeLevels } from '../../item/levels.ts';
import { content } from '../input.ts';
import { viewOffer } from './disclosure.ts';

describe('what a reader sees of an offer', () => {
  it('is the same bytes in 10,000 pairs of worlds that differ only in what is not shown', () => {
    let [pairs, different] = [0, 0];
    fc.assert(
      fc.property(world, world, levels, fc.nat({ max: 1_000_000 }), (one, other, at, salt) => {
        const [mine, theirs] = [sheetOf(one), sheetOf(elsewhere(one, other, at, salt))];
        expect(JSON.stringify(viewOffer(theirs, at))).toBe(JSON.stringify(viewOffer(mine, at)));
        pairs += 1;
        if (JSON.stringify(mine) !== JSON.stringify(theirs)) different += 1;
      }),
      { numRuns: 10_000 },
    );
    expect(pairs).toBe(10_000);
    expect(different).toBeGreaterThan(9000);
  }, 400_000);

  it('differs when something shown differs, so that the property above can fail', () => {
    const exact = wholeLevels('exact');
    fc.assert(
      fc.property(world, money, (one, base) => {
        const other = {
          ...one,
          groups: { ...one.groups, pay: { ...one.groups.pay, base: { state: 'known' as const, value: base + 100_000_000 } } },
        };
        expect(JSON.stringify(viewOffer(sheetOf(other), exact))).not.toBe(JSON.stringify(viewOffer(sheetOf(one), exact)));
      }),
      { numRuns: 100 },
    );
  });

  it('holds the truth of the shown parts between its ends', () => {
    fc.assert(
      fc.property(world, levels, (one, at) => {
        const sheet = sheetOf(one);
        const components: Components = {
          ...sheet.version.content.components,
          ...(at.pay === 'hidden' ? { base: none, bonus: none, guaranteed: none, signOn: none, oneOff: none } : {}),
          ...(at.equity === 'hidden' ? { grants: none, refreshers: none } : {}),
        };
        const still = (part: Stated<Grant[]>) =>
          change(part, (list) =>
            list.map((entry) => ({ ...entry, vesting: { ...entry.vesting, start: { after: 0 }, granted: null } })),
          );
        // payments with days of their own are told by the years of their order
        const byOrder = <T extends SignOn>(value: T): T => ({
          ...value,
          paid: Array.from({ length: 3 }, (_, at) => (value.paid[at] ?? 0) + (value.dated?.[at]?.amount ?? 0)),
          dated: [],
        });
        const plain = {
          ...components,
          grants: still(components.grants),
          refreshers: still(components.refreshers),
          startDate: unknown,
          signOn: change(components.signOn, byOrder),
          oneOff: change(components.oneOff, (list) => list.map(byOrder)),
        };
        const shown = { ...sheet, version: { ...sheet.version, content: { ...sheet.version.content, components: plain } } };
        const truth = projectOffer(shown.version.content, sheet.frame.assumptions);
        const { projection } = viewOffer(shown, at);
        // A range spreads the cell of a grant's worth, the truth vests whole shares: at most one share apart a grant.
        const all = [plain.grants, plain.refreshers].flatMap((part) => (part.state === 'known' ? part.value : []));
        const slack = all.reduce((sum, entry) => sum + Number(entry.price ?? 0) * 600, 40);
        expect(projection.total.low).toBeLessThanOrEqual(truth.total + slack);
        expect(projection.total.high).toBeGreaterThanOrEqual(truth.total - slack);
        projection.years.forEach(({ match, espp }, year) => {
          const gained = truth.years[year]?.espp ?? null;
          if (espp !== null && gained !== null) expect(espp.low <= gained && gained <= espp.high).toBe(true);
          const paid = truth.years[year]?.match ?? null;
          if (match === null || paid === null) return;
          expect(match.low).toBeLessThanOrEqual(paid);
          expect(match.high).toBeGreaterThanOrEqual(paid);
          if (at.pay === 'exact' && at.benefits === 'exact') expect(match).toEqual({ low: paid, high: paid });
        });
        if (at.pay === 'exact' && at.equity === 'exact')
          expect(projection.total).toEqual({ low: truth.total, high: truth.total });
      }),
      { numRuns: 1000 },
    );
  });

  it('names no company, number or word of a hidden group', () => {
    fc.assert(
      fc.property(world, (one) => {
        const hidden: Levels = {
          company: 'hidden',
          pay: 'hidden',
          equity: 'hidden',
          benefits: 'hidden',
          dates: 'hidden',
          notes: 'hidden',
          letter: 'hidden',
        };
        const view = viewOffer(sheetOf(one), hidden);
        expect(view).toMatchObject({ employer: one.alias, pay: null, equity: null, benefits: null, dates: null, notes: null });
        expect(view.projection.years.every((year) => year.total.high === 0 && year.base === null)).toBe(true);
        expect(view.projection.without).toEqual(['pay', 'equity', 'benefits']);
      }),
      { numRuns: 100 },
    );
  });

  it('says of a visible part that it is not stated, and never calls it zero', () => {
    const [sheet] = fc.sample(world, 1).map(sheetOf);
    if (!sheet) throw new Error('no sample');
    const blank = {
      ...sheet,
      version: {
        ...sheet.version,
        content: { ...sheet.version.content, components: { ...sheet.version.content.components, base: unknown } },
      },
    };
    const view = viewOffer(blank, {
      company: 'hidden',
      pay: 'range',
      equity: 'hidden',
      benefits: 'hidden',
      dates: 'hidden',
      notes: 'hidden',
      letter: 'hidden',
    });
    expect([view.pay?.base, view.projection.years[0]?.base, view.projection.unknown.includes('base')]).toEqual([
      unknown,
      null,
      true,
    ]);
  });

  it('is made of what the input lets through', () => {
    for (const one of fc.sample(world, 50)) expect(content.safeParse(sheetOf(one).version.content).error?.issues).toBeUndefined();
    expect(levelGroups).toHaveLength(6);
  });
});
