import { describe, expect, it } from 'vitest';
import type { History } from './funnel.ts';
import {
  blankPlan,
  canTry,
  compareTrial,
  type Experiment,
  endOfTrial,
  findOpen,
  judgeTrial,
  levelsGained,
  markWeek,
} from './hunt.ts';
import { HuntPlan } from './input.ts';

const trial: Experiment = {
  id: '0198f000-0000-7000-8000-000000000001',
  change: 'One page',
  hypothesis: '',
  startsOn: '2026-11-02',
  extended: 0,
  verdict: null,
  learned: '',
};
const plan = { ...blankPlan, experiments: [trial] };

describe('an experiment', () => {
  it('is one at a time, lasts two weeks, and two more when it is extended', () => {
    expect([canTry(plan).allowed, canTry(blankPlan).allowed]).toEqual([false, true]);
    const longer = judgeTrial(plan, 'extend');
    expect([endOfTrial(trial), endOfTrial(findOpen(longer) ?? trial)]).toEqual(['2026-11-15', '2026-11-29']);
    expect(findOpen(judgeTrial(plan, 'drop'))).toBeNull();
    const two = { ...plan, experiments: [trial, { ...trial, id: '0198f000-0000-7000-8000-000000000002' }] };
    expect([HuntPlan.safeParse(plan).success, HuntPlan.safeParse(two).success]).toEqual([true, false]);
  });

  it('compares what was sent in it with what was sent as long before it', () => {
    const sent = (on: string, stage: 'screen' | 'rejected', at: number): History => ({
      opportunityId: `${on}${at}`,
      entries: [
        { stage: 'applied', on },
        { stage, on },
      ],
    });
    const before = Array.from({ length: 5 }, (_, at) => sent('2026-10-20', 'rejected', at));
    const during = Array.from({ length: 5 }, (_, at) => sent('2026-11-15', at < 2 ? 'screen' : 'rejected', at));
    const outside = [sent('2026-11-16', 'screen', 0), sent('2026-10-18', 'screen', 0)];
    expect(compareTrial([...before, ...during, ...outside], trial)).toEqual({
      now: { count: 2, of: 5, percent: 40 },
      before: { count: 0, of: 5, percent: 0 },
      points: 40,
    });
  });
});

describe('a week', () => {
  it('is marked once, and taken back', () => {
    const kept = markWeek(markWeek(blankPlan, '2026-11-02', true), '2026-11-02', true);
    expect(kept.kept).toEqual(['2026-11-02']);
    expect(markWeek(kept, '2026-11-02', false).kept).toEqual([]);
  });
});

describe('levels', () => {
  it.each([
    ['L5', 'L6', 1],
    ['IC4', 'M2', null],
    ['Senior', 'Principal engineer', 2],
    ['Senior manager', 'Director', 1],
    ['Staff', 'Senior', -1],
    ['', 'Senior', null],
    ['wizard', 'Senior', null],
  ])('from %s to %s', (from, to, gained) => {
    expect(levelsGained(from, to)).toBe(gained);
  });
});
