import { toWholeUnits } from '@parley/domain/kernel/money';
import type { SeenComparison } from '@parley/domain/offer/comparison';
import type { Span } from '@parley/domain/offer/sharing/grid';
import type { ReactNode } from 'react';
import { useMedia } from '../../../components/split-panel.tsx';
import { Cell, Head, RowHead, Table } from '../../../components/table.tsx';
import { useFormat } from '../../../lib/format.ts';
import { letterOf } from './compare-form.tsx';
import type { Side } from './use-compare.ts';

type Props = { sides: readonly Side[]; comparison: SeenComparison };

/** What each offer comes to by year: the twin of the chart. On a phone a card an offer, its sum first. */
export function SidesPanel({ sides, comparison }: Props) {
  const format = useFormat();
  const isNarrow = useMedia('(max-width: 39.99rem)');
  const { currency, horizon, basis } = comparison;
  const figure = (sum: number) => format.amount(toWholeUnits(sum, currency), currency);
  const cell = ({ low, high }: Span) =>
    low === high ? (
      figure(low)
    ) : (
      <>
        <span className="block">{figure(low)}</span> <span className="block">to {figure(high)}</span>
      </>
    );
  const caption = `Total per vest year, ${currency}`;
  const notes = [
    ...(basis.length > 0 ? [`${format.list(basis)}.`] : []),
    ...sides.flatMap(({ missing }, at) => (missing.length > 0 ? [`${letterOf(at)} at least: ${format.list(missing)}.`] : [])),
    'Mine on the assumptions kept with each. Rounded to the smallest unit, shown to the whole one.',
  ].join(' ');
  const all = horizon === 1 ? '1 year' : `${horizon} years`;
  const shown = { sides, comparison, caption, notes, all, cell };
  return isNarrow ? <SideYears {...shown} /> : <SidesTable {...shown} />;
}

type ShownProps = Props & { caption: string; notes: string; all: string; cell: (span: Span) => ReactNode };

function SidesTable({ sides, comparison, caption, notes, all, cell }: ShownProps) {
  const years = Array.from({ length: comparison.horizon }, (_, at) => at + 1);
  return (
    <Table caption={caption} note={notes}>
      <thead>
        <tr>
          <Head>Offer</Head>
          {years.map((year) => (
            <Head key={year} number>
              Year {year}
            </Head>
          ))}
          <Head number>{all}</Head>
        </tr>
      </thead>
      <tbody>
        {comparison.sides.map((side, at) => (
          <tr key={sides[at]?.offerId}>
            <RowHead>
              {letterOf(at)} <span className="font-normal">{sides[at]?.label}</span>
            </RowHead>
            {side.years.map((year, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a year is its place.
              <Cell key={index} number>
                {cell(year)}
              </Cell>
            ))}
            <Cell number className="font-semibold">
              {cell(side.total)}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function SideYears({ sides, comparison, caption, notes, all, cell }: ShownProps) {
  return (
    <section aria-label={caption}>
      <p className="pb-1 text-sm text-ink-soft">{caption}</p>
      <ul className="flex flex-col gap-3">
        {comparison.sides.map((side, at) => (
          <li key={sides[at]?.offerId} className="rounded-md border border-line px-3 py-2">
            <p className="flex items-baseline justify-between gap-3 font-semibold">
              <span>
                {letterOf(at)}, {all}
              </span>
              <span className="text-right tabular-nums">{cell(side.total)}</span>
            </p>
            <dl>
              {side.years.map((year, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a year is its place.
                <div key={index} className="flex items-baseline justify-between gap-3 py-0.5">
                  <dt className="text-ink-soft">Year {index + 1}</dt>
                  <dd className="text-right tabular-nums">{cell(year)}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm text-ink-soft">{notes}</p>
    </section>
  );
}
