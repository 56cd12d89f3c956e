import type { CalibrationPoint } from '@parley/domain/debrief/calibration';
import { scaleLinear, scalePoint } from 'd3-scale';
import { Cell, Head, RowHead, Table } from '../../components/table.tsx';
import { axisRoom, useChartWidth, ValueAxis } from '../../components/value-axis.tsx';
import { type Format, useFormat } from '../../lib/format.ts';

const height = 220;
const edge = { top: 28, right: 16, bottom: 30 };

/** Each resolved debrief in the order of its outcome: my read, the mean of the council's, and what happened. */
export function CalibrationChart({ points }: { points: readonly CalibrationPoint[] }) {
  const format = useFormat();
  const width = useChartWidth();
  const along = scalePoint(
    points.map((_, index) => index),
    [axisRoom + 14, width - edge.right],
  );
  const up = scaleLinear([0, 100], [height - edge.bottom, edge.top]);
  const at = (index: number) => along(index) ?? axisRoom;
  return (
    <figure className="min-w-0">
      <figcaption className="mb-1 text-sm text-ink-soft">
        How likely it was to go on, in percent, by the day the outcome was known. Ring: your read. Dot: the mean of the council’s.
        Square: what happened, 100 for yes.
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} className="w-full" aria-hidden="true">
        <ValueAxis up={up} left={axisRoom} right={width} unit="%" label={(value) => format.number(value)} />
        {points.map(({ self, council, happened }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two debriefs may have one day; their order is all they have.
          <g key={index} strokeWidth="2" stroke="currentColor">
            <line
              x1={at(index)}
              x2={at(index)}
              y1={up(self)}
              y2={up(happened * 100)}
              strokeWidth="1"
              className="text-line-strong"
            />
            <rect x={at(index) - 5} y={up(happened * 100) - 5} width="10" height="10" className="fill-raised text-ink" />
            {council === null ? null : <circle cx={at(index)} cy={up(council)} r="4" className="fill-accent text-accent" />}
            <circle cx={at(index)} cy={up(self)} r="5" fill="none" className="text-ink" />
          </g>
        ))}
        <g className="fill-ink-soft text-sm">
          <text x={at(0)} y={height - 8} textAnchor="start">
            {dayOf(points[0], format)}
          </text>
          <text x={at(points.length - 1)} y={height - 8} textAnchor="end">
            {dayOf(points.at(-1), format)}
          </text>
        </g>
      </svg>
      <details className="mt-1">
        <summary className="inline-flex min-h-11 items-center text-sm text-accent">The same as a table</summary>
        <PointTable points={points} format={format} />
      </details>
    </figure>
  );
}

const dayOf = (point: CalibrationPoint | undefined, format: Format) => (point ? format.date(point.on) : '');

function PointTable({ points, format }: { points: readonly CalibrationPoint[]; format: Format }) {
  return (
    <Table caption="Likelihood that it goes on, percent, and what happened">
      <thead>
        <tr>
          <Head>Outcome known</Head>
          <Head number>You</Head>
          <Head number>Council, mean</Head>
          <Head>It went on</Head>
        </tr>
      </thead>
      <tbody>
        {points.map(({ on, self, council, happened }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          <tr key={index}>
            <RowHead>{format.date(on)}</RowHead>
            <Cell number>{format.number(self)}</Cell>
            <Cell number>{council === null ? '–' : format.number(Math.round(council))}</Cell>
            <Cell>{happened === 1 ? 'yes' : 'no'}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
