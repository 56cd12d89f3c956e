import type { ProjectedYear, Projection } from '@parley/domain/compensation/project-offer';
import { toWholeUnits } from '@parley/domain/kernel/money';
import { scaleBand, scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import { useId } from 'react';
import { axisRoom, useChartWidth, ValueAxis } from '../../../components/value-axis.tsx';
import { useFormat } from '../../../lib/format.ts';

const parts = [
  { key: 'base', label: 'Base', look: 'fill-accent', read: (year: ProjectedYear) => year.base ?? 0 },
  { key: 'bonus', label: 'Bonus', look: 'fill-accent opacity-70', read: (year: ProjectedYear) => year.bonus ?? 0 },
  {
    key: 'equity',
    label: 'Equity',
    look: 'fill-accent opacity-40',
    read: (year: ProjectedYear) => (year.vest ?? 0) + (year.refreshers ?? 0),
  },
  { key: 'once', label: 'Paid once', look: 'once', read: (year: ProjectedYear) => year.once },
] as const;

const size = { height: 230, left: axisRoom, right: 8, bottom: 26, top: 34 };

type Mark = { look: string; fill: string | undefined };

/** Recurring pay stacked from the ground, what comes once hatched on top. The table above it is its twin. */
export function TotalsChart({ projection }: { projection: Projection }) {
  const format = useFormat();
  const hatch = useId();
  const width = useChartWidth();
  const { years, currency } = projection;
  const shown = parts.filter(({ read }) => years.some((year) => read(year) > 0));
  const inWords = years.map((year) => `year ${year.year} ${format.money(year.total, currency)}`).join(', ');
  const markOf = ({ key, look }: (typeof parts)[number]): Mark =>
    key === 'once' ? { look: 'stroke-accent', fill: `url(#${hatch})` } : { look, fill: undefined };
  return (
    <figure className="min-w-0">
      <svg
        viewBox={`0 0 ${width} ${size.height}`}
        className="w-full text-ink"
        role="img"
        aria-label={`Total per vest year: ${inWords}.`}
      >
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" className="fill-raised" />
            <rect width="2.5" height="6" className="fill-accent" />
          </pattern>
        </defs>
        <Bars projection={projection} markOf={markOf} width={width} />
      </svg>
      <figcaption className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-soft">
        <span>Per vest year, in {currency}, gross:</span>
        {shown.map((part) => (
          <span key={part.key} className="inline-flex items-center gap-1.5">
            <svg aria-hidden="true" viewBox="0 0 10 10" className="size-3">
              <rect width="10" height="10" className={markOf(part).look} fill={markOf(part).fill} />
            </svg>
            {part.label}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

type BarsProps = { projection: Projection; markOf: (part: (typeof parts)[number]) => Mark; width: number };

function Bars({ projection: { years, currency }, markOf, width }: BarsProps) {
  const format = useFormat();
  const across = scaleBand<number>()
    .domain(years.map(({ year }) => year))
    .range([size.left, width - size.right])
    .padding(0.35);
  const most = Math.max(1, ...years.map(({ total }) => total));
  const ground = size.height - size.bottom;
  const up = scaleLinear().domain([0, most]).nice(4).range([ground, size.top]);
  const layers = stack<ProjectedYear, (typeof parts)[number]>()
    .keys(parts)
    .value((year, part) => part.read(year))(years);
  const isCrowded = years.length > (width < 600 ? 4 : 6);
  return (
    <>
      <ValueAxis
        up={up}
        left={size.left}
        right={width - size.right}
        unit={currency}
        label={(sum) => format.short(sum, currency)}
      />
      {layers.flatMap((layer) =>
        layer.map((span) => {
          const { look, fill } = markOf(layer.key);
          const height = up(span[0]) - up(span[1]) - 1;
          if (height <= 0) return null;
          const place = { x: across(span.data.year), y: up(span[1]), width: across.bandwidth(), height };
          return <rect key={`${layer.key.key}-${span.data.year}`} {...place} className={look} fill={fill} />;
        }),
      )}
      {years.map(({ year, total }) => {
        const middle = (across(year) ?? 0) + across.bandwidth() / 2;
        return (
          <g key={year} textAnchor="middle" className="fill-current text-sm tabular-nums">
            <text x={middle} y={up(total) - 6} className="stroke-raised stroke-4 [paint-order:stroke]">
              {isCrowded
                ? ''
                : width < 600
                  ? format.short(total, currency)
                  : format.amount(toWholeUnits(total, currency), currency)}
            </text>
            <text x={middle} y={size.height - 8}>
              {isCrowded ? year : `Year ${year}`}
            </text>
          </g>
        );
      })}
    </>
  );
}
