import type { ScaleLinear } from 'd3-scale';
import { useMedia } from './split-panel.tsx';

/** How wide a chart is drawn, in units of its letters: on a phone half as wide, so that they stay legible. */
export function useChartWidth(): number {
  return useMedia('(max-width: 39.99rem)') ? 340 : 640;
}

/** The room that an axis of values takes at the left. */
export const axisRoom = 56;

type Props = {
  up: ScaleLinear<number, number>;
  /** Where the lines across begin and end. */
  left: number;
  right: number;
  /** What the values are: "USD", "shares". */
  unit: string;
  label: (value: number) => string;
};

/** Values at the left, a hairline across at each, and their unit above. */
export function ValueAxis({ up, left, right, unit, label }: Props) {
  const ticks = up.ticks(4);
  const top = Math.min(...up.range());
  return (
    <g className="fill-ink-soft text-sm tabular-nums">
      <text x={0} y={Math.max(11, top - 10)}>
        {unit}
      </text>
      {ticks.map((value) => (
        <g key={value}>
          <line
            x1={left}
            x2={right}
            y1={up(value)}
            y2={up(value)}
            className={value === 0 ? 'stroke-line-strong' : 'stroke-line'}
          />
          <text x={left - 6} y={up(value) + 4} textAnchor="end">
            {label(value)}
          </text>
        </g>
      ))}
    </g>
  );
}
