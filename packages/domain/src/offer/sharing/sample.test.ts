import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { known } from '../../compensation/components.ts';
import { cellOf } from './grid.ts';
import { sampleOf } from './sample.ts';

describe('amounts at which levels are explained', () => {
  it('are of the currency and the size of the offer', () => {
    expect(sampleOf({ currency: 'EUR', components: { base: known(96_000_00) } })).toEqual({
      ...{ currency: 'EUR', pay: 110_000_00, equity: 72_000_00, benefits: 2_700_00 },
    });
    expect(sampleOf({ currency: 'JPY', components: { base: known({ amount: 520_000, per: 'month' }) } }).pay).toBe(7_400_000);
  });

  it('are usual where no base is stated', () => {
    expect(sampleOf({ currency: 'GBP', components: {} }).pay).toBe(170_000_00);
    expect(sampleOf({ currency: 'INR', components: { base: known({ amount: 90_000, per: 'hour' }) } }).pay).toBe(3_600_000_00);
  });

  it('never stand in a cell of an amount of the offer', () => {
    const amount = fc.integer({ min: 1, max: 2_000_000_000 });
    fc.assert(
      fc.property(
        amount,
        fc.array(amount, { maxLength: 8 }),
        fc.constantFrom('USD', 'JPY', 'KWD', 'INR'),
        (base, paid, currency) => {
          const sample = sampleOf({ currency, components: { base: known(base), signOn: known({ paid, clawback: null }) } });
          const low = (one: number) => cellOf(one, currency).low;
          const own = [base, ...paid].map(low);
          for (const one of [sample.pay, sample.equity, sample.benefits]) {
            expect(Number.isSafeInteger(one) && one >= 0).toBe(true);
            expect(own).not.toContain(low(one));
          }
        },
      ),
    );
  });
});
