import type { Component } from '@parley/domain/negotiation/package';
import { amountOf } from '@parley/domain/round/result';
import type { Counter } from '@parley/domain/round/round';

type Shown = Pick<Counter, 'package'> & { mine: boolean; total: number };

export type StripChartProps = {
  /** A component, or the 4-year total. */
  of: Component | 'total';
  counters: readonly Shown[];
  median: number;
  target: Omit<Shown, 'mine'> | null;
};

const width = 320;
const margin = 12;

/** Where a value stands; a place on the screen may be a float, the figures beside it are not. */
function measure(of: Component | 'total', { package: sealed, total }: Omit<Shown, 'mine'>): number {
  if (of === 'total') return total;
  return of === 'bonusPercent' ? Number(sealed.bonusPercent ?? 0) : (amountOf(sealed, of) ?? 0);
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

/** Every package a dot, mine ringed, the median marked, the owner's sealed target as a dashed line. */
export function StripChart({ of, counters, median, target }: StripChartProps) {
  const values = counters.map((counter) => measure(of, counter));
  const aim = target && measure(of, target);
  const all = [...values, ...(aim === null ? [] : [aim])];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const at = (value: number) => (high === low ? width / 2 : margin + ((value - low) / (high - low)) * (width - 2 * margin));
  const dots = stacked(counters.map((counter, index) => ({ at: at(values[index] ?? low), mine: counter.mine })));
  const top = 18 + 10 * Math.max(0, ...dots.map((dot) => dot.level));
  const line = top + 10;
  return (
    <svg viewBox={`0 0 ${width} ${line + 10}`} className="w-full max-w-[32rem] text-ink-soft" aria-hidden="true">
      <line x1={margin} x2={width - margin} y1={line} y2={line} stroke="currentColor" />
      <line
        x1={at(median)}
        x2={at(median)}
        y1={line - 7}
        y2={line + 7}
        stroke="currentColor"
        strokeWidth="3"
        className="text-accent-strong"
      />
      {aim === null ? null : (
        <line
          x1={at(aim)}
          x2={at(aim)}
          y1="2"
          y2={line + 8}
          stroke="currentColor"
          strokeDasharray="3 2"
          className="text-warn"
          strokeWidth="2"
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
