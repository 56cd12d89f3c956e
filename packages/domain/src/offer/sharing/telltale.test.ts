import { describe, expect, it } from 'vitest';
import { type Grant, known, type VestStep } from '../../compensation/components.ts';
import { wholeLevels } from '../../item/levels.ts';
import { findTelltales } from './telltale.ts';

const even: VestStep[] = Array.from({ length: 4 }, () => ({ months: 12, percent: '25', every: 3 }));
const uneven: VestStep[] = ['5', '15', '40', '40'].map((percent) => ({ months: 12, percent, every: 6 }));
const grant: Grant = {
  name: 'RSU',
  kind: 'rsu',
  size: { by: 'shares', shares: 1_200 },
  price: '181.42',
  strike: null,
  preferred: null,
  listed: true,
  vesting: { start: { after: 0 }, granted: null, steps: even, cliff: null },
};
const offer = (part: Partial<Grant>, steps = even) => ({
  currency: 'USD',
  components: { grants: known([{ ...grant, ...part, vesting: { ...grant.vesting, steps } }]) },
});
const levels = { ...wholeLevels('hidden'), equity: 'exact' } as const;

describe('what names an employer behind an alias', () => {
  it('is the exact price of a listed share, and a vesting of uneven steps', () => {
    expect(findTelltales(offer({}), levels)).toEqual(['price']);
    expect(findTelltales(offer({}, uneven), levels)).toEqual(['price', 'steps']);
    expect(findTelltales(offer({ listed: false }, uneven), levels)).toEqual(['steps']);
    expect(findTelltales(offer({ price: null, strike: '12.5' }), levels)).toEqual(['price']);
  });

  it('is not the price in a range; uneven steps are seen there too', () => {
    expect(findTelltales(offer({}, uneven), { ...levels, equity: 'range' })).toEqual(['steps']);
  });

  it('is nothing where the name is shown, equity is hidden, or nothing of it is said', () => {
    expect(findTelltales(offer({}, uneven), { ...levels, company: 'exact' })).toEqual([]);
    expect(findTelltales(offer({}, uneven), { ...levels, equity: 'hidden' })).toEqual([]);
    expect(findTelltales(offer({ listed: false }), levels)).toEqual([]);
    expect(findTelltales({ currency: 'USD', components: {} }, levels)).toEqual([]);
  });
});
