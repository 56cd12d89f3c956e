import { type BroughtLine, isFormula } from '@parley/domain/capture/read-table';
import { stageName } from '@parley/domain/opportunity/opportunity';
import { Card } from '../../../components/card.tsx';
import { Cell, Head, RowHead, Table } from '../../../components/table.tsx';
import { useFormat } from '../../../lib/format.ts';

type Props = { lines: readonly BroughtLine[]; known: number; rows: readonly (readonly string[])[] };

const [mostShown, mostRefused] = [20, 10];

/** What the list becomes, before anything is sent: the first openings, and each line that cannot come with its reason. */
export function BroughtList({ lines, known, rows }: Props) {
  const format = useFormat();
  const good = lines.flatMap(({ line, opening }) => (opening ? [{ line, opening }] : []));
  const refused = lines.filter(({ why }) => why !== null);
  const formulas = rows.filter((row) => row.some((cell) => /^\s*[=@]/.test(cell) && isFormula(cell))).length;
  return (
    <div className="flex flex-col gap-4">
      <p>
        {`${format.number(good.length)} of ${format.number(lines.length)} lines can come.`}
        {known > 0 ? ` ${format.number(known)} of them you have already; they are left out.` : ''}
        {formulas > 0
          ? ` ${format.number(formulas)} ${formulas === 1 ? 'line has' : 'lines have'} a formula; only its words come along.`
          : ''}
      </p>
      {refused.length > 0 ? (
        <Card title={`${format.number(refused.length)} cannot come`} level={3}>
          <ul className="flex flex-col gap-1">
            {refused.slice(0, mostRefused).map(({ line, why }) => (
              <li key={line} className="wrap-anywhere">{`Line ${line}: ${why ?? ''}`}</li>
            ))}
          </ul>
          {refused.length > mostRefused ? <p className="text-ink-soft">{`and ${refused.length - mostRefused} more`}</p> : null}
        </Card>
      ) : null}
      {good.length > 0 ? (
        <Card title={good.length > mostShown ? `The first ${mostShown}` : 'As they will stand'} level={3}>
          <Table caption="Openings of the list" captionHidden>
            <thead>
              <tr>
                <Head>Role</Head>
                <Head>Company</Head>
                <Head>Stage</Head>
                <Head>Since</Head>
              </tr>
            </thead>
            <tbody>
              {good.slice(0, mostShown).map(({ line, opening: { role, company, stage, on } }) => (
                <tr key={line}>
                  <RowHead>{role}</RowHead>
                  <Cell>{company}</Cell>
                  <Cell>{stageName(stage)}</Cell>
                  <Cell className="whitespace-nowrap tabular-nums">{format.date(on)}</Cell>
                </tr>
              ))}
            </tbody>
          </Table>
        </Card>
      ) : null}
    </div>
  );
}
