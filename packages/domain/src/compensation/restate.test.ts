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
});
