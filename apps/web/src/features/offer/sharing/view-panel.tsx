import { toWholeUnits } from '@parley/domain/kernel/money';
import type { KeptAttachment } from '@parley/domain/offer/attachment/attachment';
import type { OfferView } from '@parley/domain/offer/sharing/disclosure';
import type { Span } from '@parley/domain/offer/sharing/grid';
import { Chip } from '../../../components/chip.tsx';
import { useFormat } from '../../../lib/format.ts';
import { ShownList } from '../attachment/shown-list.tsx';
import { ViewDetails } from '../figures/details-panel.tsx';
import { YearPanel } from '../figures/year-panel.tsx';

const rows = [
  { key: 'base', label: 'Base', note: '' },
  { key: 'bonus', label: 'Bonus', note: '' },
  { key: 'signOn', label: 'Sign-on', note: 'once' },
  { key: 'oneOff', label: 'Other one-off pay', note: 'once' },
  { key: 'vest', label: 'Equity', note: '' },
  { key: 'refreshers', label: 'Written refreshers', note: '' },
] as const;

const apart = [
  { key: 'match', label: 'Pension or match' },
  { key: 'espp', label: 'Share plan' },
  { key: 'benefits', label: 'Other benefits' },
] as const;

/** Which rows are worth a line: of groups that are shown, and of parts that are not "none". */
function shownRows({ pay, equity }: OfferView) {
  const has = {
    base: pay !== null && pay.base.state !== 'none',
    bonus: pay !== null && (pay.bonus.state !== 'none' || pay.guaranteed.state !== 'none'),
    signOn: pay !== null && pay.signOn.state !== 'none',
    oneOff: pay !== null && pay.oneOff.state === 'known',
    vest: equity !== null && equity.grants.state !== 'none',
    refreshers: equity !== null && equity.refreshers.state !== 'none',
  };
  return rows.filter(({ key }) => has[key]);
}

function useFigure(currency: string) {
  const format = useFormat();
  return (sum: number) => format.amount(toWholeUnits(sum, currency), currency);
}

/** A range in two lines, so that four years of ranges fit side by side. */
function Range({ span: { low, high }, currency }: { span: Span; currency: string }) {
  const figure = useFigure(currency);
  if (low === high) return figure(low);
  return (
    <>
      <span className="block">{figure(low)}</span> <span className="block">to {figure(high)}</span>
    </>
  );
}

type ViewPanelProps = {
  view: OfferView & { letters?: KeptAttachment[] };
  mayOpen?: boolean;
  /** In a column that no table of four years fits into. */
  narrow?: boolean;
};

/** An offer as one reader gets it: the same screen for the reader, who may open its letter, and for the owner who looks as they do. */
export function ViewPanel({ view, mayOpen = false, narrow = false }: ViewPanelProps) {
  const { without } = view.projection;
  const hasFigures = view.pay !== null || view.equity !== null;
  return (
    <div className="flex flex-col gap-4">
      <p className="flex flex-wrap items-center gap-2">
        <span className="text-lg font-semibold">Offer from {view.employer}</span>
        <Chip>
          v{view.number} {view.stage}
        </Chip>
        {without.map((group) => (
          <Chip key={group}>{group} hidden</Chip>
        ))}
      </p>
      {hasFigures ? (
        <SeenTable view={view} narrow={narrow} />
      ) : (
        <p className="text-ink-soft">No figures of this offer are shared.</p>
      )}
      <ViewDetails view={view} />
      <ShownList letters={view.letters ?? []} mayOpen={mayOpen} />
    </div>
  );
}

/** The ends added up over the years; null when one of them is not stated. */
function sumOf(spans: readonly (Span | null)[]): Span | null {
  const known = spans.filter((span) => span !== null);
  if (known.length < spans.length) return null;
  return known.reduce((sum, { low, high }) => ({ low: sum.low + low, high: sum.high + high }), { low: 0, high: 0 });
}

function SeenTable({ view, narrow }: { view: OfferView; narrow: boolean }) {
  const format = useFormat();
  const span = (value: Span) => <Range span={value} currency={view.currency} />;
  const { years, total, without, unknown } = view.projection;
  const isNothing = ({ low, high }: Span) => low === 0 && high === 0;
  const cell = (value: Span | null) => (value === null ? 'not stated' : isNothing(value) ? '–' : span(value));
  const lines = shownRows(view).map(({ key, label, note }) => ({
    key,
    label,
    note,
    cells: years.map((year) => cell(year[key])),
    total: cell(sumOf(years.map((year) => year[key]))),
  }));
  const foot = {
    key: 'total',
    label: unknown.length > 0 ? 'Total, at least' : 'Total',
    cells: years.map((year) => span(year.total)),
    total: span(total),
    note: '',
  };
  const remarks = [
    'Computed only from what you may see.',
    ...(without.length > 0 ? [`Without ${format.list(without)}.`] : []),
    ...(unknown.length > 0 ? [`Not stated: ${format.list(unknown)}.`] : []),
  ];
  const isRange = total.low !== total.high;
  const caption = `Per vest year, ${view.currency}${isRange ? ', as ranges of a fixed grid' : ''}`;
  const sumHead = years.length === 1 ? '1 year' : `${years.length} years`;
  const beside = apart
    .filter(({ key }) => years.some((year) => year[key] !== null && !isNothing(year[key])))
    .map(({ key, label }) => {
      const spans = years.map((year) => year[key]);
      return { key, label, note: 'apart', cells: spans.map(cell), total: cell(sumOf(spans)) };
    });
  return <YearPanel {...{ caption, sumHead, foot, beside, narrow }} note={remarks.join(' ')} rows={lines} />;
}
