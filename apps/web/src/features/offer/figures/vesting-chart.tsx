import type { Grant } from '@parley/domain/compensation/components';
import type { GrantValue } from '@parley/domain/compensation/equity';
import { lengthOf } from '@parley/domain/compensation/vesting';
import { writeExact } from '@parley/domain/figure/show-figure';
import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import { memo, useState } from 'react';
import { Cell, Head, RowHead, Table } from '../../../components/table.tsx';
import { axisRoom, useChartWidth, ValueAxis } from '../../../components/value-axis.tsx';
import { useFormat } from '../../../lib/format.ts';
import { usePerson } from '../../../lib/person.ts';

const size = { height: 200, left: axisRoom, right: 14, bottom: 24, top: 34 };

/** `12K` of a count. */
const compact = { notation: 'compact', maximumFractionDigits: 1 } as const;

type Point = { at: number; sum: number };

/** Running sum over the months; shares where they are counted, else money. */
function running(value: GrantValue, from: number): Point[] {
  let sum = 0;
  const points = value.vests.map((vest) => {
    sum += vest.shares ?? vest.worth ?? 0;
    return { at: vest.at, sum };
  });
  return [{ at: from, sum: 0 }, ...points];
}

export type VestingChartProps = { grant: Grant; value: GrantValue; currency: string };

/** What has vested, month by month, with the cliff drawn; the table under it holds every vest. */
export const VestingChart = memo(function VestingChart({ grant, value, currency }: VestingChartProps) {
  const format = useFormat();
  const width = useChartWidth();
  const [open, setOpen] = useState(false);
  const [first, last] = [value.vests[0], value.vests.at(-1)];
  if (!first || !last) return null;
  const name = grant.name || (grant.kind === 'rsu' ? 'RSU' : 'Options');
  const cliffAt = grant.vesting.cliff === null ? null : first.at;
  const label = `${name} vested over ${last.at} months${cliffAt === null ? '' : `, nothing before month ${cliffAt}`}.`;
  return (
    <figure className="flex min-w-0 flex-col gap-2">
      <svg viewBox={`0 0 ${width} ${size.height}`} className="w-full" role="img" aria-label={label}>
        <Steps {...{ grant, value, cliffAt, currency, width }} />
      </svg>
      <figcaption className="text-sm text-ink-soft">
        How much of {name} is mine, month by month{isCounted(value) ? '' : ', as priced above'}. The line steps up at every vest
        {cliffAt === null ? '' : '; before the cliff, in the shaded part, nothing is mine'}.
      </figcaption>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="min-h-11 py-2.5 text-ink-soft">
          {name}: {value.vests.length} vests as a table
        </summary>
        {open ? <VestTable value={value} currency={currency} name={name} /> : null}
      </details>
      {value.exerciseCost === null ? null : (
        <p className="text-sm text-ink-soft">Buying all of them costs {format.money(value.exerciseCost, currency)}.</p>
      )}
      {value.underwater ? <p className="text-warn">The strike is at or above the price: worth nothing today.</p> : null}
    </figure>
  );
});

/** Whether the grant is counted in shares: else its axis is money. */
const isCounted = (value: GrantValue) => value.vests.every(({ shares }) => shares !== null);

type StepsProps = { grant: Grant; value: GrantValue; cliffAt: number | null; currency: string; width: number };

function Steps({ grant, value, cliffAt, currency, width }: StepsProps) {
  const format = useFormat();
  const { locale } = usePerson();
  const { start, steps } = grant.vesting;
  const points = running(value, 'after' in start ? start.after : 0);
  const [most, end] = [points.at(-1)?.sum ?? 0, points.at(-1)?.at ?? 0];
  const months = Math.max(end, lengthOf(steps));
  // behind the last vest the line goes on for a bit: what is mine then is a level, not an edge
  const edge = months + Math.ceil(months / 24);
  const ground = size.height - size.bottom;
  const across = scaleLinear()
    .domain([0, edge])
    .range([size.left, width - size.right]);
  const up = scaleLinear()
    .domain([0, Math.max(1, most)])
    .nice(4)
    .range([ground, size.top]);
  const short = (sum: number) => (isCounted(value) ? writeExact(String(sum), locale, compact) : format.short(sum, currency));
  const draw = line<Point>()
    .x(({ at }) => across(at))
    .y(({ sum }) => up(sum))
    .curve(curveStepAfter);
  const years = Array.from({ length: Math.floor(months / 12) }, (_, at) => (at + 1) * 12);
  return (
    <>
      <ValueAxis
        up={up}
        left={size.left}
        right={width - size.right}
        unit={isCounted(value) ? 'shares' : currency}
        label={short}
      />
      {years.map((month) => (
        <g key={month}>
          <line x1={across(month)} x2={across(month)} y1={size.top} y2={ground} className="stroke-line" />
          <text x={across(month)} y={size.height - 7} textAnchor="middle" className="fill-ink-soft text-sm">
            {width < 600 && month !== months ? month : `${month} mo`}
          </text>
        </g>
      ))}
      {cliffAt === null ? null : <Cliff from={across(0)} to={across(cliffAt)} ground={ground} />}
      <path d={draw([...points, { at: edge, sum: most }]) ?? ''} fill="none" strokeWidth="2.5" className="stroke-accent" />
      <text
        x={across(edge)}
        y={up(most) - 7}
        textAnchor="end"
        className="fill-ink stroke-raised stroke-4 [paint-order:stroke] text-sm"
      >
        {short(most)}
      </text>
    </>
  );
}

/** The months before the first vest. */
function Cliff({ from, to, ground }: { from: number; to: number; ground: number }) {
  return (
    <g>
      <rect x={from} width={to - from} y={size.top} height={ground - size.top} className="fill-hatch" />
      <text x={from + 8} y={size.top + 16} className="fill-ink-soft text-sm">
        cliff
      </text>
    </g>
  );
}

function VestTable({ value, currency, name }: { value: GrantValue; currency: string; name: string }) {
  const format = useFormat();
  return (
    <Table caption={`Every vest of ${name}, worth in ${currency}`}>
      <thead>
        <tr>
          <Head>Month</Head>
          <Head>On</Head>
          <Head number>Shares</Head>
          <Head number>Worth</Head>
        </tr>
      </thead>
      <tbody>
        {value.vests.map((vest) => (
          <tr key={`${vest.at}-${vest.date}`}>
            <RowHead className="tabular-nums">{vest.at}</RowHead>
            <Cell>{vest.date === null ? '–' : format.date(vest.date)}</Cell>
            <Cell number>{vest.shares === null ? '–' : format.number(vest.shares)}</Cell>
            <Cell number>{format.amount(vest.worth, currency)}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
