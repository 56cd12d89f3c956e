import type { Component, Package } from '@parley/domain/negotiation/package';
import type { Summary } from '@parley/domain/round/result';
import { labelOf, listInPlay } from '@parley/domain/round/round';
import { Cell, Head, RowHead, stack, Table } from '../../../components/table.tsx';
import { useFormat } from '../../../lib/format.ts';
import { useFigure } from '../use-figure.ts';
import type { RevealedStage, Round } from '../use-round.ts';
import { nameOf, sureness } from './reason-list.tsx';

const totalLabel = '4-year total';

// on a phone each package is a block with its total beside the name, so that nothing scrolls sideways
const { head, cell } = stack;
const row = `max-sm:grid-cols-[5fr_6fr] max-sm:gap-x-3 ${stack.row}`;
const sum = `max-sm:col-start-2 max-sm:row-start-1 max-sm:font-medium ${cell}`;

type Props = { round: Round; stage: RevealedStage };

const evenNote =
  'The median of an even number of packages is the mean of the two in the middle, rounded up at half a smallest unit. ';
const totalNote =
  'The 4-year total takes the base without raises, the bonus on it and the equity evenly over four years; what is not in play counts as it is on the table.';

/** Every package with median, range and target: the table twin of the strips. */
export function ResultList({ round, stage: { counters, summary, target } }: Props) {
  const format = useFormat();
  const figure = useFigure(round.document, true);
  const components = listInPlay(round.document);
  const { currency } = round.document;
  const isEven = (count: number) => count > 0 && count % 2 === 0;
  const hasEven = components.some((component) =>
    isEven(counters.filter((counter) => figure(component, counter.package) !== null).length),
  );
  const line = (who: string, shown: Package, total: number | null) => (
    <tr key={who} className={row}>
      <RowHead className={head}>{who}</RowHead>
      {components.map((component) => (
        <Cell key={component} number className={cell} data-label={labelOf(round.document, component)}>
          {figure(component, shown) ?? 'abstained'}
        </Cell>
      ))}
      <Cell number className={sum} data-label={totalLabel}>
        {total === null ? '' : format.amount(total, currency)}
      </Cell>
    </tr>
  );
  return (
    <Table stacked caption={`The packages sealed in time, ${currency}`} note={`${hasEven ? evenNote : ''}${totalNote}`}>
      <thead className="max-sm:sr-only">
        <tr>
          <Head>Sealed by</Head>
          {components.map((component) => (
            <Head key={component} number>
              {labelOf(round.document, component)}
            </Head>
          ))}
          <Head number>{totalLabel}</Head>
        </tr>
      </thead>
      <tbody>
        {counters.map((counter, index) => line(`${nameOf(counter, index)}${sureness(counter)}`, counter.package, counter.total))}
        {summary ? <SummaryRows {...{ round, components, summary }} /> : null}
        {target ? line(round.mine ? 'Your target' : `${round.ownerName}’s target`, target.package, target.total) : null}
      </tbody>
    </Table>
  );
}

type SummaryProps = { round: Round; components: readonly Component[]; summary: Summary };

function SummaryRows({ round, components, summary }: SummaryProps) {
  const format = useFormat();
  const { currency } = round.document;
  const written = (pick: 'low' | 'median' | 'high', component: Component) => {
    const spread = summary.components.find((one) => one.component === component);
    if (!spread) return '';
    return spread.unit === 'money' ? format.amount(spread[pick], currency) : format.percent(spread[pick]);
  };
  const rows = [
    ['median', 'Median'],
    ['low', 'Lowest'],
    ['high', 'Highest'],
  ] as const;
  return rows.map(([pick, words]) => (
    <tr key={pick} className={`bg-sunken ${row}`}>
      <RowHead className={`bg-sunken ${head}`}>{words}</RowHead>
      {components.map((component) => (
        <Cell key={component} number className={cell} data-label={labelOf(round.document, component)}>
          {written(pick, component)}
        </Cell>
      ))}
      <Cell number className={sum} data-label={totalLabel}>
        {summary.total ? format.amount(summary.total[pick], currency) : ''}
      </Cell>
    </tr>
  ));
}
