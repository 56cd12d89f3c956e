import { describe, expect, it } from 'vitest';
import * as letters from '../../../../../tests/support/letters.ts';
import { blankComponents, known, none } from '../../compensation/components.ts';
import { projectOffer } from '../../compensation/project-offer.ts';
import { components as componentsInput } from '../../offer/components-input.ts';
import type { Saying, Taking } from '../letter.ts';
import { readLetter } from '../read-letter.ts';
import { hasMoney, takeFinding } from './take-finding.ts';

const empty = (currency = 'USD'): Taking => ({ currency, components: blankComponents(), answerBy: null });

/** The package with everything of a letter accepted, in its order, as a person would press. */
function takeAll(text: string): { taken: Taking; left: Saying[] } {
  const letter = readLetter(text, { locale: 'en-GB', currency: 'EUR' });
  const left: Saying[] = [];
  let taken = empty(letter.currencies[0] ?? 'EUR');
  for (const { saying, currency } of letter.findings) {
    const next = takeFinding(saying, currency, taken);
    if (next === null) left.push(saying);
    else taken = next;
  }
  return { taken, left };
}

describe('a letter taken whole', () => {
  it.each(Object.entries(letters))('%s is a package that the engine counts', (_, text) => {
    const { taken, left } = takeAll(text);
    expect(left).toEqual([]);
    const parsed = componentsInput.safeParse(taken.components);
    expect(parsed.error?.issues ?? []).toEqual([]);
    expect(() => projectOffer({ currency: taken.currency, components: taken.components })).not.toThrow();
  });

  it.each([
    ['usRsu', letters.usRsu, [185_000_00, 27_750_00, 30_000_00]],
    ['german, 14 × 5,200', letters.german, [72_800_00, 7_280_00, null]],
    ['dutch, 12.96 × 5,450', letters.dutch, [70_632_00, null, null]],
    ['indian, the parts of the base together', letters.indian, [19_00_000_00, 2_40_000_00, 2_00_000_00]],
    ['brazilian, 13 × 15,000', letters.brazilian, [195_000_00, null, null]],
    ['japanese', letters.japanese, [9_000_000, 900_000, 500_000]],
    ['swiss, 130,000 in 13', letters.swiss, [130_000_00, 15_000_00, null]],
    ['hebrew, by month', letters.hebrew, [384_000_00, 38_400_00, null]],
  ] as const)('%s: base, bonus and sign-on of the first year', (_, text, figures) => {
    const { components, currency } = takeAll(text).taken;
    const [first] = projectOffer({ currency, components }).years;
    expect([first?.base, first?.bonus, first?.signOn]).toEqual(figures);
  });

  it('keeps what else it says', () => {
    const us = takeAll(letters.usRsu).taken;
    expect(us.answerBy).toEqual({ on: '2026-12-04', at: null, zone: null });
    expect(us.components.signOn).toEqual(
      known({ paid: [30_000_00, 20_000_00], clawback: { kind: 'monthly', months: 12, full: 0 } }),
    );
    expect(us.components.match).toEqual(known({ tiers: [{ rate: '50', upTo: '6' }], own: null }));
    const uk = takeAll(letters.british).taken.components.match;
    expect(uk).toMatchObject(known({ tiers: [{ rate: '160', upTo: '5' }], limits: { lower: 6_240_00, base: 50_270_00 } }));
    expect(takeAll(letters.startUp).taken.components.leaveDays).toEqual(known('unlimited'));
    expect(takeAll(letters.dutch).taken.components.match).toMatchObject(known({ employer: '12' }));
    const { notInHand } = takeAll(letters.indian).taken.components;
    expect(notInHand).toMatchObject(known([{ yearly: 115_200_00 }, { yearly: 46_154_00 }, { yearly: 98_646_00 }]));
  });
});

describe('what has no place', () => {
  const base: Saying = { of: 'base', amount: '100000', per: 'year', months: '12', adds: false };
  it('is an amount in another currency, or one that the currency cannot write', () => {
    expect(takeFinding(base, 'USD', empty('EUR'))).toBeNull();
    expect(takeFinding({ ...base, amount: '0.5' }, 'JPY', empty('JPY'))).toBeNull();
    expect(takeFinding({ of: 'bonusAmount', amount: '100', per: 'day' }, 'USD', empty())).toBeNull();
    expect(takeFinding({ of: 'clawback', months: 12, kind: 'monthly' }, null, empty())).toBeNull();
  });

  it('but a grant has a currency of its own', () => {
    const grant: Saying = { of: 'grant', kind: 'rsu', by: 'value', amount: '180000' };
    expect(takeFinding(grant, 'USD', empty('GBP'))?.components.grants).toMatchObject(
      known([{ currency: 'USD', size: { by: 'value', value: 180_000_00 } }]),
    );
  });

  it('and until an amount is there, the currency of the package is open', () => {
    expect(hasMoney(blankComponents())).toBe(false);
    expect(hasMoney({ ...blankComponents(), base: none, title: known('x'), bonus: known({ target: '10' }) })).toBe(false);
    expect(hasMoney({ ...blankComponents(), bonus: known({ amount: 1 }) })).toBe(true);
  });
});
