import { type ColumnKind, guessColumns } from '@parley/domain/capture/columns';
import { type DateOrder, listDateOrders, openingKey, readTable } from '@parley/domain/capture/read-table';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Card } from '../../../components/card.tsx';
import { FileField } from '../../../components/form/file-field.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { Page } from '../../../components/page.tsx';
import { type CsvTable, readCsv } from '../../../lib/file/read-csv.ts';
import { newId } from '../../../lib/new-id.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { BroughtList } from './brought-list.tsx';
import { ColumnsForm } from './columns-form.tsx';
import { useBringing } from './use-bringing.ts';

/** Brings a list from another tracker: the file is read here, shown as it will stand, and sent only by a press. */
export function BringPage() {
  const [table, setTable] = useState<CsvTable | null>(null);
  const [wrong, setWrong] = useState<string | undefined>();
  const pick = async (file: File) => {
    setTable(null);
    setWrong(undefined);
    try {
      setTable(readCsv(new Uint8Array(await file.arrayBuffer())));
    } catch (error) {
      setWrong(error instanceof Error ? error.message : 'This file cannot be read.');
    }
  };
  return (
    <Page title="Bring a list along" lead="From Huntr, Teal or a spreadsheet, as a CSV file. Only you will see it.">
      <Link to="/opportunities" className="inline-flex min-h-11 items-center self-start text-accent underline">
        Back to your opportunities
      </Link>
      <FileField
        label="Your list"
        hint="One line names the columns, each line below is an opening. Up to 2,000 lines. It is read in your browser first."
        accept=".csv,.tsv,.txt,text/csv"
        error={wrong}
        onPick={(file) => void pick(file)}
      />
      {table ? <Preview key={JSON.stringify(table.header) + table.rows.length} table={table} /> : null}
    </Page>
  );
}

/** How the dates are read: as is clear, or as the person said; null while they have to say. */
function useOrders({ rows }: CsvTable, columns: readonly (ColumnKind | null)[]) {
  const [said, setSaid] = useState<DateOrder | null>(null);
  const at = columns.indexOf('on');
  const orders = useMemo(() => listDateOrders(rows.map((row) => (at < 0 ? '' : (row[at] ?? '')))), [rows, at]);
  const clear = orders.length > 1 ? null : (orders[0] ?? 'ymd');
  return { orders, order: clear ?? (said && orders.includes(said) ? said : null), setSaid };
}

function Preview({ table }: { table: CsvTable }) {
  const { header, rows } = table;
  const trpc = useTRPC();
  const navigate = useNavigate();
  const [columns, setColumns] = useState(() => guessColumns(header));
  const { orders, order, setSaid } = useOrders(table, columns);
  const own = useQuery(trpc.opportunity.list.queryOptions());
  const [begun] = useState(() => new Date());
  const lines = useMemo(() => (order ? readTable({ rows, columns, order, now: begun }) : []), [rows, columns, order, begun]);
  const [ids] = useState(() => rows.map(() => newId()));
  const { send, came, pending, failure } = useBringing(() => void navigate({ to: '/opportunities' }));
  const { fresh, known } = useMemo(() => {
    const have = new Set((own.data ?? []).map(openingKey));
    const good = lines.flatMap(({ line, opening }) => (opening ? [{ ...opening, opportunityId: ids[line - 2] ?? newId() }] : []));
    const left = good.filter((opening) => !have.has(openingKey(opening)));
    return { fresh: left, known: good.length - left.length };
  }, [lines, own.data, ids]);
  const [sent, setSent] = useState<typeof fresh | null>(null);
  const press = () => {
    // what came already is among one's own now: the list stays the one that was pressed for
    const chosen = sent ?? fresh;
    setSent(chosen);
    void send(chosen);
  };
  const total = (sent ?? fresh).length;
  const missing =
    columns.includes('company') && columns.includes('role') ? null : 'Say which column is the company and which the role.';
  return (
    <>
      <Card title="What each column is">
        <ColumnsForm {...{ header, columns, orders, order }} sample={rows[0] ?? []} onColumns={setColumns} onOrder={setSaid} />
      </Card>
      {order && !missing && !sent ? <BroughtList {...{ lines, known, rows }} /> : null}
      <FormFailure failure={failure} />
      {sent ? (
        <p aria-live="polite" className="flex items-center gap-3">
          <progress max={total} value={came} className="h-2 w-40 accent-accent" aria-label="Brought so far" />
          {`${came} of ${total} are here.`}
        </p>
      ) : null}
      <div>
        <Button
          kind="primary"
          pending={pending || own.isPending}
          why={missing ?? (order ? (total === 0 ? 'No line of this list is new.' : null) : 'Say how the dates are read.')}
          onClick={press}
        >
          {failure ? 'Go on' : `Bring ${total} ${total === 1 ? 'opening' : 'openings'}`}
        </Button>
      </div>
    </>
  );
}
