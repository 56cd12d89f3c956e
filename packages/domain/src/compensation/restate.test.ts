import { describe, expect, it } from 'vitest';
import { blankComponents, known, none } from './components.ts';
import { restateComponents } from './restate.ts';
import { buildYearlySteps } from './vesting.ts';

const vesting = { start: { after: 0 }, granted: null, steps: buildYearlySteps(['50', '50']), cliff: null };
const grant = { name: '', kind: 'rsu', price: '12.5', strike: null, preferred: null, listed: true, vesting } as const;

describe('an offer in another currency', () => {
  it('keeps each figure that was typed', () => {
    const offer = {
      ...blankComponents(),
      base: known(10_000_000),
      bonus: known({ target: '15' }),
      guaranteed: known({ paid: [100, 0], kind: 'floor' as const }),
      signOn: known({ paid: [500_000], clawback: null }),
      grants: known([
        { ...grant, size: { by: 'value' as const, value: 4_000_000, at: '10' } },
        { ...grant, size: { by: 'shares' as const, shares: 4000 } },
      ]),
      refreshers: known([{ ...grant, size: { by: 'value' as const, value: 200 } }]),
      match: known({ tiers: [], own: null, limits: { base: 100, own: null, match: 300 } }),
      benefits: known([
        { name: 'Meals', yearly: 120_000 },
        { name: 'Phone', yearly: null },
      ]),
    };
    const yen = restateComponents(offer, 'USD', 'JPY');
    expect(yen).toEqual({
      ...offer,
      base: known(100_000),
      guaranteed: known({ paid: [1, 0], kind: 'floor' }),
      signOn: known({ paid: [5000], clawback: null }),
      grants: known([
        { ...grant, size: { by: 'value', value: 40_000, at: '10' } },
        { ...grant, size: { by: 'shares', shares: 4000 } },
      ]),
      refreshers: known([{ ...grant, size: { by: 'value', value: 2 } }]),
      match: known({ tiers: [], own: null, limits: { base: 1, own: null, match: 3 } }),
      benefits: known([
        { name: 'Meals', yearly: 1200 },
        { name: 'Phone', yearly: null },
      ]),
    });
    expect(restateComponents(yen, 'JPY', 'USD')).toEqual(offer);
  });

  it('leaves what is not stated', () => {
    const silent = { ...blankComponents(), base: none };
    expect(restateComponents(silent, 'USD', 'KWD')).toEqual(silent);
    const match = known({ tiers: [], own: '5' });
    expect(restateComponents({ ...silent, match }, 'USD', 'KWD').match).toEqual(match);
  });

  it('keeps what was typed in every part that holds money', () => {
    const dated = (amount: number) => [{ on: '2027-03-01', amount }];
    const part = (amount: number) => ({ paid: [amount], dated: dated(amount), clawback: null });
    const laid = (unit: number) => ({
      ...blankComponents(),
      base: known({
        ...{ amount: 6000 * unit, per: 'month' as const, months: '13' },
        raises: [
          { after: 6, to: 6500 * unit },
          { after: 12, percent: '3' },
        ],
      }),
      bonus: known({ amount: 30_000 * unit, cap: '150' }),
      signOn: known(part(20_000 * unit)),
      oneOff: known([{ ...part(1000 * unit), name: 'Move', kind: 'relocation' as const }]),
      grants: known([
        { ...grant, size: { by: 'percent' as const, percent: '0.5', of: null, valuation: 90 * unit } },
        { ...grant, size: { by: 'percent' as const, percent: '0.5', of: 1000, valuation: null } },
        { ...grant, size: { by: 'percent' as const, percent: '0.5', of: 1000 } },
      ]),
      match: known({ tiers: [], own: null, yearly: 50 * unit, limits: { base: null, own: null, match: null, lower: 6 * unit } }),
      espp: known({ discount: '15', contribution: '10', most: 25 * unit }),
      notInHand: known([{ name: 'Gratuity', yearly: 7 * unit }]),
      benefits: known([{ name: 'Commute', yearly: null, monthly: -3 * unit }]),
    });
    expect(restateComponents(laid(100), 'USD', 'JPY')).toEqual(laid(1));
    expect(restateComponents(laid(1), 'JPY', 'USD')).toEqual(laid(100));
    expect(
      Object.keys(restateComponents({ ...blankComponents(), base: known({ amount: 1, per: 'year' }) }, 'USD', 'JPY').base),
    ).toEqual(['state', 'value']);
  });

  it('adds nothing that was not there', () => {
    const bare = {
      ...blankComponents(),
      base: known({ amount: 100, per: 'year' as const }),
      match: known({ tiers: [], own: null, limits: { base: null, own: null, match: null } }),
      espp: known({ discount: '15', contribution: null, most: null }),
      benefits: known([{ name: 'Phone', yearly: null }]),
      signOn: known({ paid: [], clawback: null }),
    };
    expect(JSON.stringify(restateComponents(bare, 'USD', 'USD'))).toBe(JSON.stringify(bare));
  });

  it('leaves equity in a currency of its own as it is', () => {
    const own = { ...grant, currency: 'USD', size: { by: 'value' as const, value: 4_000_000 } };
    const offer = { ...blankComponents(), grants: known([own]) };
    expect(restateComponents(offer, 'EUR', 'JPY')).toEqual(offer);
  });
});
