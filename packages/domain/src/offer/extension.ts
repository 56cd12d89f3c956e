import type { DaysOff } from './days-off.ts';
import { type Deadline, dayOf, type Extension, listBusinessDays, type WorkCalendar } from './deadline.ts';

/** The day so many business days after another one. */
function businessDaysAfter(from: string, count: number, calendar: WorkCalendar): string {
  const days = listBusinessDays(from, calendar);
  return Array.from({ length: count }, () => days.next().value).at(-1) ?? from;
}

/**
 * The day to ask for: five business days from the day the offer came are normal; where they gave that much already, or
 * the day it came is not known, two business days more than they gave.
 */
export function dayToAsk(deadline: Deadline, receivedOn: string | null, off: readonly DaysOff[]): string {
  const calendar = { zone: deadline.zone, off };
  const more = businessDaysAfter(dayOf(deadline), 2, calendar);
  const usual = receivedOn === null ? more : businessDaysAfter(receivedOn, 5, calendar);
  return usual > dayOf(deadline) ? usual : more;
}

/** What to say to be given more time: thanks, that I want it, the day, and that it will not be dragged out. */
export function extensionScript(askedDay: string): string {
  return [
    'Thank you for the offer. I am glad about it, and I want to answer it well.',
    `To go through every part of it with care I would like to give you my answer by ${askedDay}. Is that all right for you?`,
    'Until then I will send you my questions as they come up, so that nothing waits for the last day.',
  ].join('\n\n');
}

/** What can be noted about an employer who gave no more time; null while that is not what happened. */
export function redFlagFor(extension: Extension, isShort: boolean): string | null {
  if (extension !== 'refused') return null;
  return isShort ? 'Wanted an answer at once and refused more time.' : 'Refused more time for an answer.';
}
