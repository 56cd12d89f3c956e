import { invalid } from '../kernel/error.ts';

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days of a month; month 1 is January. */
function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Reads digits one by one: dates are read by the hundred, and cutting strings up costs more. */
function digits(date: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) value = value * 10 + date.charCodeAt(at) - 48;
  return value;
}

function split(date: string): [year: number, month: number, day: number] {
  return [digits(date, 0, 4), digits(date, 5, 7), digits(date, 8, 10)];
}

/** Refuses what is not a day of the calendar, written `YYYY-MM-DD`. */
export function checkDate(date: string, path: string): void {
  const [year, month, day] = split(date);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(date) && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  if (!isDay) throw invalid(path, 'This day is not in the calendar. Give it as year-month-day.');
}

const twoDigits = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));
const two = (value: number): string => twoDigits[value] ?? '';

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
    const newYear = Math.floor(index / 12);
    const newMonth = index - newYear * 12 + 1;
    const newDay = Math.min(day, daysIn(newYear, newMonth));
    return `${two(Math.floor(newYear / 100))}${two(newYear % 100)}-${two(newMonth)}-${two(newDay)}`;
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
export const monthsUntil = (root: string, date: string): number => monthCounter(root)(date);

/** `monthsUntil` of one root, for many dates: the root is read once. */
export function monthCounter(root: string): (date: string) => number {
  const [year, month, day] = split(root);
  return (date) => {
    const [toYear, toMonth, toDay] = split(date);
    const near = (toYear - year) * 12 + toMonth - month;
    if (near < 0) return 0;
    return Math.min(day, daysIn(toYear, toMonth)) < toDay ? near + 1 : near;
  };
}

/** The year of a date. */
export const yearOf = (date: string): number => Number(date.slice(0, 4));
