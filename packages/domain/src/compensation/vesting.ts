import { invalid } from '../kernel/error.ts';
import { allocate, type PlainPoints, type Point, plainOf, vestDayOf } from './allocation.ts';
import { calendarFrom, checkDate, monthsUntil } from './calendar.ts';
import type { Vesting, VestStep } from './components.ts';
import { all, applyCliff, commonOf, points, share } from './schedule.ts';

/** One vest: `month` after the vesting start, its date where the start is known, and the amount (shares or money). */
export type Vest = { month: number; date: string | null; amount: number };

/** The presets. Each is a start to edit; employers change their schedules, so each carries the year it was seen. */
export const vestingPresets = {
  even: {
    label: 'Even over 4 years, monthly, 1-year cliff',
    seen: 2026,
    steps: [{ months: 48, percent: '100', every: 1 }],
    cliff: { months: 12, share: null },
  },
  evenQuarterly: {
    label: 'Even over 4 years, quarterly, 1-year cliff',
    seen: 2026,
    steps: [{ months: 48, percent: '100', every: 3 }],
    cliff: { months: 12, share: null },
  },
  back: {
    label: '5/15/40/40, half-yearly from year 3',
    seen: 2026,
    cliff: null,
    steps: [
      { months: 12, percent: '5', every: 12 },
      { months: 12, percent: '15', every: 12 },
      { months: 12, percent: '40', every: 6 },
      { months: 12, percent: '40', every: 6 },
    ],
  },
  front: { label: '33/33/22/12, quarterly', seen: 2026, cliff: null, steps: buildYearlySteps(['33', '33', '22', '12'], 3) },
  frontMonthly: {
    label: '38/32/20/10, quarterly',
    seen: 2026,
    cliff: null,
    steps: buildYearlySteps(['38', '32', '20', '10'], 3),
  },
  threeYears: {
    label: '50/33/17 over 3 years, quarterly',
    seen: 2026,
    cliff: null,
    steps: buildYearlySteps(['50', '33', '17'], 3),
  },
} satisfies Record<string, { label: string; seen: number; steps: VestStep[]; cliff: Vesting['cliff'] }>;

/** A schedule from one percentage a year, as letters give it: `buildYearlySteps(['5', '15', '40', '40'])`. */
export function buildYearlySteps(percents: readonly string[], every: VestStep['every'] = 12): VestStep[] {
  return percents.map((percent) => ({ months: 12, percent, every }));
}

const rhythmWords: Record<VestStep['every'], string> = { 1: 'monthly', 3: 'quarterly', 6: 'half-yearly', 12: 'yearly' };

/** A schedule as people say it: `5/15/40/40`, or `48 months, monthly`. */
export function scheduleWords(steps: readonly VestStep[]): string {
  const [first] = steps;
  if (steps.length === 1 && first) return `${first.months} months, ${rhythmWords[first.every]}`;
  return steps.map((step) => step.percent).join('/');
}

/** Length of the schedule in months. */
export const lengthOf = (steps: readonly VestStep[]): number => steps.reduce((sum, step) => sum + step.months, 0);

/**
 * Refuses a schedule that cannot be: not summing to exactly 100 %, pieces that do not fit, a cliff longer than the
 * grant, days that are not in the calendar. `path` prefixes the field that the sentence is about.
 */
export function checkVesting(vesting: Vesting, path = 'vesting'): void {
  const { steps, cliff } = vesting;
  if (steps.length === 0) throw invalid(`${path}.steps`, 'A schedule needs at least one step.');
  steps.forEach((step, at) => {
    if (!(step.every in rhythmWords))
      throw invalid(`${path}.steps.${at}.every`, 'Choose monthly, quarterly, half-yearly or yearly.');
    if (!Number.isInteger(step.months) || step.months < 1 || step.months % step.every !== 0)
      throw invalid(`${path}.steps.${at}.months`, `Vesting every ${step.every} months does not fit ${step.months} months.`);
    if (share(step.percent, `${path}.steps.${at}.percent`) < 0n)
      throw invalid(`${path}.steps.${at}.percent`, 'A percentage of a schedule cannot be negative.');
  });
  const sum = steps.reduce((total, step) => total + share(step.percent, path), 0n);
  if (sum !== all) throw invalid(`${path}.steps`, `The schedule sums to ${asPercent(sum)} %, not to 100 %.`);
  const length = lengthOf(steps);
  if (length > 120) throw invalid(`${path}.steps`, 'A schedule lasts at most 10 years.');
  if (cliff) checkCliff(cliff, steps, `${path}.cliff`);
  checkDays(vesting, path);
}

function checkDays({ start, granted }: Vesting, path: string): void {
  if ('on' in start) checkDate(start.on, `${path}.start.on`);
  if ('after' in start && !(Number.isInteger(start.after) && start.after >= 0 && start.after <= 120))
    throw invalid(`${path}.start.after`, 'Vesting starts after 0 to 120 whole months.');
  if (granted !== null) checkDate(granted, `${path}.granted`);
}

function checkCliff({ months, share: percent }: NonNullable<Vesting['cliff']>, steps: readonly VestStep[], path: string): void {
  if (!Number.isInteger(months) || months < 0) throw invalid(`${path}.months`, 'A cliff lasts a whole number of months.');
  const length = lengthOf(steps);
  if (months > length)
    throw invalid(`${path}.months`, `The cliff (${months} months) is longer than the grant (${length} months).`);
  if (percent === null || months === 0) return;
  const accrued = points(steps).findLast((point) => point.month <= months);
  checkCliffShare(percent, accrued !== undefined && accrued.top === accrued.bottom, `${path}.share`);
}

function checkCliffShare(percent: string, last: boolean, path: string): void {
  const size = share(percent, path);
  if (size < 0n || size > all) throw invalid(path, 'The share at the cliff is between 0 and 100 %.');
  if (last && size !== all) throw invalid(path, 'A cliff at the end of the grant vests all of it.');
}

function asPercent(size: bigint): string {
  const text = String(size).padStart(13, '0');
  return `${text.slice(0, -12)}.${text.slice(-12)}`.replace(/\.?0+$/, '');
}

/** The pieces of a schedule, whatever the grant's size: what of it has vested by each, in which month and on which day. */
type Plan = { points: Point[]; plain: PlainPoints; months: number[]; dates: (string | null)[] };

/** Plans by their schedule and start: the grants of an offer mostly share one. */
export type Plans = Map<string, Plan>;

/** Lays a schedule out. What accrues under a cliff is allocated piece by piece and vests on it. Throws as `checkVesting` does. */
function planOf(vesting: Vesting, root: string | null, path: string): Plan {
  checkVesting(vesting, path);
  const { steps, cliff, days } = vesting;
  const common = commonOf(steps, cliff);
  const list = applyCliff(points(steps, common), cliff, common);
  const months = list.map(({ month }) => Math.max(month, cliff?.months ?? 0));
  const dateAt = root === null ? null : calendarFrom(root);
  return { points: list, plain: plainOf(list), months, dates: months.map((month) => dateAt && vestDayOf(dateAt(month), days)) };
}

/** The plan of a schedule, laid out once. */
function foundPlan(vesting: Vesting, root: string | null, path: string, plans: Plans): Plan {
  const name = `${root} ${JSON.stringify(vesting)}`;
  const plan = plans.get(name) ?? planOf(vesting, root, path);
  plans.set(name, plan);
  return plan;
}

/**
 * The vests of a grant of `total` (whole shares, or smallest units of money), oldest first.
 * Cumulative round-down: each vest is floor(total × fraction so far) − already vested; the remainder comes last. The six
 * other rules where the schedule names one (`allocate`); on the company's days where it has such (`vestDayOf`).
 * `root` is the date of the vesting start, or null: then dates are null and only months count. `plans` keeps what was laid
 * out before. Throws `invalid` as `checkVesting` does. Rule: OCF-Tools, cumulative rounding down.
 */
export function listVests(
  total: number,
  vesting: Vesting,
  root: string | null,
  path = 'vesting',
  plans: Plans = new Map(),
): Vest[] {
  const { points: list, plain, months, dates } = foundPlan(vesting, root, path, plans);
  const out: Vest[] = [];
  allocate(total, list, vesting.allocation, plain).forEach((piece, at) => {
    if (piece === 0) return;
    const [month = 0, date = null] = [months[at], dates[at]];
    const last = out.at(-1);
    // what vests on one day is one vest
    if (last && (date === null ? last.month === month : last.date === date)) last.amount += piece;
    else out.push({ month, date, amount: piece });
  });
  return root === null || vesting.granted === null ? out : onGrantDate(out, root, vesting.granted);
}

/** What would vest until the grant date vests on it: all of the grant where that comes after the last vest. */
function onGrantDate(list: Vest[], root: string, granted: string): Vest[] {
  const early = list.filter((vest) => vest.date !== null && vest.date <= granted);
  if (early.length === 0) return list;
  const amount = early.reduce((sum, vest) => sum + vest.amount, 0);
  return [{ month: monthsUntil(root, granted), date: granted, amount }, ...list.slice(early.length)];
}

/** Whether the grant date comes at or after the last vest, so that the whole grant vests on it; false without a known start. */
export function vestsAtOnce(vesting: Vesting): boolean {
  const { start, granted } = vesting;
  if (granted === null || !('on' in start)) return false;
  const months = lengthOf(vesting.steps);
  return Number.isSafeInteger(months) && granted >= calendarFrom(start.on)(months);
}
