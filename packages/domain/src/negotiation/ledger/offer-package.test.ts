import { describe, expect, it } from 'vitest';
import { blankComponents, type Components, type Grant, known, none } from '../../compensation/components.ts';
import { buildYearlySteps } from '../../compensation/vesting.ts';
import { emptyPackage, layOver, valuePackage } from '../package.ts';
import { packageOfOffer } from './offer-package.ts';

const offer = (components: Partial<Components>) => ({ currency: 'USD', components: { ...blankComponents(), ...components } });
const grant = (more: Partial<Grant>): Grant => ({
  ...{
    name: 'RSU',
    kind: 'rsu',
    size: { by: 'shares', shares: 1000 },
    price: '100',
    strike: null,
    preferred: null,
    listed: true,
  },
  vesting: { start: { after: 0 }, granted: null, steps: buildYearlySteps(['25', '25', '25', '25']), cliff: null },
  ...more,
});

describe('an offer on record as a package of the ledger', () => {
  it('has base, bonus, the whole sign-on and the whole grants', () => {
    const content = offer({
      base: known(145_000_00),
      bonus: known({ target: '10' }),
      signOn: known({ paid: [30_000_00, 20_000_00], clawback: null }),
      grants: known([grant({}), grant({ kind: 'nso', size: { by: 'shares', shares: 200 }, price: '12', strike: '2' })]),
    });
    expect(packageOfOffer(content)).toEqual({
      base: 145_000_00,
      bonusPercent: '10',
      signOn: 50_000_00,
      equity: 102_000_00,
      others: [],
    });
    expect(valuePackage(packageOfOffer(content), 4)).toBe(4 * 145_000_00 + 58_000_00 + 50_000_00 + 102_000_00);
  });

  it("carries the offer's own vesting, which a horizon under four years counts: 5/15/40/40", () => {
    const back = grant({
      vesting: { start: { after: 0 }, granted: null, steps: buildYearlySteps(['5', '15', '40', '40']), cliff: null },
    });
    const said = packageOfOffer(offer({ grants: known([back]) }));
    expect([1, 2, 3, 4, 9].map((years) => valuePackage(said, years))).toEqual(
      [5, 20, 60, 100, 100].map((part) => part * 1000_00),
    );
    // another number for the grant vests as the offer does, one without an offer by quarters
    expect(valuePackage(layOver(said, { ...emptyPackage, equity: 200_000_00 }), 2)).toBe(40_000_00);
    expect(valuePackage({ ...emptyPackage, equity: 200_000_00 }, 2)).toBe(100_000_00);
  });

  it('gives variable pay in money as that money, every year', () => {
    const said = packageOfOffer(offer({ base: known(70_000_00), bonus: known({ amount: 30_000_00 }) }));
    expect([said.bonusPercent, said.others]).toEqual([null, [{ name: 'Variable pay', amount: 30_000_00, every: 'year' }]]);
  });

  it('keeps "not said" apart from "none"', () => {
    expect(packageOfOffer(offer({}))).toEqual(emptyPackage);
    expect(packageOfOffer(offer({ bonus: none, signOn: none, grants: none }))).toEqual({
      ...{ base: null, bonusPercent: '0', signOn: 0, equity: 0, others: [] },
    });
    expect(packageOfOffer(offer({ grants: known([grant({}), grant({ price: null })]) })).equity).toBeNull();
  });

  it('counts a guarantee on top of the bonus, and not one that is its floor', () => {
    const paid = [5_000_00, 2_000_00];
    expect(packageOfOffer(offer({ guaranteed: known({ paid, kind: 'extra' }) })).others).toEqual([
      { name: 'Guaranteed bonus', amount: 7_000_00, every: 'once' },
    ]);
    expect(packageOfOffer(offer({ guaranteed: known({ paid, kind: 'floor' }) })).others).toEqual([]);
  });
});
