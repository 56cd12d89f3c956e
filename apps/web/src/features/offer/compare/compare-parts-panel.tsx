import { toWholeUnits } from '@parley/domain/kernel/money';
import type { SeenComparison } from '@parley/domain/offer/comparison';
import { type ComparedPart, differenceFrom, type PartApart, type PartRow } from '@parley/domain/offer/comparison-parts';
import type { Span } from '@parley/domain/offer/sharing/grid';
import { type ReactNode, useState } from 'react';
import { Delta } from '../../../components/delta.tsx';
import { PercentField } from '../../../components/form/number-field.tsx';
import { SelectField } from '../../../components/form/select-field.tsx';
import { useMedia } from '../../../components/split-panel.tsx';
import { Cell, Head, RowHead, Table } from '../../../components/table.tsx';
import { useFormat } from '../../../lib/format.ts';
import { letterOf } from './compare-form.tsx';
import type { Side, useComparisonBasis } from './use-compare.ts';

const words: Record<ComparedPart, string> = { base: 'Base', bonus: 'Bonus', once: 'Paid once', equity: 'Equity' };
const wordsApart: Record<PartApart, string> = {
  match: 'Beside it: retirement saving',
  espp: 'Beside it: share plan',
  benefits: 'Beside it: other benefits',
};

const isSaid = ({ spans }: { spans: readonly (Span | null)[] }) => spans.some((span) => span !== null && span.high !== 0);

export type Line = { key: string; label: string; spans: (Span | null)[]; isSum: boolean };

type Props = {
  sides: readonly Side[];
  comparison: SeenComparison;
  parts: readonly PartRow[];
  apart: readonly PartRow<PartApart>[];
  today: readonly Span[] | null;
  ground: ReturnType<typeof useComparisonBasis>;
};

/** The rows of the comparison: each part, their total, what it is worth today, and what stands beside it. */
export function linesOf(
  { comparison, parts, apart, today, ground }: Omit<Props, 'sides'>,
  percent: (value: string) => string,
): Line[] {
  return [
    ...parts
      .filter(({ spans }) => spans.some((span) => span === null || span.high !== 0))
      .map(({ part, spans }) => ({ key: part, label: words[part], spans, isSum: false })),
    { key: 'total', label: 'Total', spans: comparison.sides.map(({ total }) => total), isSum: true },
    ...(today
      ? [{ key: 'today', label: `Present value at ${percent(ground.discount)} a year`, spans: [...today], isSum: true }]
      : []),
    ...apart.filter(isSaid).map(({ part, spans }) => ({ key: part, label: wordsApart[part], spans, isSum: false })),
  ];
}

/** Offers by component: rows of components, a column an offer, and the difference to the one chosen as base. */
export function ComparePartsPanel(props: Props) {
  const { sides, comparison, ground } = props;
  const [base, setBase] = useState('');
  const isNarrow = useMedia('(max-width: 39.99rem)');
  const baseAt = sides.findIndex(({ offerId }) => offerId === base);
  const options = sides.map(({ offerId, short }, at) => ({ value: offerId, label: `${letterOf(at)} (${short})` }));
  const lines = linesOf(props, useFormat().percent);
  const span = comparison.horizon === 1 ? '1 year' : `${comparison.horizon} years`;
  const caption = `By component over ${span}, ${comparison.currency}, gross`;
  const shown = { sides, lines, baseAt: baseAt < 0 ? 0 : baseAt, currency: comparison.currency, caption };
  return (
    <div className="flex flex-col gap-3">
      <div className="grid items-start gap-3 sm:grid-cols-[14rem_14rem]">
        <SelectField
          label="Difference to"
          options={options}
          value={options[shown.baseAt]?.value ?? ''}
          onChange={(event) => setBase(event.target.value)}
        />
        <PercentField
          label="Rate for present value"
          value={ground.discount}
          max={100}
          onChange={(rate) => ground.setDiscount(rate ?? '')}
        />
      </div>
      {isNarrow ? <SideCards {...shown} /> : <PartsTable {...shown} />}
    </div>
  );
}

type ShownProps = { sides: readonly Side[]; lines: readonly Line[]; baseAt: number; currency: string; caption: string };

const note = 'Each row is converted and rounded by itself. A part that is not stated or hidden counts as nothing in the total.';

/** A figure or a range, and by how much it is above or below the base. */
function Figure({ span, base, currency }: { span: Span | null; base: Span | null; currency: string }) {
  const format = useFormat();
  const figure = (sum: number) => format.amount(toWholeUnits(sum, currency), currency);
  if (span === null) return <span className="text-ink-soft">not known</span>;
  const more = base === null ? null : differenceFrom(base, span);
  const change = more && more.low === more.high ? more.low : null;
  return (
    <>
      {span.low === span.high ? figure(span.low) : `${figure(span.low)} to ${figure(span.high)}`}
      {change === null || change === 0 ? null : (
        <span className="block text-sm">
          <Delta value={change}>{format.amount(Math.abs(toWholeUnits(change, currency)), currency)}</Delta>
        </span>
      )}
    </>
  );
}

const baseOf = ({ spans }: Line, at: number, baseAt: number) => (at === baseAt ? null : (spans[baseAt] ?? null));

function PartsTable({ sides, lines, baseAt, currency, caption }: ShownProps) {
  const cells = (line: Line): ReactNode =>
    sides.map(({ offerId }, at) => (
      <Cell key={offerId} number className={line.isSum ? 'font-semibold' : ''}>
        <Figure span={line.spans[at] ?? null} base={baseOf(line, at, baseAt)} currency={currency} />
      </Cell>
    ));
  return (
    <Table caption={caption} note={note}>
      <thead>
        <tr>
          <Head>Component</Head>
          {sides.map(({ offerId, short }, at) => (
            <Head key={offerId} number>
              {letterOf(at)} ({short})
            </Head>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key}>
            <RowHead>{line.label}</RowHead>
            {cells(line)}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** A card an offer, its total first. */
function SideCards({ sides, lines, baseAt, currency, caption }: ShownProps) {
  return (
    <section aria-label={caption}>
      <p className="pb-1 text-sm text-ink-soft">{caption}</p>
      <ul className="flex flex-col gap-3">
        {sides.map(({ offerId, label }, at) => (
          <li key={offerId} className="rounded-md border border-line px-3 py-2">
            <p className="font-semibold">
              {letterOf(at)} <span className="font-normal">{label}</span>
            </p>
            <dl>
              {[...lines]
                .sort((a, b) => Number(b.key === 'total') - Number(a.key === 'total'))
                .map((line) => (
                  <div
                    key={line.key}
                    className={`flex items-baseline justify-between gap-3 py-0.5 ${line.isSum ? 'font-semibold' : ''}`}
                  >
                    <dt className="font-normal text-ink-soft">{line.label}</dt>
                    <dd className="text-right tabular-nums">
                      <Figure span={line.spans[at] ?? null} base={baseOf(line, at, baseAt)} currency={currency} />
                    </dd>
                  </div>
                ))}
            </dl>
          </li>
        ))}
      </ul>
      <p className="mt-2 text-sm text-ink-soft">{note}</p>
    </section>
  );
}
