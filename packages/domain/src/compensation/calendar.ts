const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days of a month; month 1 is January. */
function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function split(date: string): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * The date `months` after `root`, counted from the root itself and never step by step, so that the 31st becomes the
 * last day of a short month and comes back to the 31st afterwards. Dates are `YYYY-MM-DD`.
 */
export const addMonths = (root: string, months: number): string => calendarFrom(root)(months);

/** `addMonths` of one root, for many months: the root is read once. */
export function calendarFrom(root: string): (months: number) => string {
  const [year, month, day] = split(root);
  const first = year * 12 + (month - 1);
  return (months) => {
    const index = first + months;
    const [newYear, newMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
    return `${String(newYear).padStart(4, '0')}-${two(newMonth)}-${two(Math.min(day, daysIn(newYear, newMonth)))}`;
  };
}

/** Days from the common root of the calendar; the difference of two is the days between them. */
export function dayNumber(date: string): number {
  const [year, month, day] = split(date);
  const shifted = month <= 2 ? year - 1 : year;
  const monthFromMarch = (month + 9) % 12;
  const leaps = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return 365 * shifted + leaps + Math.floor((153 * monthFromMarch + 2) / 5) + day;
}

/** The first whole number of months after `root` (0 or more) whose date is not before `date`. */
export function monthsUntil(root: string, date: string): number {
  const [fromYear, fromMonth] = split(root);
  const [toYear, toMonth] = split(date);
  const near = Math.max(0, (toYear - fromYear) * 12 + toMonth - fromMonth);
  return addMonths(root, near) < date ? near + 1 : near;
}

/** The year of a date. */
export const yearOf = (date: string): number => Number(date.slice(0, 4));
