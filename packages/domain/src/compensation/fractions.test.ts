import { describe, expect, it } from 'vitest';
import { blankComponents, type Grant, known } from './components.ts';
import { projectOffer } from './project-offer.ts';
import { buildYearlySteps } from './vesting.ts';

/** The vests of so many shares in equal parts of a year each, fractions given. */
function vestsOf(shares: number, percents: string[]) {
  const grant: Grant = {
    ...{ name: 'RSU', kind: 'rsu', size: { by: 'shares', shares }, price: '30', strike: null, preferred: null, listed: true },
    vesting: {
      start: { after: 0 },
      granted: null,
      steps: buildYearlySteps(percents),
      cliff: null,
      allocation: 'fractional',
    },
  };
  const offer = { currency: 'USD', components: { ...blankComponents(), grants: known([grant]) } };
  return projectOffer(offer).grants[0]?.vests.map(({ fraction, shares: whole }) => [fraction, whole]) ?? [];
}

describe('a plan that gives fractions of a share', () => {
  it('tells each vest as a decimal, and how many whole shares there are more', () => {
    expect(vestsOf(10, ['33.333', '33.333', '33.334'])).toEqual([
      ['3.3333', 3],
      ['3.3333', 3],
      ['3.3334', 4],
    ]);
  });
  it('tells less than a share, and noughts within the decimal', () => {
    expect(vestsOf(1, ['0.5', '99.5'])).toEqual([
      ['0.005', 0],
      ['0.995', 1],
    ]);
    expect(vestsOf(101, ['50', '50'])).toEqual([
      ['50.5', 50],
      ['50.5', 51],
    ]);
    expect(vestsOf(1000, ['10.0001', '89.9999'])).toEqual([
      ['100.001', 100],
      ['899.999', 900],
    ]);
  });
});
