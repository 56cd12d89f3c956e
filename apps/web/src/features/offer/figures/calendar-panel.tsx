import { type CalendarYear, splitByCalendarYear } from '@parley/domain/compensation/calendar-years';
import type { Projection } from '@parley/domain/compensation/project-offer';
import { toWholeUnits } from '@parley/domain/kernel/money';
import { useFormat } from '../../../lib/format.ts';
import { YearPanel } from './year-panel.tsx';

export type CountBy = 'vest' | 'calendar';

const ways = [
  { id: 'vest', label: 'Vest years' },
  { id: 'calendar', label: 'Calendar years' },
] as const;

type CountByProps = { by: CountBy; onBy: (by: CountBy) => void; firstDay: string | null };

/** Years from the first day of work, or from January to December. The second needs a first day. */
export function CountByForm({ by, onBy, firstDay }: CountByProps) {
  if (firstDay === null) return null;
  return (
    <fieldset className="-mb-2 flex w-fit overflow-hidden rounded-md border border-line-strong">
      <legend className="sr-only">Count by</legend>
      {ways.map(({ id, label }) => (
        <button
          key={id}
          type="button"
          aria-pressed={by === id}
          onClick={() => onBy(id)}
          className={`min-h-11 px-4 not-first:border-l not-first:border-line ${by === id ? 'bg-accent text-on-accent' : 'hover:bg-sunken'}`}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}

const rows = [
  { key: 'base', label: 'Base', note: '' },
  { key: 'bonus', label: 'Bonus', note: 'when its year ends' },
  { key: 'once', label: 'Paid once', note: 'when its year begins' },
  { key: 'vest', label: 'Equity', note: 'on the day it vests' },
  { key: 'refreshers', label: 'Written refreshers', note: 'on the day they vest' },
] as const satisfies readonly { key: keyof CalendarYear; label: string; note: string }[];

/** The same money from January to December: the first and the last year are not whole ones. */
export function CalendarPanel({ projection }: { projection: Projection }) {
  const format = useFormat();
  const { currency, horizon, firstDay } = projection;
  const years = splitByCalendarYear(projection);
  if (years === null || firstDay === null) return null;
  const figure = (sum: number) => format.amount(toWholeUnits(sum, currency), currency);
  const cell = (sum: number | null) => (sum === null ? 'not stated' : sum === 0 ? '–' : figure(sum));
  const lines = rows
    .filter(({ key }) => years.some((year) => year[key] !== 0))
    .map(({ key, label, note }) => ({ key, label, note, cells: years.map((year) => cell(year[key])) }));
  const foot = {
    key: 'total',
    label: projection.complete ? 'Total' : 'Total, at least',
    cells: years.map(({ total }) => figure(total)),
    note: '',
  };
  const span = horizon === 1 ? 'one year' : `${horizon} years`;
  const note = `From ${format.date(firstDay)}, over ${span}. Base by days. ${projection.basis.rounding} Shown to the whole unit.`;
  return (
    <YearPanel
      caption={`Per calendar year, ${currency}`}
      note={note}
      heads={years.map(({ year }) => String(year))}
      rows={lines}
      foot={foot}
    />
  );
}
