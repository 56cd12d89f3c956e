import { toWholeUnits } from '@parley/domain/kernel/money';
import { middleOf, type SeenComparison } from '@parley/domain/offer/comparison';
import type { Span } from '@parley/domain/offer/sharing/grid';
import { scaleLinear } from 'd3-scale';
import { area, line, symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape';
import { axisRoom, useChartWidth, ValueAxis } from '../../../components/value-axis.tsx';
import { useFormat } from '../../../lib/format.ts';

const size = { height: 280, left: axisRoom, right: 26, bottom: 28, top: 34 };

/** How each offer is drawn: colour, dash and mark, so that four are told apart without any one of them. */
const looks = [
  { line: 'stroke-offer-a', fill: 'fill-offer-a', dash: '', mark: symbolCircle },
  { line: 'stroke-offer-b', fill: 'fill-offer-b', dash: '9 5', mark: symbolSquare },
  { line: 'stroke-offer-c', fill: 'fill-offer-c', dash: '2 5', mark: symbolTriangle },
  { line: 'stroke-offer-d', fill: 'fill-offer-d', dash: '10 4 2 4', mark: symbolDiamond },
] as const;

type Point = { year: number; span: Span };
type Name = { letter: string; short: string };
type Props = { comparison: SeenComparison; names: readonly Name[] };

/** What has been earned by the end of each year, a line an offer and a band where it is a range. The table is its twin. */
export function CompareChart({ comparison, names }: Props) {
  const format = useFormat();
  const width = useChartWidth();
  const { sides, horizon, currency } = comparison;
  const figure = (sum: number) => format.money(toWholeUnits(sum, currency), currency);
  const words = sides.map(
    ({ total: { low, high } }, at) => `${names[at]?.letter} ${low === high ? figure(low) : `${figure(low)} to ${figure(high)}`}`,
  );
  return (
    <figure className="max-w-column min-w-0">
      <svg
        viewBox={`0 0 ${width} ${size.height}`}
        className="w-full"
        role="img"
        aria-label={`Earned in total by the end of year ${horizon}: ${words.join(', ')}.`}
      >
        <Drawing comparison={comparison} names={names} width={width} />
      </svg>
      <figcaption className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-soft">
        <span>Earned in all by the end of each year, in {currency}, gross.</span>
        {names.map(({ letter, short }, at) => (
          <span key={letter} className="inline-flex items-center gap-1.5">
            <Swatch at={at} />
            {letter} ({short})
          </span>
        ))}
        {sides.some(({ total }) => total.low !== total.high) ? (
          <span>A band is a range; its line runs through the middle.</span>
        ) : null}
      </figcaption>
    </figure>
  );
}

function Swatch({ at }: { at: number }) {
  const look = looks[at];
  if (!look) return null;
  return (
    <svg aria-hidden="true" viewBox="0 0 32 12" className="h-3 w-8">
      <line x1="0" x2="32" y1="6" y2="6" strokeWidth="2.5" strokeDasharray={look.dash} className={look.line} />
      <path d={symbol(look.mark, 50)() ?? ''} transform="translate(16 6)" className={look.fill} />
    </svg>
  );
}

function Drawing({ comparison, names, width }: Props & { width: number }) {
  const format = useFormat();
  const { sides, horizon, currency, pairs } = comparison;
  const ground = size.height - size.bottom;
  const most = Math.max(1, ...sides.map(({ total }) => total.high));
  const across = scaleLinear()
    .domain([0, horizon])
    .range([size.left, width - size.right]);
  const up = scaleLinear().domain([0, most]).range([ground, size.top]);
  const years = Array.from({ length: horizon }, (_, at) => at + 1);
  const isCrowded = horizon > (width < 600 ? 4 : 6);
  const crossings = pairs.flatMap(({ crossovers }) => crossovers);
  return (
    <>
      <ValueAxis
        up={up}
        left={size.left}
        right={width - size.right}
        unit={currency}
        label={(sum) => format.short(sum, currency)}
      />
      {years.map((year) => (
        <text key={year} x={across(year)} y={size.height - 8} textAnchor="middle" className="fill-ink-soft text-sm">
          {isCrowded ? year : `Year ${year}`}
        </text>
      ))}
      <Lines sides={sides} across={across} up={up} />
      {crossings.map(({ lead, to }) => {
        const place = up(middleOf(sides[lead]?.cumulative[to - 1] ?? { low: 0, high: 0 }));
        return (
          <g key={`${lead}-${to}`}>
            <circle cx={across(to)} cy={place} r="10" fill="none" strokeWidth="1.5" className="stroke-ink" />
            <text
              x={across(to) - 14}
              y={place - 10}
              textAnchor="end"
              className="fill-ink stroke-raised stroke-4 [paint-order:stroke] text-sm"
            >
              {names[lead]?.letter} leads
            </text>
          </g>
        );
      })}
      {labelPlaces(sides.map(({ total }) => up(middleOf(total)))).map((y, at) => (
        <text key={names[at]?.letter} x={width - size.right + 10} y={y} className="fill-ink font-semibold">
          {names[at]?.letter}
        </text>
      ))}
    </>
  );
}

type LinesProps = { sides: SeenComparison['sides']; across: (year: number) => number; up: (sum: number) => number };

function Lines({ sides, across, up }: LinesProps) {
  const drawLine = line<Point>()
    .x(({ year }) => across(year))
    .y(({ span }) => up(middleOf(span)));
  const drawBand = area<Point>()
    .x(({ year }) => across(year))
    .y0(({ span }) => up(span.low))
    .y1(({ span }) => up(span.high));
  return sides.map((side, at) => {
    const look = looks[at];
    if (!look) return null;
    const points = [{ year: 0, span: { low: 0, high: 0 } }, ...side.cumulative.map((span, index) => ({ year: index + 1, span }))];
    return (
      <g key={look.fill}>
        <path d={drawBand(points) ?? ''} className={`${look.fill} opacity-15`} />
        <path d={drawLine(points) ?? ''} fill="none" strokeWidth="2.5" strokeDasharray={look.dash} className={look.line} />
        {points.slice(1).map(({ year, span }) => (
          <path
            key={year}
            d={symbol(look.mark, 60)() ?? ''}
            transform={`translate(${across(year)} ${up(middleOf(span))})`}
            className={look.fill}
          />
        ))}
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
