import type { OfferView } from '@parley/domain/offer/disclosure';
import type { Span } from '@parley/domain/offer/grid';
import type { SeenYear } from '@parley/domain/offer/interval';
import { Chip } from '../../components/chip.tsx';
import { Cell, Head, RowHead, Table } from '../../components/table.tsx';
import { useFormat } from '../../lib/format.ts';
import { ViewDetails } from './details-panel.tsx';

const rows = [
  { key: 'base', label: 'Base', note: '' },
  { key: 'bonus', label: 'Bonus', note: '' },
  { key: 'signOn', label: 'Sign-on', note: 'once' },
  { key: 'vest', label: 'Equity', note: '' },
  { key: 'refreshers', label: 'Written refreshers', note: '' },
] as const;

/** Which rows are worth a line: of groups that are shown, and of parts that are not "none". */
function shownRows({ pay, equity }: OfferView) {
  const has = {
    base: pay !== null && pay.base.state !== 'none',
    bonus: pay !== null && (pay.bonus.state !== 'none' || pay.guaranteed.state !== 'none'),
    signOn: pay !== null && pay.signOn.state !== 'none',
    vest: equity !== null && equity.grants.state !== 'none',
    refreshers: equity !== null && equity.refreshers.state !== 'none',
  };
  return rows.filter(({ key }) => has[key]);
}

/** An offer as one reader gets it: the same screen for the reader and for the owner who looks as they do. */
export function ViewPanel({ view }: { view: OfferView }) {
  const format = useFormat();
  const { projection, currency } = view;
  const span = ({ low, high }: Span) =>
    low === high ? format.amount(low, currency) : `${format.amount(low, currency)}–${format.amount(high, currency)}`;
  const cell = (value: Span | null) => (value === null ? 'not stated' : value.high === 0 ? '–' : span(value));
  const hidden = projection.without;
  const hasFigures = hidden.length < 2 || !(hidden.includes('pay') && hidden.includes('equity'));
  const isRange = projection.total.low !== projection.total.high;
  const shown = shownRows(view);
  return (
    <div className="flex flex-col gap-4">
      <p className="flex flex-wrap items-center gap-2">
        <span className="text-lg font-semibold">Offer from {view.employer}</span>
        <Chip>
          v{view.number} {view.stage}
        </Chip>
        {hidden.map((group) => (
          <Chip key={group}>{group} hidden</Chip>
        ))}
      </p>
      {hasFigures ? (
        <Table
          caption={`Per vest year, ${currency}${isRange ? ', as ranges of a fixed grid' : ''}`}
          note={`Computed only from what you may see.${hidden.length > 0 ? ` Without ${format.list(hidden)}.` : ''}${projection.unknown.length > 0 ? ` Not stated: ${format.list(projection.unknown)}.` : ''}`}
        >
          <thead>
            <tr>
              <Head className="sticky left-0 bg-raised">
                <span className="sr-only">Component</span>
              </Head>
              {projection.years.map(({ year }) => (
                <Head key={year} number>
                  Year {year}
                </Head>
              ))}
              <Head />
            </tr>
          </thead>
          <tbody>
            {shown.map(({ key, label, note }) => (
              <tr key={key}>
                <RowHead className="sticky left-0 bg-raised whitespace-nowrap">{label}</RowHead>
                {projection.years.map((year: SeenYear) => (
                  <Cell key={year.year} number>
                    {cell(year[key])}
                  </Cell>
                ))}
                <Cell className="text-sm text-ink-soft">{note}</Cell>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="font-semibold">
              <RowHead className="sticky left-0 bg-raised">{projection.unknown.length > 0 ? 'Total, at least' : 'Total'}</RowHead>
              {projection.years.map(({ year, total }) => (
                <Cell key={year} number>
                  {span(total)}
                </Cell>
              ))}
              <Cell />
            </tr>
          </tfoot>
        </Table>
      ) : (
        <p className="text-ink-soft">No figures of this offer are shared.</p>
      )}
      {hasFigures ? (
        <p>
          Over {projection.years.length} years: <span className="font-semibold tabular-nums">{span(projection.total)}</span>{' '}
          {currency}
        </p>
      ) : null}
      <ViewDetails view={view} />
    </div>
  );
}
