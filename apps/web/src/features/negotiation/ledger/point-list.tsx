import type { Point } from '@parley/domain/negotiation/ledger/point';
import { Cell, Head, RowHead, Table } from '../../../components/table.tsx';
import { useFormat } from '../../../lib/format.ts';

/** The steps of the chart as a table. */
export function PointTable({ points, caption, currency }: { points: readonly Point[]; caption: string; currency: string }) {
  const format = useFormat();
  return (
    <Table caption={caption} captionHidden note="Base without raises; equity as vesting evenly over four years.">
      <thead>
        <tr>
          <Head>When</Head>
          <Head number>Asked</Head>
          <Head number>Offered</Head>
        </tr>
      </thead>
      <tbody>
        {points.map(({ key, party, at, value }) => (
          <tr key={key}>
            <RowHead>{format.dayTime(at)}</RowHead>
            <Cell number>{party === 'candidate' ? format.amount(value, currency) : ''}</Cell>
            <Cell number>{party === 'employer' ? format.amount(value, currency) : ''}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
