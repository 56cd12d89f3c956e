import type { DebriefOutcome } from './debrief.ts';
import { averageLikelihood } from './reads.ts';

/** A revealed debrief: the owner's read, the others' reads (whole percent), what happened, and on which civil day. */
export type Judged = { self: number; reads: readonly number[]; outcome: DebriefOutcome | null; on: string };

/** One resolved debrief in the course of time: guesses in percent (the council's is the mean of its reads), and what happened. */
export type CalibrationPoint = { on: string; self: number; council: number | null; happened: 0 | 1 };

/** bias: mean of p − o, from −1 to 1. brier: mean of (p − o)², from 0 to 1, lower is better. */
export type Score = { bias: number; brier: number; count: number };

export type Calibration =
  | { shown: false; resolved: number; needed: number }
  | { shown: true; resolved: number; self: Score; council: Score | null; points: CalibrationPoint[] };

/** From how many resolved debriefs on a figure means anything. */
export const enoughDebriefs = 5;

/** What happened as a number: 1 went on, 0 did not. Withdrawn, nothing heard and not yet known say nothing: null. */
export function outcomeValue(outcome: DebriefOutcome | null): 0 | 1 | null {
  if (outcome === 'advanced' || outcome === 'offer') return 1;
  return outcome === 'rejected' ? 0 : null;
}

/**
 * Bias and Brier score of guesses in percent against what happened (0 or 1).
 * Source: G. W. Brier, "Verification of forecasts expressed in terms of probability", 1950.
 */
export function score(guesses: readonly { percent: number; happened: 0 | 1 }[]): Score {
  const misses = guesses.map(({ percent, happened }) => percent - 100 * happened);
  const count = guesses.length;
  const mean = (values: number[], scale: number) => values.reduce((sum, value) => sum + value, 0) / (count * scale);
  return {
    bias: mean(misses, 100),
    brier: mean(
      misses.map((miss) => miss * miss),
      10_000,
    ),
    count,
  };
}

/**
 * How well the owner and the mean of the council foresaw what happened, over the resolved debriefs.
 * Nothing is shown under five; the council's score needs five debriefs with somebody's read of their own.
 */
export function calibrate(debriefs: readonly Judged[]): Calibration {
  const resolved = debriefs.flatMap((debrief) => {
    const happened = outcomeValue(debrief.outcome);
    return happened === null ? [] : [{ ...debrief, happened }];
  });
  if (resolved.length < enoughDebriefs) {
    return { shown: false, resolved: resolved.length, needed: enoughDebriefs - resolved.length };
  }
  const points = resolved
    .map(({ on, self, reads, happened }): CalibrationPoint => {
      return { on, self, happened, council: averageLikelihood(reads.map((likelihood) => ({ likelihood }))) };
    })
    .sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  const others = points.flatMap(({ council, happened }) => (council === null ? [] : [{ percent: council, happened }]));
  return {
    shown: true,
    resolved: resolved.length,
    self: score(resolved.map(({ self, happened }) => ({ percent: self, happened }))),
    council: others.length < enoughDebriefs ? null : score(others),
    points,
  };
}

function apart(bias: number): string {
  const points = Math.round(Math.abs(bias) * 100);
  if (points === 0) return 'as it happened';
  return `${points} ${points === 1 ? 'point' : 'points'} ${bias < 0 ? 'lower' : 'higher'} than what happened`;
}

/** The plain sentence: "You rate yourself 31 points lower than what happened; your council 4 points lower …". */
export function calibrationSentence(calibration: Calibration): string {
  if (!calibration.shown) {
    const { needed } = calibration;
    return `Not enough yet: ${needed} more resolved ${needed === 1 ? 'debrief' : 'debriefs'} until a figure means something.`;
  }
  const self = `You rate yourself ${apart(calibration.self.bias)}`;
  if (calibration.council === null) return `${self}.`;
  return `${self}; your council rates you ${apart(calibration.council.bias)}.`;
}
