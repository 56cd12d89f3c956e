import { type ComponentProps, type ReactNode, useId } from 'react';

export type TableProps = {
  /** What the table shows, with unit and horizon: "Total per vest year, USD". */
  caption: ReactNode;
  /** Read aloud only; for where a heading right above says the same. */
  captionHidden?: boolean | undefined;
  /** Assumptions and rounding, under the table. */
  note?: ReactNode;
  /** On a phone its rows are blocks, one below the other: nothing there scrolls sideways. */
  stacked?: boolean | undefined;
  children: ReactNode;
};

/** A table that scrolls sideways on its own, so that the page never does. */
export function Table({ caption, captionHidden, note, stacked, children }: TableProps) {
  const id = useId();
  return (
    <figure className="min-w-0">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section aria-labelledby={id} tabIndex={0} className="relative overflow-x-auto">
        <table
          className={`w-full border-collapse text-base ${stacked ? 'max-sm:block max-sm:[&>tbody]:block max-sm:[&>caption]:block' : ''}`}
        >
          <caption id={id} className={captionHidden ? 'sr-only' : 'pb-2 text-left text-sm text-ink-soft'}>
            {caption}
          </caption>
          {children}
        </table>
      </section>
      {note ? <figcaption className="mt-2 text-sm text-ink-soft">{note}</figcaption> : null}
    </figure>
  );
}

/** What a row, its name and its cells wear in a stacked table; a cell says its column by `data-label`. */
export const stack = {
  row: 'max-sm:grid max-sm:border-b max-sm:border-line max-sm:py-2',
  head: 'max-sm:static max-sm:border-0 max-sm:p-0',
  cell:
    'max-sm:flex max-sm:justify-between max-sm:gap-2 max-sm:border-0 max-sm:p-0 max-sm:py-0.5 max-sm:whitespace-normal ' +
    'max-sm:before:text-ink-soft max-sm:before:text-sm max-sm:before:content-[attr(data-label)]',
};

type CellExtra = { number?: boolean | undefined };

const pad = 'px-2 py-2 first:pl-0 last:pr-0 align-baseline';
const figures = 'text-right tabular-nums whitespace-nowrap';

/** A column's header; `number` for columns of figures (the unit belongs in here). */
export function Head({ number, className = '', ...cell }: ComponentProps<'th'> & CellExtra) {
  const side = number ? 'text-right whitespace-nowrap' : 'text-left';
  return (
    <th
      scope="col"
      {...cell}
      className={`${pad} ${side} border-b border-line-strong text-sm font-medium text-ink-soft ${className}`}
    />
  );
}

/** The first cell of a row, naming it; stays in sight while the figures scroll by. */
export function RowHead({ className = '', ...cell }: ComponentProps<'th'>) {
  return (
    <th
      scope="row"
      {...cell}
      className={`${pad} sticky left-0 border-b border-line bg-(--ground) text-left font-medium ${className}`}
    />
  );
}

/** A cell; `number` for figures. */
export function Cell({ number, className = '', ...cell }: ComponentProps<'td'> & CellExtra) {
  return <td {...cell} className={`${pad} border-b border-line ${number ? figures : ''} ${className}`} />;
}
