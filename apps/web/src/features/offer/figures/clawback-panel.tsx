import { monthsOwed, owedOnLeaving } from '@parley/domain/compensation/clawback';
import type { SignOn } from '@parley/domain/compensation/components';
import { Cell, Head, RowHead, Table } from '../../../components/table.tsx';
import { useFormat } from '../../../lib/format.ts';

type Props = { signOn: SignOn; currency: string; firstDay: string | null };

/** What I would owe back of the sign-on, by the month in which I leave. */
export function ClawbackPanel({ signOn, currency, firstDay }: Props) {
  const format = useFormat();
  const last = monthsOwed(signOn, firstDay);
  if (last === 0) return null;
  const months = [...new Set([...Array.from({ length: Math.ceil(last / 3) }, (_, at) => at * 3), last])];
  return (
    <details>
      <summary className="min-h-11 py-2.5">What I owe back if I leave early</summary>
      <Table
        caption={`Owed after so many months of work, ${currency}`}
        note="In between it changes with the letter's rule; rounded to the smallest unit."
      >
        <thead>
          <tr>
            <Head>Month</Head>
            <Head number>Owed</Head>
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month}>
              <RowHead className="tabular-nums">{month}</RowHead>
              <Cell number>{format.amount(owedOnLeaving(signOn, month, firstDay), currency)}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  );
}
