import type { Outcomes } from '@parley/domain/compensation/beside';
import type { Components } from '@parley/domain/compensation/components';
import type { ProjectedYear, Projection } from '@parley/domain/compensation/project-offer';
import { toWholeUnits } from '@parley/domain/kernel/money';
import { Cell, Head, RowHead, Table } from '../../../components/table.tsx';
import { useFormat } from '../../../lib/format.ts';
import type { YearRow } from './year-list.tsx';

type Beside = { key: string; label: string; note: string; cells: readonly (number | null)[]; total: number | null };

/** The years added up; null where one of them is not known. */
export const sumOf = (sums: readonly (number | null)[]): number | null =>
  sums.some((sum) => sum === null) ? null : sums.reduce<number>((total, sum) => total + (sum ?? 0), 0);

function partsBeside(components: Components, { years }: Projection): Beside[] {
  const lines = [
    { key: 'inHand', label: 'Paid out to me', note: 'total less what is not in hand', part: components.notInHand },
    { key: 'match', label: 'Pension or match', note: 'apart', part: components.match },
    { key: 'espp', label: 'Share plan', note: 'apart', part: components.espp },
    { key: 'benefits', label: 'Other benefits', note: 'apart', part: components.benefits },
  ] as const satisfies readonly { key: keyof ProjectedYear; label: string; note: string; part: { state: string } }[];
  return lines.flatMap(({ key, label, note, part }) => {
    const cells = years.map((year) => year[key]);
    const isSaid = part.state === 'known' && cells.some((sum) => sum !== 0);
    return isSaid ? [{ key, label, note, cells, total: sumOf(cells) }] : [];
  });
}

/** What stands beside the total, year by year, and is in it nowhere; what is mine is called so. */
export function besideRows(components: Components, projection: Projection, words: (sum: number | null) => string): YearRow[] {
  const { mine, onPath } = projection;
  const own: Beside[] = mine
    ? [{ key: 'mine', label: `Left at my rate of ${mine.rate} %`, note: 'my own figure', cells: mine.years, total: mine.total }]
    : [];
  const path: Beside[] = onPath
    ? [{ key: 'path', label: 'Equity on my price path', note: 'assumed', cells: onPath.years, total: onPath.total }]
    : [];
  return [...partsBeside(components, projection), ...own, ...path].map(({ cells, total, ...row }) => ({
    ...row,
    cells: cells.map(words),
    total: words(total),
  }));
}

/** The ways that the company may go, each with what the unlisted equity would be worth then. */
export function OutcomesPanel({ outcomes, currency }: { outcomes: Outcomes; currency: string }) {
  const format = useFormat();
  const figure = (sum: number | null) => (sum === null ? 'not known' : format.amount(toWholeUnits(sum, currency), currency));
  return (
    <Table
      caption={`Unlisted equity by outcome, whole, ${currency}`}
      note="Outcomes and odds are mine. They are in no other figure."
    >
      <thead>
        <tr>
          <Head>Outcome</Head>
          <Head number>Odds</Head>
          <Head number>Worth</Head>
        </tr>
      </thead>
      <tbody>
        {outcomes.list.map(({ name, odds, worth }) => (
          <tr key={name}>
            <RowHead>{name}</RowHead>
            <Cell number>{format.percent(odds)}</Cell>
            <Cell number>{figure(worth)}</Cell>
          </tr>
        ))}
      </tbody>
      <tfoot className="font-semibold">
        <tr>
          <RowHead>Weighed by the odds</RowHead>
          <Cell number>{format.percent('100')}</Cell>
          <Cell number>{figure(outcomes.expected)}</Cell>
        </tr>
      </tfoot>
    </Table>
  );
}
