import type { ProjectedYear, Projection } from '@parley/domain/compensation/project-offer';
import { scaleBand, scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import { useFormat } from '../../lib/format.ts';

const parts = [
  { key: 'base', label: 'Base', look: 'fill-accent', read: (year: ProjectedYear) => year.base ?? 0 },
  { key: 'bonus', label: 'Bonus', look: 'fill-accent opacity-70', read: (year: ProjectedYear) => year.bonus ?? 0 },
  {
    key: 'equity',
    label: 'Equity',
    look: 'fill-accent opacity-40',
    read: (year: ProjectedYear) => (year.vest ?? 0) + (year.refreshers ?? 0),
  },
  { key: 'once', label: 'Once', look: 'once', read: (year: ProjectedYear) => year.once },
] as const;

const size = { width: 640, height: 230, left: 8, bottom: 26, top: 24 };

/** Recurring pay stacked from the ground, what comes once hatched on top. The table above it is its twin. */
export function TotalsChart({ projection }: { projection: Projection }) {
  const format = useFormat();
  const { years, currency } = projection;
  const across = scaleBand<number>()
    .domain(years.map(({ year }) => year))
    .range([size.left, size.width - size.left])
    .padding(0.35);
  const most = Math.max(1, ...years.map(({ total }) => total));
  const up = scaleLinear()
    .domain([0, most])
    .range([size.height - size.bottom, size.top]);
  const layers = stack<ProjectedYear, (typeof parts)[number]['key']>()
    .keys(parts.map(({ key }) => key))
    .value((year, key) => parts.find((part) => part.key === key)?.read(year) ?? 0)(years);
  const shown = parts.filter(({ read }) => years.some((year) => read(year) > 0));
  const inWords = years.map((year) => `year ${year.year} ${format.money(year.total, currency)}`).join(', ');
  return (
    <figure className="min-w-0">
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        className="w-full text-ink"
        role="img"
        aria-label={`Total per vest year: ${inWords}.`}
      >
        <defs>
          <pattern id="offer-once" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" className="fill-raised" />
            <rect width="2.5" height="6" className="fill-accent" />
          </pattern>
        </defs>
        <line x1={size.left} x2={size.width - size.left} y1={up(0)} y2={up(0)} className="stroke-line-strong" />
        {layers.map((layer) =>
          layer.map((span, at) => {
            const year = years[at];
            const look = parts.find(({ key }) => key === layer.key)?.look;
            if (!year || span[1] <= span[0]) return null;
            return (
              <rect
                key={`${layer.key}-${year.year}`}
                x={across(year.year)}
                width={across.bandwidth()}
                y={up(span[1])}
                height={Math.max(0, up(span[0]) - up(span[1]) - 1)}
                className={look === 'once' ? 'stroke-accent' : look}
                fill={look === 'once' ? 'url(#offer-once)' : undefined}
              />
            );
          }),
        )}
        {years.map(({ year, total }) => {
          const middle = (across(year) ?? 0) + across.bandwidth() / 2;
          return (
            <g key={year} textAnchor="middle" className="fill-current text-sm tabular-nums">
              <text x={middle} y={up(total) - 6}>
                {years.length > 6 ? '' : format.amount(total, currency)}
              </text>
              <text x={middle} y={size.height - 8}>
                {years.length > 6 ? year : `Year ${year}`}
              </text>
            </g>
          );
        })}
      </svg>
      <figcaption className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-soft">
        {shown.map(({ key, label, look }) => (
          <span key={key} className="inline-flex items-center gap-1.5">
            <svg aria-hidden="true" viewBox="0 0 10 10" className="size-3">
              <rect
                width="10"
                height="10"
                className={look === 'once' ? 'stroke-accent' : look}
                fill={look === 'once' ? 'url(#offer-once)' : undefined}
              />
            </svg>
            {label}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
