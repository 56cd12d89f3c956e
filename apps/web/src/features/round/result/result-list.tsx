import type { Component, Package } from '@parley/domain/negotiation/package';
import type { Summary } from '@parley/domain/round/result';
import { labelOf, listInPlay } from '@parley/domain/round/round';
import { Cell, Head, RowHead, Table } from '../../../components/table.tsx';
import { useFormat } from '../../../lib/format.ts';
import { useFigure } from '../use-figure.ts';
import type { RevealedStage, Round } from '../use-round.ts';
import { nameOf, sureness } from './reason-list.tsx';

type Props = { round: Round; stage: RevealedStage };

const note =
  'The median of an even number of packages is the mean of the two in the middle, rounded up at half a smallest unit. ' +
  'The 4-year total takes the base without raises, the bonus on it and the equity evenly over four years; what is not in play counts as it is on the table.';

/** Every package with median, range and target: the table twin of the strips. */
export function ResultList({ round, stage: { counters, summary, target } }: Props) {
  const format = useFormat();
  const figure = useFigure(round.document);
  const components = listInPlay(round.document);
  const { currency } = round.document;
  const line = (who: string, shown: Package, total: number | null) => (
    <tr key={who}>
      <RowHead>{who}</RowHead>
      {components.map((component) => (
        <Cell key={component} number>
          {figure(component, shown) ?? 'abstained'}
        </Cell>
      ))}
      <Cell number>{total === null ? '' : format.money(total, currency)}</Cell>
    </tr>
  );
  return (
    <Table caption={`The packages sealed in time, ${currency}`} note={note}>
      <thead>
        <tr>
          <Head>Sealed by</Head>
          {components.map((component) => (
            <Head key={component} number>
              {labelOf(round.document, component)}
            </Head>
          ))}
          <Head number>4-year total</Head>
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
    return spread.unit === 'money' ? format.money(spread[pick], currency) : format.percent(spread[pick]);
  };
  const rows = [
    ['median', 'Median'],
    ['low', 'Lowest'],
    ['high', 'Highest'],
  ] as const;
  return rows.map(([pick, words]) => (
    <tr key={pick} className="bg-sunken">
      <RowHead className="bg-sunken">{words}</RowHead>
      {components.map((component) => (
        <Cell key={component} number>
          {written(pick, component)}
        </Cell>
      ))}
      <Cell number>{summary.total ? format.money(summary.total[pick], currency) : ''}</Cell>
    </tr>
  ));
}
