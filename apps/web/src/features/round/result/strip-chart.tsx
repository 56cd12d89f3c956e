import type { Component } from '@parley/domain/negotiation/package';
import { amountOf } from '@parley/domain/round/result';
import type { Counter } from '@parley/domain/round/round';

type Shown = Pick<Counter, 'package'> & { mine: boolean; total: number | null };

export type StripChartProps = {
  /** A component, or the 4-year total. */
  of: Component | 'total';
  counters: readonly Shown[];
  median: number;
  target: Omit<Shown, 'mine'> | null;
  /** What is on the table; null where nothing was said. */
  offer: number | null;
  /** The two ends, where several strips stand on one scale; else its own values are. */
  scale?: readonly [number, number] | undefined;
  /** How a value of this strip is written at its ends. */
  write: (value: number) => string;
};

const width = 320;
const margin = 12;

/** Where a value stands; a place on the screen may be a float, the figures beside it are not. */
export function measure(of: Component | 'total', { package: sealed, total }: Omit<Shown, 'mine'>): number | null {
  if (of === 'total') return total;
  if (of !== 'bonusPercent') return amountOf(sealed, of);
  return sealed.bonusPercent === null ? null : Number(sealed.bonusPercent);
}

/** The lowest and the highest of what a strip shows. */
export function endsOf(
  of: StripChartProps['of'],
  shown: Pick<StripChartProps, 'counters' | 'target' | 'offer'>,
): [number, number] {
  const { counters, target, offer } = shown;
  const marks = [target && measure(of, target), offer, ...counters.map((counter) => measure(of, counter))];
  const all = marks.filter((value) => value !== null);
  return [Math.min(...all), Math.max(...all)];
}

/** Dots that would lie on each other are put above each other. */
function stacked(dots: { at: number; mine: boolean }[]) {
  const placed: { at: number; mine: boolean; level: number }[] = [];
  for (const dot of dots) {
    const level = placed.filter((other) => Math.abs(other.at - dot.at) < 9).length;
    placed.push({ ...dot, level: Math.min(level, 4) });
  }
  return placed;
}

/** Every package a dot on one scale, mine ringed, the median marked, the offer a triangle, the owner's target a dashed line. */
export function StripChart({ of, counters, median, target, offer, scale, write }: StripChartProps) {
  const named = counters.flatMap((counter) => {
    const value = measure(of, counter);
    return value === null ? [] : [{ value, mine: counter.mine }];
  });
  const aim = target && measure(of, target);
  const [low, high] = scale ?? endsOf(of, { counters, target, offer });
  const at = (value: number) => (high === low ? width / 2 : margin + ((value - low) / (high - low)) * (width - 2 * margin));
  const dots = stacked(named.map(({ value, mine }) => ({ at: at(value), mine })));
  const line = 28 + 10 * Math.max(0, ...dots.map((dot) => dot.level));
  return (
    <svg viewBox={`0 0 ${width} ${line + 24}`} className="w-full max-w-[32rem] text-ink-soft" aria-hidden="true">
      <line x1={margin} x2={width - margin} y1={line} y2={line} stroke="currentColor" />
      <Ends {...{ low, high, write, y: line + 20 }} />
      <Mark at={at(median)} from={line - 7} to={line + 7} className="text-accent-strong" strokeWidth="3" />
      {aim === null ? null : (
        <Mark at={at(aim)} from={2} to={line + 8} className="text-warn" strokeWidth="2" strokeDasharray="3 2" />
      )}
      {offer === null ? null : (
        <path
          d={`M ${at(offer) - 5} ${line + 9} L ${at(offer) + 5} ${line + 9} L ${at(offer)} ${line + 1} Z`}
          fill="none"
          stroke="currentColor"
          className="text-ink"
        />
      )}
      {dots.map((dot, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: unnamed packages have nothing else that tells them apart.
        <g key={index} className={dot.mine ? 'text-ink' : 'text-accent'}>
          <circle cx={dot.at} cy={line - 12 - dot.level * 10} r="4" fill="currentColor" />
          {dot.mine ? (
            <circle cx={dot.at} cy={line - 12 - dot.level * 10} r="7" fill="none" stroke="currentColor" strokeWidth="1.5" />
          ) : null}
        </g>
      ))}
    </svg>
  );
}

type MarkProps = { at: number; from: number; to: number; className: string; strokeWidth: string; strokeDasharray?: string };

function Mark({ at, from, to, ...look }: MarkProps) {
  return <line x1={at} x2={at} y1={from} y2={to} stroke="currentColor" {...look} />;
}

/** The scale: what its two ends are. */
function Ends({ low, high, write, y }: { low: number; high: number; write: (value: number) => string; y: number }) {
  if (low === high) return null;
  return (
    <g fontSize="10" fill="currentColor">
      <text x={margin} y={y}>
        {write(low)}
      </text>
      <text x={width - margin} y={y} textAnchor="end">
        {write(high)}
      </text>
    </g>
  );
}
