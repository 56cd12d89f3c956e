import { type ReactNode, useId } from 'react';

export type YearRow = { key: string; label: string; cells: readonly ReactNode[]; total?: ReactNode; note: string };

export type YearPanelProps = {
  caption: string;
  note: ReactNode;
  /** Header of the column that sums up; without it there is none. */
  sumHead?: string | undefined;
  /** What the columns are called; "Year 1" and on without it. */
  heads?: readonly string[] | undefined;
  rows: readonly YearRow[];
  foot: YearRow;
  /** What stands beside the total and is in it nowhere. */
  beside?: readonly YearRow[] | undefined;
};

type CardLine = { row: YearRow; text: ReactNode };

type CardProps = {
  title: string;
  total: ReactNode;
  totalLabel: string;
  lines: CardLine[];
  apart: CardLine[];
  open: boolean;
};

/** One year, or all of them together: its total beside its name, the components under it. */
function YearCard({ title, total, totalLabel, lines, apart, open }: CardProps) {
  return (
    <details open={open} className="border-t border-line first:border-t-0">
      <summary className="flex min-h-11 items-baseline justify-between gap-3 py-2.5 font-semibold">
        <span>{title}</span>
        <span className="text-right tabular-nums">
          <span className="sr-only">{totalLabel} </span>
          {total}
        </span>
      </summary>
      <CardLines lines={lines} />
      {apart.length > 0 ? (
        <>
          <p className="text-sm text-ink-soft">Beside the total:</p>
          <CardLines lines={apart} />
        </>
      ) : null}
    </details>
  );
}

function CardLines({ lines }: { lines: CardLine[] }) {
  return (
    <dl className="pb-3">
      {lines.map(({ row, text }) => (
        <div key={row.key} className="flex items-baseline justify-between gap-3 py-0.5">
          <dt className="text-ink-soft">
            {row.label}
            {row.note ? <span className="text-sm"> {row.note}</span> : null}
          </dt>
          <dd className="text-right tabular-nums">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The same figures where there is no room for a table: all years first, then a card a year; nothing is off the screen. */
export function YearList({ caption, note, sumHead, heads, rows, foot, beside = [] }: YearPanelProps) {
  const id = useId();
  const years = foot.cells.map((total, at) => ({ title: heads?.[at] ?? `Year ${at + 1}`, total, at }));
  return (
    <figure className="relative min-w-0" aria-labelledby={id}>
      <p id={id} className="pb-1 text-sm text-ink-soft">
        {caption}
      </p>
      <div className="rounded-md border border-line px-3">
        {sumHead === undefined ? null : (
          <YearCard
            title={`${foot.label}, ${sumHead}`}
            totalLabel=""
            total={<span className="text-xl">{foot.total}</span>}
            lines={rows.map((row) => ({ row, text: row.total }))}
            apart={beside.map((row) => ({ row, text: row.total }))}
            open
          />
        )}
        {years.map(({ title, total, at }) => (
          <YearCard
            key={title}
            title={title}
            totalLabel={foot.label}
            total={total}
            lines={rows.map((row) => ({ row, text: row.cells[at] }))}
            apart={beside.map((row) => ({ row, text: row.cells[at] }))}
            open={sumHead === undefined && at === 0}
          />
        ))}
      </div>
      {note ? <figcaption className="mt-2 text-sm text-ink-soft">{note}</figcaption> : null}
    </figure>
  );
}
