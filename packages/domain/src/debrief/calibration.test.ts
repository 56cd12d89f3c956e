import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { calibrate, calibrationSentence, type Judged, outcomeValue, score } from './calibration.ts';
import { averageLikelihood } from './reads.ts';

const judged = (self: number, reads: number[], outcome: Judged['outcome'], on = '2026-11-01'): Judged => ({
  self,
  reads,
  outcome,
  on,
});
const five = [
  judged(30, [60, 70, 65], 'advanced'),
  judged(20, [80], 'offer'),
  judged(50, [40, 60], 'rejected'),
  judged(10, [90, 90], 'advanced'),
  judged(80, [20], 'rejected'),
];

/** The worked cases, as the specification has them: likelihoods from 0 to 1. */
const worked = {
  K1: {
    ...{ self: 0.3, reads: [0.6, 0.7, 0.65], outcome: 1 as const },
    ...{ selfBrier: 0.49, councilMean: 0.65, councilBrier: 0.1225, selfBias: -0.7 },
  },
  K2: { resolved: 4, shown: false },
};

describe('one debrief', () => {
  it('reproduces the worked case K1', () => {
    const { self, reads, outcome, selfBrier, selfBias, councilMean, councilBrier } = worked.K1;
    const mean = averageLikelihood(reads.map((read) => ({ likelihood: read * 100 })));
    expect(mean).toBe(councilMean * 100);
    const own = score([{ percent: self * 100, happened: outcome }]);
    expect(own).toEqual({ bias: selfBias, brier: selfBrier, count: 1 });
    expect(score([{ percent: mean ?? Number.NaN, happened: outcome }]).brier).toBeCloseTo(councilBrier, 12);
    // five debriefs like this one are what a screen shows of it
    const all = calibrate(Array.from({ length: 5 }, () => judged(30, [60, 70, 65], 'advanced')));
    expect(all).toMatchObject({ shown: true, resolved: 5, self: { bias: selfBias, brier: selfBrier } });
    expect(all.shown && all.council?.brier).toBeCloseTo(councilBrier, 12);
  });

  it('counts an offer as going on, and nothing but a rejection as not', () => {
    expect([outcomeValue('advanced'), outcomeValue('offer'), outcomeValue('rejected')]).toEqual([1, 1, 0]);
    expect([outcomeValue('withdrew'), outcomeValue('none'), outcomeValue(null)]).toEqual([null, null, null]);
  });
});

describe('calibration', () => {
  it('shows no figure under five (worked case K2), and says how many are missing', () => {
    const { resolved, shown } = worked.K2;
    const four = calibrate(five.slice(0, resolved));
    expect(four).toEqual({ shown, resolved, needed: 1 });
    expect(calibrationSentence(four)).toBe('Not enough yet: 1 more resolved debrief until a figure means something.');
    expect(calibrationSentence(calibrate([]))).toContain('5 more resolved debriefs');
  });

  it('leaves out what was withdrawn, never answered, or is not known yet', () => {
    const others = [judged(1, [1], 'withdrew'), judged(2, [2], 'none'), judged(3, [3], null)];
    expect(calibrate([...five.slice(0, 4), ...others])).toEqual({ shown: false, resolved: 4, needed: 1 });
    expect(calibrate([...five, ...others])).toEqual(calibrate(five));
  });

  it('is bias and Brier for the owner and for the mean of the council', () => {
    const result = calibrate(five);
    expect(result).toMatchObject({ shown: true, resolved: 5 });
    if (!result.shown || !result.council) throw new Error('nothing shown');
    expect(result.self.bias).toBeCloseTo((-0.7 - 0.8 + 0.5 - 0.9 + 0.8) / 5, 12);
    expect(result.self.brier).toBeCloseTo((0.49 + 0.64 + 0.25 + 0.81 + 0.64) / 5, 12);
    expect(result.council.bias).toBeCloseTo((-0.35 - 0.2 + 0.5 - 0.1 + 0.2) / 5, 12);
    expect(result.council.brier).toBeCloseTo((0.1225 + 0.04 + 0.25 + 0.01 + 0.04) / 5, 12);
  });

  it('keeps quiet about the council until five debriefs have its reads', () => {
    const alone = five.map((debrief, index) => (index === 0 ? { ...debrief, reads: [] } : debrief));
    expect(calibrate(alone)).toMatchObject({ shown: true, council: null });
  });

  it('tells the course of time by the day on which each outcome was known', () => {
    const days = ['2026-11-05', '2026-09-01', '2026-10-12', '2026-09-30', '2026-10-01'];
    const result = calibrate(five.map((debrief, index) => ({ ...debrief, on: days[index] ?? '' })));
    if (!result.shown) throw new Error('nothing shown');
    expect(result.points.map(({ on }) => on)).toEqual([...days].sort());
    expect(result.points.at(-1)).toEqual({ on: '2026-11-05', self: 30, council: 65, happened: 1 });
  });

  it('says it in one sentence', () => {
    const self = { bias: -0.31, brier: 0.2, count: 5 };
    const said = (council: typeof self | null) => calibrationSentence({ shown: true, resolved: 5, self, council, points: [] });
    expect(said({ bias: 0.04, brier: 0.1, count: 5 })).toBe(
      'You rate yourself 31 points lower than what happened; your council rates you 4 points higher than what happened.',
    );
    expect(said({ bias: 0.001, brier: 0.1, count: 5 })).toBe(
      'You rate yourself 31 points lower than what happened; your council rates you as it happened.',
    );
    expect(said(null)).toBe('You rate yourself 31 points lower than what happened.');
  });
});

const percent = fc.integer({ min: 0, max: 100 });
const anyGuess = fc.record({ percent, happened: fc.constantFrom<0 | 1>(0, 1) });

test.prop([fc.array(anyGuess, { minLength: 1, maxLength: 40 })])(
  'bias and Brier stay in their range, and Brier ≥ bias²',
  (guesses) => {
    const { bias, brier } = score(guesses);
    expect(Math.abs(bias)).toBeLessThanOrEqual(1);
    expect(brier).toBeLessThanOrEqual(1);
    expect(brier).toBeGreaterThanOrEqual(bias * bias - 1e-12);
  },
);
