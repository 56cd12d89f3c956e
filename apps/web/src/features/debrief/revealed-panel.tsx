import type { DebriefOutcome } from '@parley/domain/debrief/debrief';
import { Cell, Head, RowHead, Table } from '../../components/table.tsx';
import { useFormat } from '../../lib/format.ts';
import { ReadsChart } from './reads-chart.tsx';
import type { RevealedReads } from './use-debrief.ts';

/** All reads at once: reasons first, then the strip, then the table. */
export function RevealedPanel({
  reads: { reads, councilMean },
  outcome,
}: {
  reads: RevealedReads;
  outcome: DebriefOutcome | null;
}) {
  const format = useFormat();
  const ownerFirst = reads.toSorted((a, b) => Number(b.owner) - Number(a.owner) || (a.name ?? '').localeCompare(b.name ?? ''));
  const mean = councilMean === null ? 'nobody sealed' : format.number(Math.round(councilMean));
  return (
    <div className="flex flex-col gap-5">
      <ul className="grid gap-3 sm:grid-cols-2">
        {ownerFirst
          .filter((read) => read.reason !== '')
          .map((read) => (
            <li key={read.authorId} className="rounded-md border border-line bg-raised px-4 py-3 wrap-anywhere">
              <p className="whitespace-pre-wrap">{read.reason}</p>
              <p className="mt-1 text-sm text-ink-soft">{read.name}</p>
            </li>
          ))}
      </ul>
      <ReadsChart reads={ownerFirst} councilMean={councilMean} outcome={outcome} />
      <Table caption="Likelihood that it goes on, percent">
        <thead>
          <tr>
            <Head>Read by</Head>
            <Head number>%</Head>
          </tr>
        </thead>
        <tbody>
          {ownerFirst.map((read) => (
            <tr key={read.authorId}>
              <RowHead>
                {read.name}
                {read.owner ? <span className="font-normal text-ink-soft"> (own read)</span> : null}
              </RowHead>
              <Cell number>{read.likelihood}</Cell>
            </tr>
          ))}
          <tr>
            <RowHead>Mean of the council</RowHead>
            <Cell number>{mean}</Cell>
          </tr>
        </tbody>
      </Table>
    </div>
  );
}
