import type { DaysOff } from '../../offer/days-off.ts';
import { civilDay, type Deadline, dayOf, hasPassed, listBusinessDays, type WorkCalendar } from '../../offer/deadline.ts';

const timelineSteps = ['ask', 'round', 'call', 'letter', 'answer'] as const;
/** What lies between an offer and its answer, in order. */
export type TimelineStep = (typeof timelineSteps)[number];

export const timelineWords: Record<TimelineStep, string> = {
  ask: 'Ask about what is unclear, and say when you will answer.',
  round: 'If you asked your council: read what they would counter, and why.',
  call: 'The call: what you need, then the money.',
  letter: 'Ask for the revised letter, and compare it line by line.',
  answer: 'Your answer.',
};

const mostDays = 60;

/** The business days after one day up to another, at most sixty. */
function daysUpTo(after: string, upTo: string, calendar: WorkCalendar): string[] {
  const found: string[] = [];
  for (const day of listBusinessDays(after, calendar)) {
    if (day > upTo || found.length === mostDays) break;
    found.push(day);
  }
  return found;
}

/**
 * The steps spread evenly over the business days that are left, the first on the next one and the answer on the last; with
 * few days several fall on one. Nothing when no business day is left: then there is only more time to ask for.
 */
export function proposeTimeline(deadline: Deadline, now: Date, off: readonly DaysOff[]): { step: TimelineStep; on: string }[] {
  if (hasPassed(deadline, now)) return [];
  const days = daysUpTo(civilDay(now, deadline.zone), dayOf(deadline), { zone: deadline.zone, off });
  const most = timelineSteps.length - 1;
  return timelineSteps.flatMap((step, at) => {
    const on = days[Math.floor(((days.length - 1) * at) / most)];
    return on === undefined ? [] : [{ step, on }];
  });
}
