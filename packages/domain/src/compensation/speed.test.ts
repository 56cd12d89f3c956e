import { expect, it } from 'vitest';
import { defaultAssumptions } from './assumptions.ts';
import { blankComponents, type Grant, known } from './components.ts';
import { projectOffer } from './project-offer.ts';

const grant: Grant = {
  ...{
    name: 'Grant',
    kind: 'rsu',
    size: { by: 'shares', shares: 400 },
    price: '10',
    strike: null,
    preferred: null,
    listed: true,
  },
  vesting: { start: { after: 0 }, granted: null, steps: [{ months: 120, percent: '100', every: 1 }], cliff: null },
};

it('projecting an offer with four grants over ten years takes under a millisecond', () => {
  const grants = known([grant, grant, grant, grant]);
  const components = { ...blankComponents(), base: known(1), grants, startDate: known('2026-01-31') };
  // The best of many: what else runs on the machine is not what is measured.
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 300; run += 1) {
    const from = performance.now();
    projectOffer({ currency: 'USD', components }, { ...defaultAssumptions, horizon: 10 });
    best = Math.min(best, performance.now() - from);
  }
  expect(best).toBeLessThan(1);
});
