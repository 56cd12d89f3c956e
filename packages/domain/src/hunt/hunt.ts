import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { type Decision, no, yes } from '../kernel/decision.ts';
import { type Change, type History, responseBetween } from './funnel.ts';
import type { HuntPlan } from './input.ts';

/** What somebody wrote about their own hunt. `rev` 0 until it is first kept. */
export type Hunt = { rev: number; plan: Plan };
export type Plan = z.output<typeof HuntPlan>;
export type Experiment = Plan['experiments'][number];

export const verdicts = ['keep', 'drop', 'extend'] as const;
export type Verdict = (typeof verdicts)[number];

/** Nothing written yet. */
export const blankPlan: Plan = { target: '', block: null, kept: [], level: '', experiments: [] };

/** How long one change is tried. */
export const trialDays = 14;

/** The experiment that is under way, or null. One that was extended is. */
export function findOpen({ experiments }: Pick<Plan, 'experiments'>): Experiment | null {
  return experiments.find(({ verdict }) => verdict === null) ?? null;
}

/** Whether another change may be tried: two at once say nothing about either. */
export function canTry(plan: Pick<Plan, 'experiments'>): Decision {
  return findOpen(plan) ? no('One change at a time. Say what came of the one under way first.') : yes;
}

/** The last day of a trial. */
export function endOfTrial({ startsOn, extended }: Pick<Experiment, 'startsOn' | 'extended'>): string {
  const days = trialDays * (1 + extended) - 1;
  return Temporal.PlainDate.from(startsOn).add({ days }).toString();
}

/** The response rate of what was applied for during the trial, against as many days before it. */
export function compareTrial(histories: readonly History[], trial: Pick<Experiment, 'startsOn' | 'extended'>): Change {
  const start = Temporal.PlainDate.from(trial.startsOn);
  const length = trialDays * (1 + trial.extended);
  const now = responseBetween(histories, trial.startsOn, endOfTrial(trial));
  const before = responseBetween(histories, start.subtract({ days: length }).toString(), start.subtract({ days: 1 }).toString());
  return { now, before, points: now.percent === null || before.percent === null ? null : now.percent - before.percent };
}

/** The plan with a verdict on its open experiment: to extend it adds two weeks and leaves it open. */
export function judgeTrial(plan: Plan, verdict: Verdict): Plan {
  const open = findOpen(plan);
  const experiments = plan.experiments.map((one) => {
    if (one.id !== open?.id) return one;
    return verdict === 'extend' ? { ...one, extended: one.extended + 1 } : { ...one, verdict };
  });
  return { ...plan, experiments };
}

/** The plan with a week's hour marked as kept, or not. */
export function markWeek(plan: Plan, monday: string, isKept: boolean): Plan {
  const others = plan.kept.filter((week) => week !== monday);
  return { ...plan, kept: (isKept ? [...others, monday] : others).toSorted().slice(-60) };
}

const ladders: readonly (readonly RegExp[])[] = [
  [
    /\b(intern|trainee)\b/i,
    /\b(junior|entry|associate)\b/i,
    /\b(mid|intermediate|regular)\b/i,
    /\bsenior\b/i,
    /\bstaff\b/i,
    /\bprincipal\b/i,
    /\b(distinguished|fellow)\b/i,
  ],
  [
    /\b(team lead|manager)\b/i,
    /\b(senior manager|group manager)\b/i,
    /\bdirector\b/i,
    /\b(senior director|head)\b/i,
    /\b(vp|vice president)\b/i,
    /\b(c[etfo]o|chief)\b/i,
  ],
];

/** Levels with a number (`L5`, `IC4`, `M2`) compare within their letters; words within their ladder. Null where they do not. */
export function levelsGained(from: string, to: string): number | null {
  const coded = (text: string) => /\b([a-z]{1,3})[- ]?(\d{1,2})\b/i.exec(text);
  const [a, b] = [coded(from), coded(to)];
  if (a && b && a[1]?.toLowerCase() === b[1]?.toLowerCase()) return Number(b[2]) - Number(a[2]);
  for (const ladder of ladders) {
    const rank = (text: string) => ladder.findLastIndex((step) => step.test(text));
    if (rank(from) >= 0 && rank(to) >= 0) return rank(to) - rank(from);
  }
  return null;
}
