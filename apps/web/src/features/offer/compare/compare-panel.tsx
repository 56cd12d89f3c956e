import { toWholeUnits } from '@parley/domain/kernel/money';
import type { SeenComparison, SeenPair } from '@parley/domain/offer/comparison';
import type { Span } from '@parley/domain/offer/sharing/grid';
import { Cell, Head, RowHead, Table } from '../../../components/table.tsx';
import { useFormat } from '../../../lib/format.ts';
import { CompareChart } from './compare-chart.tsx';
import { letterOf } from './compare-form.tsx';
import type { Side } from './use-compare.ts';

type Props = { sides: readonly Side[]; comparison: SeenComparison };

/** What follows from the figures: in sentences, as a table, and as lines over the years. */
export function ComparePanel({ sides, comparison }: Props) {
  const labels = sides.map(({ short }, at) => `${letterOf(at)} (${short})`);
  return (
    <div className="flex flex-col gap-6">
      <SidesTable sides={sides} comparison={comparison} />
      <ul className="flex flex-col gap-3" aria-label="What follows">
        {comparison.pairs.map((pair) => (
          <li key={`${pair.a}-${pair.b}`}>
            <PairLines pair={pair} comparison={comparison} labels={labels} />
          </li>
        ))}
      </ul>
      <CompareChart comparison={comparison} names={sides.map((_, at) => letterOf(at))} />
    </div>
  );
}

function usePlain(currency: string) {
  const format = useFormat();
  return (sum: number) => format.money(toWholeUnits(sum, currency), currency);
}

type PairProps = { pair: SeenPair; comparison: SeenComparison; labels: readonly string[] };

function PairLines({ pair, comparison: { currency, horizon }, labels }: PairProps) {
  const money = usePlain(currency);
  const { difference, closeness, crossovers } = pair;
  const [a, b] = [labels[pair.a] ?? '', labels[pair.b] ?? ''];
  const span = horizon === 1 ? '1 year' : `${horizon} years`;
  const isExact = difference.low === difference.high;
  const between = (low: number, high: number) => (low === high ? money(low) : `${money(low)} to ${money(high)}`);
  const more = () => {
    if (difference.low === 0 && difference.high === 0) return `${a} and ${b} come to the same over ${span}.`;
    if (difference.low >= 0) return `${b} is worth ${between(difference.low, difference.high)} more than ${a} over ${span}.`;
    if (difference.high <= 0) return `${a} is worth ${between(-difference.high, -difference.low)} more than ${b} over ${span}.`;
    return `Which of ${a} and ${b} is worth more over ${span} cannot be told: their ranges overlap.`;
  };
  const closeWords = {
    close: ' They are close: within 2 %.',
    apart: '',
    open: isExact ? '' : ' They may be close, within 2 %.',
  };
  return (
    <>
      <p>
        {more()}
        <span className="font-medium">{closeWords[closeness]}</span>
      </p>
      {crossovers.map(({ lead, from, to }) => (
        <p key={to} className="text-ink-soft">
          {labels[lead]} takes the lead {from === to ? `in year ${to}` : `between years ${from} and ${to}`}, counted from the
          start.
        </p>
      ))}
    </>
  );
}

function SidesTable({ sides, comparison }: Props) {
  const format = useFormat();
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
  const years = Array.from({ length: horizon }, (_, at) => at + 1);
  const notes = [
    ...(basis.length > 0 ? [`${format.list(basis)}.`] : []),
    ...sides.flatMap(({ missing }, at) => (missing.length > 0 ? [`${letterOf(at)} at least: ${format.list(missing)}.`] : [])),
    'Mine on the assumptions kept with each. Rounded to the smallest unit, shown to the whole one.',
  ];
  return (
    <Table caption={`Total per vest year, ${currency}`} note={notes.join(' ')}>
      <thead>
        <tr>
          <Head>Offer</Head>
          {years.map((year) => (
            <Head key={year} number>
              Year {year}
            </Head>
          ))}
          <Head number>{horizon === 1 ? '1 year' : `${horizon} years`}</Head>
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
