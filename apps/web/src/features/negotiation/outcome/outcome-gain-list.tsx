import type { Gain, Rise } from '@parley/domain/negotiation/outcome/gain';
import { Delta } from '../../../components/delta.tsx';
import { Cell, Head, RowHead, Table } from '../../../components/table.tsx';
import { useFormat } from '../../../lib/format.ts';

/** What the talks brought, against the first offer: exact, and only of what both name. */
export function GainList({ gain, currency }: { gain: Gain; currency: string }) {
  const format = useFormat();
  const against = gain.from === 'move' ? 'their first move in the ledger' : 'the first version of the offer';
  const apart = [
    ...gain.added.map(({ label, amount }) => `${label} (${format.money(amount, currency)}) was not in the first offer`),
    ...gain.unsaid.map((label) => `${label} was only in the first offer`),
  ];
  return (
    <Table
      caption={`Gain against ${against}, ${currency}`}
      note={`${apart.length > 0 ? `Not counted: ${apart.join('; ')}. ` : ''}The total is of what both offers name, without raises; percent to two decimals.`}
    >
      <thead>
        <tr>
          <Head>Part</Head>
          <Head number>First</Head>
          <Head number>Final</Head>
          <Head number>Gain</Head>
        </tr>
      </thead>
      <tbody>
        {gain.base ? <Row label="Base, a year" rise={gain.base} currency={currency} /> : null}
        <Row label={`Total, ${gain.years} years`} rise={gain.total} currency={currency} />
      </tbody>
    </Table>
  );
}

function Row({ label, rise, currency }: { label: string; rise: Rise; currency: string }) {
  const format = useFormat();
  return (
    <tr>
      <RowHead>{label}</RowHead>
      <Cell number>{format.amount(rise.first, currency)}</Cell>
      <Cell number>{format.amount(rise.final, currency)}</Cell>
      <Cell number>
        <Delta value={rise.money}>{format.money(Math.abs(rise.money), currency)}</Delta>
        {rise.percent === null ? null : <span className="block text-sm text-ink-soft">{format.percent(rise.percent)}</span>}
      </Cell>
    </tr>
  );
}
