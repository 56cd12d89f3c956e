import { Temporal } from 'temporal-polyfill';
import { civilDay, type Deadline, dayOf, hasPassed } from '../../offer/deadline.ts';
import { holidaysBetween } from '../../offer/holiday.ts';

const timelineSteps = ['ask', 'round', 'call', 'letter', 'answer'] as const;
/** What lies between an offer and its answer, in order. */
export type TimelineStep = (typeof timelineSteps)[number];

export const timelineWords: Record<TimelineStep, string> = {
  ask: 'Ask about what is unclear, and say when you will answer.',
  round: 'Your council’s round is sealed; read the reasons.',
  call: 'The call: what you need, then the money.',
  letter: 'Ask for the revised letter, and compare it line by line.',
  answer: 'Your answer.',
};

/** Working days after today up to a day, at most sixty, by the calendar of a zone and its known holidays. */
function workingDays(after: string, upTo: string, zone: string): string[] {
  const holidays = new Set(holidaysBetween(after, upTo, zone));
  const days: string[] = [];
  const last = Temporal.PlainDate.from(upTo);
  for (let day = Temporal.PlainDate.from(after).add({ days: 1 }); days.length < 60; day = day.add({ days: 1 })) {
    if (Temporal.PlainDate.compare(day, last) > 0) break;
    if (day.dayOfWeek <= 5 && !holidays.has(day.toString())) days.push(day.toString());
  }
  return days;
}

/**
 * The steps spread evenly over the working days that are left, the first on the next one and the answer on the last; with
 * few days several fall on one. Nothing when no working day is left: then there is only more time to ask for.
 */
export function proposeTimeline(deadline: Deadline, now: Date): { step: TimelineStep; on: string }[] {
  if (hasPassed(deadline, now)) return [];
  const days = workingDays(civilDay(now, deadline.zone), dayOf(deadline), deadline.zone);
  const most = timelineSteps.length - 1;
  return timelineSteps.flatMap((step, at) => {
    const on = days[Math.floor(((days.length - 1) * at) / most)];
    return on === undefined ? [] : [{ step, on }];
  });
}
