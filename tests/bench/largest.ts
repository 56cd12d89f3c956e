import { type Components, type Grant, known } from '@parley/domain/compensation/components';

/** A grant with everything in it that a form can say, monthly over ten years. */
function grant(at: number, after: number): Grant {
  return {
    name: `Grant ${at}`,
    kind: at % 2 === 0 ? 'rsu' : 'nso',
    size: { by: 'percent', percent: '0.12', of: 12_345_678 + at, valuation: 900_000_000 },
    price: '101.253',
    strike: '7.0123',
    preferred: '140.5',
    listed: false,
    currency: 'USD',
    rate: { one: 'EUR', value: '1.0834', on: '2026-11-20' },
    facts: { exerciseDays: 90, earlyExercise: true, acceleration: 'double', needsExit: false, toBeSet: false },
    vesting: {
      start: { after },
      granted: null,
      steps: [{ months: 120, percent: '100', every: 1 }],
      cliff: { months: 12, share: '10' },
      days: 'last-of-month',
      allocation: 'cumulative-rounding',
    },
  };
}

const tiers = Array.from({ length: 6 }, (_, at) => ({ rate: String(200 - 10 * at), upTo: String(2 * at + 2) }));
const payments = { paid: Array.from({ length: 10 }, (_, at) => 100_000 + at), clawback: null };

/** The largest offer that the form can express: every part stated, every list full. */
export const largest: Components = {
  base: known({
    ...{ amount: 5_250, per: 'hour', hours: '38.5', share: '90' },
    raises: Array.from({ length: 10 }, (_, at) => ({ after: 7 * at + 3, percent: '2.25' })),
  }),
  bonus: known({ target: '115.5', cap: '180' }),
  guaranteed: known({ paid: payments.paid, kind: 'floor' }),
  signOn: known({
    ...payments,
    dated: Array.from({ length: 12 }, (_, at) => ({ on: `2027-${String(at + 1).padStart(2, '0')}-15`, amount: 5 })),
  }),
  oneOff: known(Array.from({ length: 8 }, (_, at) => ({ ...payments, name: `Payment ${at}`, kind: 'retention' as const }))),
  grants: known(Array.from({ length: 8 }, (_, at) => grant(at, 0))),
  refreshers: known(Array.from({ length: 10 }, (_, at) => grant(at, 12))),
  match: known({
    tiers,
    own: '12',
    limits: { base: 34_500_000, own: 2_350_000, match: 5_000_000, lower: 624_000 },
    employer: '3',
    yearly: 1_000,
  }),
  espp: known({ discount: '15', contribution: '10', most: 2_500_000 }),
  leaveDays: known('27.5'),
  benefits: known(Array.from({ length: 20 }, (_, at) => ({ name: `Benefit ${at}`, yearly: 1000 * at - 5000 }))),
  notInHand: known(Array.from({ length: 12 }, (_, at) => ({ name: `Part ${at}`, yearly: 1000 * at }))),
  level: known('L7'),
  title: known('Staff engineer'),
  location: known('Vienna'),
  remote: known('two days'),
  startDate: known('2027-01-31'),
  reviewDate: known('2027-07-01'),
  notice: known('three months'),
};
