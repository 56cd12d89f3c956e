import { useMedia } from '../../../components/split-panel.tsx';
import { Cell, Head, RowHead, Table } from '../../../components/table.tsx';
import { YearList, type YearPanelProps, type YearRow } from './year-list.tsx';

const pinned = 'sticky left-0 bg-(--ground) whitespace-nowrap';

/** Components down, years across, the total at the foot: the shape in which every offer is shown. On a phone a card a year. */
export function YearPanel({ narrow = false, ...props }: YearPanelProps & { narrow?: boolean }) {
  const phone = useMedia('(max-width: 39.99rem)');
  return phone || narrow ? <YearList {...props} /> : <YearTable {...props} />;
}

function YearTable({ caption, note, sumHead, heads, rows, foot, beside = [] }: YearPanelProps) {
  return (
    <Table caption={caption} note={note}>
      <thead>
        <tr>
          <Head className={pinned}>
            <span className="sr-only">Component</span>
          </Head>
          {foot.cells.map((_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a year is its place.
            <Head key={at} number>
              {heads?.[at] ?? `Year ${at + 1}`}
            </Head>
          ))}
          {sumHead === undefined ? null : <Head number>{sumHead}</Head>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <YearLine key={row.key} row={row} hasSum={sumHead !== undefined} />
        ))}
      </tbody>
      <tfoot className="font-semibold">
        <YearLine row={foot} hasSum={sumHead !== undefined} />
        {beside.map((row) => (
          <YearLine key={row.key} row={row} hasSum={sumHead !== undefined} isBeside />
        ))}
      </tfoot>
    </Table>
  );
}

function YearLine({ row, hasSum, isBeside = false }: { row: YearRow; hasSum: boolean; isBeside?: boolean }) {
  return (
    <tr className={isBeside ? 'font-normal text-ink-soft' : ''}>
      <RowHead className={pinned}>
        {row.label}
        {row.note ? <span className="block text-sm font-normal text-ink-soft">{row.note}</span> : null}
      </RowHead>
      {row.cells.map((text, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a year is its place.
        <Cell key={at} number>
          {text}
        </Cell>
      ))}
      {hasSum ? <Cell number>{row.total}</Cell> : null}
    </tr>
  );
}
