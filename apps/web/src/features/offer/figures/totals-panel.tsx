import { targetOf } from '@parley/domain/compensation/base';
import type { Components } from '@parley/domain/compensation/components';
import { isOption } from '@parley/domain/compensation/conventions';
import type { Difference } from '@parley/domain/compensation/difference';
import type { ProjectedYear, Projection } from '@parley/domain/compensation/project-offer';
import { scheduleWords } from '@parley/domain/compensation/vesting';
import { toWholeUnits } from '@parley/domain/kernel/money';
import { Delta } from '../../../components/delta.tsx';
import { useFormat } from '../../../lib/format.ts';
import { percentsIn, useShown } from '../use-shown.ts';
import { besideRows, OutcomesPanel, sumOf } from './beside-panel.tsx';
import { YearPanel } from './year-panel.tsx';

type Row = { key: string; label: string; read: (year: ProjectedYear) => number | null; note: string };

function rowsOf(components: Components, percent: (value: string) => string): Row[] {
  const { bonus, grants } = components;
  const target = targetOf(bonus);
  const [grant] = grants.state === 'known' ? grants.value : [];
  // what nobody has stated is no kind of equity yet
  const kind = !grant ? 'Equity' : grant.kind === 'rsu' ? 'RSU' : isOption(grant.kind) ? 'Options' : 'Shares';
  const all: (Row & { state: 'known' | 'unknown' | 'none' })[] = [
    { key: 'base', label: 'Base', read: (year) => year.base, note: '', state: components.base.state },
    {
      key: 'bonus',
      label: target === null ? 'Bonus' : `Bonus ${percent(target)}`,
      read: (year) => year.bonus,
      note: '',
      state: bonus.state,
    },
    {
      key: 'guaranteed',
      label: 'Guaranteed bonus',
      read: (year) => year.guaranteed,
      note: 'once',
      state: components.guaranteed.state,
    },
    { key: 'signOn', label: 'Sign-on', read: (year) => year.signOn, note: 'once', state: components.signOn.state },
    { key: 'oneOff', label: 'Other one-off pay', read: (year) => year.oneOff, note: 'once', state: components.oneOff.state },
    {
      key: 'grants',
      label: kind,
      read: (year) => year.vest,
      note: grant ? scheduleWords(grant.vesting.steps) : '',
      state: grants.state,
    },
    {
      key: 'refreshers',
      label: 'Written refreshers',
      read: (year) => year.refreshers,
      note: '',
      state: components.refreshers.state,
    },
  ];
  // Seldom said: the sentence below names them, and a line of "not stated" would only push the total away.
  const isSeldom = ({ key }: Row) => ['guaranteed', 'oneOff', 'refreshers'].includes(key);
  return all.filter((row) => row.state !== 'none' && !(row.state === 'unknown' && isSeldom(row)));
}

export type TotalsPanelProps = {
  components: Components;
  projection: Projection;
  /** Percent a year with which the present value was made. */
  discount: string;
  difference: Difference | null;
  versionNumber: number;
};

/** Year by year: what recurs, what comes once, and what nobody has stated yet. */
export function TotalsPanel({ components, projection, discount }: Omit<TotalsPanelProps, 'difference' | 'versionNumber'>) {
  const format = useFormat();
  const shown = useShown();
  const { currency, years, basis, total } = projection;
  const figure = (sum: number) => format.amount(toWholeUnits(sum, currency), currency);
  const amount = (sum: number | null) => (sum === null ? 'not stated' : sum === 0 ? '–' : figure(sum));
  const rows = rowsOf(components, (value) => shown(value, 'percent')).map(({ key, label, read, note }) => {
    const cells = years.map((year) => amount(read(year)));
    return { key, label, note, cells, total: amount(sumOf(years.map(read))) };
  });
  const foot = {
    key: 'total',
    label: projection.complete ? 'Total' : 'Total, at least',
    cells: years.map((year) => figure(year.total)),
    total: figure(total),
    note: '',
  };
  const note = `${basis.horizon}, ${percentsIn(basis.price, shown)}. ${percentsIn(format.datesIn(basis.notes.join(' ')), shown)} ${basis.rounding} Shown to the whole unit.`;
  return (
    <div className="flex flex-col gap-3">
      <YearPanel
        caption={`Per vest year, ${currency}`}
        note={note}
        sumHead={basis.horizon}
        rows={rows}
        foot={foot}
        beside={besideRows(components, projection, amount).map((row) => ({ ...row, label: percentsIn(row.label, shown) }))}
      />
      {projection.outcomes ? <OutcomesPanel outcomes={projection.outcomes} currency={currency} /> : null}
      <Averages projection={projection} discount={discount} />
      {projection.unknown.length > 0 ? (
        <p className="text-warn">
          Not in the total, because not stated: {format.list(projection.unknown.map((part) => part.what))}.
        </p>
      ) : null}
    </div>
  );
}

type HeadlineProps = Pick<TotalsPanelProps, 'projection' | 'difference' | 'versionNumber'>;

/** The one figure to remember, what of it recurs, and what was gained since the first version. */
export function Headline({ projection, difference, versionNumber }: HeadlineProps) {
  const format = useFormat();
  const { currency, total, recurringAverage, complete, basis } = projection;
  const money = (sum: number) => format.money(toWholeUnits(sum, currency), currency);
  const change = difference?.total.change ?? null;
  return (
    <div>
      <p>
        {complete ? null : 'At least '}
        <span className="text-xl font-semibold tabular-nums">{money(total)}</span> over {basis.horizon}
        <span className="text-ink-soft">
          , of which <span className="tabular-nums">{money(recurringAverage)}</span> a year recurs
        </span>
      </p>
      <p className="text-sm text-ink-soft">Gross, {basis.price}.</p>
      {change === null || change === 0 ? null : (
        <p>
          <Delta value={change}>{format.money(Math.abs(toWholeUnits(change, currency)), currency)}</Delta>{' '}
          <span className="text-ink-soft">
            over {basis.horizon}, v{versionNumber} against v1
            {difference?.total.certain ? '' : ', of what is stated in each'}
          </span>
        </p>
      )}
    </div>
  );
}

function Averages({ projection, discount }: { projection: Projection; discount: string }) {
  const format = useFormat();
  const { currency, average, once, presentValue, years, unknownApart } = projection;
  const money = (sum: number) => format.money(toWholeUnits(sum, currency), currency);
  const [first] = years;
  const facts = [
    { label: 'Paid once', sum: once, show: once > 0 },
    { label: 'Average a year with what is paid once', sum: average, show: once > 0 },
    { label: `Present value of the total, at ${format.percent(discount)} a year`, sum: presentValue, show: true },
    { label: 'Leave days, worth in year 1, apart', sum: first?.leave ?? 0, show: (first?.leave ?? 0) > 0 },
  ].filter((fact) => fact.show);
  return (
    <>
      <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]">
        {facts.map(({ label, sum }) => (
          <div key={label} className="flex justify-between gap-4 sm:contents">
            <dt className="text-ink-soft">{label}</dt>
            <dd className="tabular-nums">{money(sum)}</dd>
          </div>
        ))}
      </dl>
      {unknownApart.length > 0 ? (
        <p className="text-ink-soft">Not stated, and not counted as pay: {format.list(unknownApart.map((part) => part.what))}.</p>
      ) : null}
    </>
  );
}
