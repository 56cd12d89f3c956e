import { Temporal } from 'temporal-polyfill';
import type { MissionDocument } from '../../mission/mission.ts';
import { listKeyResults } from '../../mission/mission.ts';
import { type Deadline, dayOf, endOf } from '../../offer/deadline.ts';
import { listPromises } from '../terms/promise.ts';
import type { Stated, TermComponent } from '../terms/term.ts';

/** One entry of a calendar file: a whole day, or an hour that ends at a moment (ISO, UTC). `warn`: days before. */
export type CalendarEvent = {
  key: string;
  summary: string;
  description: string;
  when: { kind: 'day'; on: string } | { kind: 'until'; at: string };
  warn: number;
};

export type Job = { role: string; employer: string };

const place = ({ role, employer }: Job) => `${role}, ${employer}`;

/** The offer's deadline as the last hour before it ends, so that every calendar shows it at the right moment. */
export function buildDeadlineEvent(deadline: Deadline, job: Job): CalendarEvent {
  return {
    key: 'deadline',
    summary: `Answer due: ${place(job)}`,
    description: `Answer by ${dayOf(deadline)} by the calendar of ${deadline.zone}. The entry ends when the time is up.`,
    when: { kind: 'until', at: endOf(deadline) },
    warn: 1,
  };
}

/** The day that a term gives: the letter's before the spoken one; null when it is not settled or is no date. */
export function termDay(terms: readonly Stated[], component: TermComponent): string | null {
  const term = terms.find((one) => one.component === component && one.state !== 'proposed' && one.state !== 'dropped');
  const value = term && (term.written ?? term).value;
  return value?.kind === 'date' ? value.on : null;
}

/** The civil date so many days or months after another; a month without that day ends on its last. */
export function dayAfter(on: string, span: { days: number } | { months: number }): string {
  return Temporal.PlainDate.from(on).add(span).toString();
}

function target({ start, target: aim, unit }: { start: string | null; target: string | null; unit: string }): string {
  if (aim === null) return '';
  const figures = start === null ? aim : `${start} → ${aim}`;
  return `: ${figures}${unit ? ` ${unit}` : ''}`;
}

const listFirstResults = (document: Pick<MissionDocument, 'objectives'>) =>
  listKeyResults(document).filter(({ firstNinetyDays }) => firstNinetyDays);

function buildResultEvents(document: Pick<MissionDocument, 'objectives'>): CalendarEvent[] {
  return listFirstResults(document).flatMap((result) => {
    if (result.due === null) return [];
    const summary = `First 90 days: ${result.metric}${target(result)}`;
    return [{ key: result.id, summary, description: '', when: { kind: 'day' as const, on: result.due }, warn: 7 }];
  });
}

export type HandOver = {
  job: Job;
  startsOn: string | null;
  reviewOn: string | null;
  missions: Pick<MissionDocument, 'objectives'>[];
  /** Everything that was agreed: the review knows it. */
  terms: readonly Stated[];
};

/** A sentence, and below it its lines, if there are any. */
const withLines = (sentence: string, lines: readonly string[]) => [sentence, ...lines.map((line) => `• ${line}`)].join('\n');

/**
 * The hand-over to the job: the first day, the key results due in the first 90 days, the look back after 90 days with all
 * of these results, and the review with what was promised: on its agreed day, else six months after the first day.
 * Without a first day only what has a day.
 */
export function buildHandOverEvents({ job, startsOn, reviewOn, missions, terms }: HandOver): CalendarEvent[] {
  const day = (key: string, summary: string, description: string, on: string | null, warn: number): CalendarEvent[] =>
    on === null ? [] : [{ key, summary: `${summary}: ${place(job)}`, description, when: { kind: 'day', on }, warn }];
  const after = (span: { days: number } | { months: number }) => startsOn && dayAfter(startsOn, span);
  const results = missions.flatMap(listFirstResults).map((result) => `${result.metric}${target(result)}`);
  const look = withLines('Hold the results against the mission, and tell the manager.', results);
  const review = withLines('Pay, level, and what was promised for later.', listPromises(terms));
  return [
    ...day('start', 'First day', '', startsOn, 7),
    ...missions.flatMap(buildResultEvents),
    ...day('ninety', '90 days', look, after({ days: 90 }), 7),
    ...day('review', 'Six-month review', review, reviewOn ?? after({ months: 6 }), 14),
  ];
}
