import { toWholeUnits } from '@parley/domain/kernel/money';
import { middleOf, type SeenComparison } from '@parley/domain/offer/comparison';
import type { Span } from '@parley/domain/offer/sharing/grid';
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { useFormat } from '../../../lib/format.ts';

const size = { width: 640, height: 260, left: 14, right: 34, bottom: 28, top: 24 };
const dashes = ['', '9 5', '2 5', '10 4 2 4'];

type Point = { year: number; span: Span };

/** What has been earned by the end of each year, a line an offer and a band where it is a range. The table is its twin. */
export function CompareChart({ comparison, names }: { comparison: SeenComparison; names: readonly string[] }) {
  const format = useFormat();
  const { sides, horizon, currency } = comparison;
  const ground = size.height - size.bottom;
  const most = Math.max(1, ...sides.map(({ total }) => total.high));
  const across = scaleLinear()
    .domain([0, horizon])
    .range([size.left, size.width - size.right]);
  const up = scaleLinear().domain([0, most]).range([ground, size.top]);
  const years = Array.from({ length: horizon }, (_, at) => at + 1);
  const figure = (sum: number) => format.money(toWholeUnits(sum, currency), currency);
  const words = sides.map(
    ({ total: { low, high } }, at) => `${names[at]} ${low === high ? figure(low) : `${figure(low)} to ${figure(high)}`}`,
  );
  return (
    <figure className="max-w-column min-w-0">
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        className="w-full"
        role="img"
        aria-label={`Earned in total by the end of year ${horizon}: ${words.join(', ')}.`}
      >
        <line x1={size.left} x2={size.width - size.right} y1={ground} y2={ground} className="stroke-line-strong" />
        {years.map((year) => (
          <g key={year}>
            <line x1={across(year)} x2={across(year)} y1={size.top} y2={ground} className="stroke-line" />
            <text x={across(year)} y={size.height - 8} textAnchor="middle" className="fill-ink-soft text-sm max-sm:text-xl">
              {horizon > 6 ? year : `Year ${year}`}
            </text>
          </g>
        ))}
        <Lines sides={sides} names={names} across={across} up={up} />
        {labelPlaces(sides.map(({ total }) => up(middleOf(total)))).map((y, at) => (
          <text key={names[at]} x={size.width - size.right + 8} y={y} className="fill-ink font-semibold max-sm:text-xl">
            {names[at]}
          </text>
        ))}
      </svg>
      <figcaption className="text-sm text-ink-soft">
        Earned in all by the end of each year. A band is a range; its line runs through the middle.
      </figcaption>
    </figure>
  );
}

type LinesProps = {
  sides: SeenComparison['sides'];
  names: readonly string[];
  across: (year: number) => number;
  up: (sum: number) => number;
};

function Lines({ sides, names, across, up }: LinesProps) {
  const drawLine = line<Point>()
    .x(({ year }) => across(year))
    .y(({ span }) => up(middleOf(span)));
  const drawBand = area<Point>()
    .x(({ year }) => across(year))
    .y0(({ span }) => up(span.low))
    .y1(({ span }) => up(span.high));
  return sides.map((side, at) => {
    const points = [{ year: 0, span: { low: 0, high: 0 } }, ...side.cumulative.map((span, index) => ({ year: index + 1, span }))];
    return (
      <g key={names[at]}>
        <path d={drawBand(points) ?? ''} className="fill-accent opacity-15" />
        <path d={drawLine(points) ?? ''} fill="none" strokeWidth="2.5" strokeDasharray={dashes[at]} className="stroke-accent" />
      </g>
    );
  });
}

/** Letters at the ends of lines, moved apart where the lines end together. */
function labelPlaces(ends: readonly number[]): number[] {
  const sorted = ends.map((y, at) => ({ y: y + 5, at })).sort((a, b) => a.y - b.y);
  let last = Number.NEGATIVE_INFINITY;
  const placed = sorted.map(({ y, at }) => {
    last = Math.max(y, last + 20);
    return { y: last, at };
  });
  return placed.sort((a, b) => a.at - b.at).map(({ y }) => y);
}
