import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liveStages, type Stage, stages } from '../opportunity/opportunity.ts';
import { countChange, countFunnel, countStays, countWeeks, fewest, type History, toRate } from './funnel.ts';

const dayNumber = (at: number) => new Date(Date.UTC(2026, 0, 1) + at * 86_400_000).toISOString().slice(0, 10);
const today = dayNumber(120);

type Step = { stage: Stage; day: number; undone: boolean };
/** A walk through stages with gaps in days; some steps were undone, and left the history. */
const walk = fc
  .array(fc.record({ stage: fc.constantFrom(...stages), gap: fc.nat({ max: 40 }), undone: fc.boolean() }), {
    minLength: 1,
    maxLength: 9,
  })
  .map((steps) => {
    let day = 0;
    return steps.map(({ stage, gap, undone }): Step => {
      day += undone ? 0 : gap;
      return { stage, day: Math.min(day, 120), undone };
    });
  });
const keptOf = (steps: readonly Step[]) => steps.filter(({ undone }, at) => at === 0 || !undone);
const historyOf = (steps: readonly Step[], at: number): History => ({
  opportunityId: String(at),
  entries: keptOf(steps).map(({ stage, day }) => ({ stage, on: dayNumber(day) })),
});

/** The same figures counted another way: one pass over flat rows, by ranks of stages, days as numbers. */
function recount(walks: readonly (readonly Step[])[]) {
  const depth: Record<Stage, number> = {
    lead: 0,
    withdrawn: 0,
    applied: 1,
    rejected: 1,
    screen: 2,
    interview: 3,
    final: 3,
    offer: 4,
    negotiating: 4,
    accepted: 4,
    declined: 4,
  };
  const tally = { applied: 0, response: 0, interview: 0, offer: 0, accepted: 0 };
  const windows = [
    { from: 91, to: 120, of: 0, count: 0 },
    { from: 61, to: 90, of: 0, count: 0 },
  ];
  const stays = new Map<Stage, number[]>();
  for (const steps of walks) {
    let [deepest, begun, won] = [0, -1, false];
    let before: Step | null = null;
    for (const step of keptOf(steps)) {
      if (depth[step.stage] > 0 && begun < 0) begun = step.day;
      deepest = Math.max(deepest, depth[step.stage]);
      won ||= step.stage === 'accepted';
      if (before) stays.set(before.stage, [...(stays.get(before.stage) ?? []), step.day - before.day]);
      before = step;
    }
    if (deepest > 0) tally.applied += 1;
    if (deepest > 1) tally.response += 1;
    if (deepest > 2) tally.interview += 1;
    if (deepest > 3) tally.offer += 1;
    if (won) tally.accepted += 1;
    for (const window of windows) {
      if (begun < window.from || begun > window.to) continue;
      window.of += 1;
      if (deepest > 1) window.count += 1;
    }
  }
  return { tally, windows, stays };
}

const percentOf = (count: number, of: number) => (of < 5 ? null : Math.round((count / of) * 100 + 1e-9));
const medianOf = (days: readonly number[]) => {
  if (days.length < 5) return null;
  const sorted = [...days].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return Number.isInteger(half) ? ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2 : (sorted[Math.floor(half)] ?? 0);
};

describe('the figures of a hunt', () => {
  it('agree with an independent count over 1,000 random histories, and undone steps leave no trace', () => {
    let seen = 0;
    fc.assert(
      fc.property(fc.array(walk, { minLength: 25, maxLength: 25 }), (walks) => {
        seen += walks.length;
        const histories = walks.map(historyOf);
        const { tally, windows, stays } = recount(walks);
        const { openings, applied, response, interview, offer, accepted } = countFunnel(histories);
        expect({ applied, response: response.count, interview: interview.count, offer: offer.count, accepted }).toEqual(tally);
        expect(openings).toBe(walks.length);
        for (const rate of [response, interview, offer])
          expect(rate).toEqual({ ...rate, of: tally.applied, percent: percentOf(rate.count, tally.applied) });
        const change = countChange(histories, today);
        const [now, before] = windows.map(({ count, of }) => ({ count, of, percent: percentOf(count, of) }));
        expect([change.now, change.before]).toEqual([now, before]);
        const both = now && before && now.percent !== null && before.percent !== null;
        expect(change.points).toBe(both ? (now.percent ?? 0) - (before.percent ?? 0) : null);
        const expected = liveStages.map((stage) => ({
          stage,
          ended: stays.get(stage)?.length ?? 0,
          median: medianOf(stays.get(stage) ?? []),
        }));
        expect(countStays(histories)).toEqual(expected);
      }),
      { numRuns: 40 },
    );
    expect(seen).toBeGreaterThanOrEqual(1_000);
  });

  it('are no rate under five', () => {
    for (let of = 0; of < fewest; of += 1) expect(toRate(of, of).percent).toBeNull();
    expect(toRate(1, 5)).toEqual({ count: 1, of: 5, percent: 20 });
    expect(toRate(1, 8).percent).toBe(13);
  });

  it('who withdrew as a lead never applied', () => {
    const withdrawn: History = {
      opportunityId: 'a',
      entries: [
        { stage: 'lead', on: '2026-01-01' },
        { stage: 'withdrawn', on: '2026-01-02' },
      ],
    };
    expect(countFunnel([withdrawn]).applied).toBe(0);
  });

  it('weeks begin on Monday and end with this one', () => {
    const sent: History = { opportunityId: 'a', entries: [{ stage: 'applied', on: '2026-04-27' }] };
    const weeks = countWeeks([sent], ['2026-05-01', '2026-05-09'], '2026-05-03', 2);
    expect(weeks).toEqual([
      { monday: '2026-04-20', applied: 0, calls: 0 },
      { monday: '2026-04-27', applied: 1, calls: 1 },
    ]);
  });
});
