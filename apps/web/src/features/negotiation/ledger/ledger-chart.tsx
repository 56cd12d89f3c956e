import type { LedgerEntry } from '@parley/domain/negotiation/ledger/ledger';
import type { Move, Party } from '@parley/domain/negotiation/ledger/move';
import { type Point, pointsOf } from '@parley/domain/negotiation/ledger/point';
import type { Plan } from '@parley/domain/negotiation/negotiation';
import { scaleLinear, scaleTime } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import { useCallback, useState } from 'react';
import { type Format, useFormat } from '../../../lib/format.ts';
import { PointTable } from './point-list.tsx';

export type LedgerChartProps = { moves: readonly Move[]; steps: readonly LedgerEntry[]; plan: Plan };

/** The target on the same measure as the packages, or null when the plan counts other years than it was set for. */
function targetOf({ target, horizonYears }: Plan): number | null {
  if (horizonYears === 4 && target.total !== null) return target.total;
  return horizonYears === 1 ? target.base : null;
}

/** The steps of both sides towards each other, and the same as a table. */
export function LedgerChart({ moves, steps, plan }: LedgerChartProps) {
  const points = pointsOf(moves, steps);
  const [width, measure] = useWidth();
  if (points.length < 2) return null;
  const over = plan.horizonYears === 1 ? 'over one year' : `over ${plan.horizonYears} years`;
  const caption = `Value of asks and offers ${over}, ${plan.currency}`;
  return (
    <figure className="min-w-0">
      <figcaption className="mb-1 text-sm text-ink-soft">
        {caption}. What a move does not name counts as they last offered it, in an ask too.
      </figcaption>
      <div ref={measure}>
        {width > 0 ? <Drawing points={points} width={width} target={targetOf(plan)} currency={plan.currency} /> : null}
      </div>
      <details className="mt-1">
        <summary className="inline-flex min-h-11 items-center text-sm text-accent">The same as a table</summary>
        <PointTable points={points} caption={caption} currency={plan.currency} />
      </details>
    </figure>
  );
}

function useWidth(): [number, (node: HTMLElement | null) => (() => void) | undefined] {
  const [width, setWidth] = useState(0);
  const measure = useCallback((node: HTMLElement | null) => {
    if (!node) return undefined;
    // Measured before the first paint: what stands below never moves.
    setWidth(Math.round(node.clientWidth));
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(node);
    return () => observer.disconnect();
  }, []);
  return [width, measure];
}

const height = 200;
const edge = { top: 16, right: 12, bottom: 28, left: 76 };

type DrawingProps = { points: readonly Point[]; width: number; target: number | null; currency: string };

function Drawing({ points, width, target, currency }: DrawingProps) {
  const format = useFormat();
  const times = points.map(({ at }) => Date.parse(at));
  const values = points.map(({ value }) => value).concat(target ?? []);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const x = scaleTime([first, Math.max(last, first + 1)], [edge.left + 8, width - edge.right - 56]);
  const y = scaleLinear([Math.min(...values), Math.max(...values)], [height - edge.bottom, edge.top]).nice(4);
  const path = line<Point>(
    (point) => x(Date.parse(point.at)),
    (point) => y(point.value),
  ).curve(curveStepAfter);
  const end = points.at(-1)?.at ?? '';
  // what was last said stands until now: both lines go on to the newest move
  const of = (party: Party) => {
    const own = points.filter((point) => point.party === party);
    return own.concat(own.slice(-1).map((point) => ({ ...point, at: end })));
  };
  const [asks, offers] = [of('candidate'), of('employer')];
  return (
    <svg width={width} height={height} role="img" aria-label={summary(points, currency, format)} className="block">
      {y.ticks(4).map((tick) => (
        <g key={tick} transform={`translate(0 ${y(tick)})`}>
          <line x1={edge.left} x2={width - edge.right} className="stroke-line" />
          <text x={edge.left - 8} dy="0.32em" textAnchor="end" className="fill-ink-soft text-[0.75rem] tabular-nums">
            {format.amount(Math.round(tick), currency)}
          </text>
        </g>
      ))}
      {target === null ? null : <Target y={y(target)} width={width} />}
      <path d={path(asks) ?? ''} className="fill-none stroke-accent" strokeWidth={2} />
      <path d={path(offers) ?? ''} className="fill-none stroke-ink" strokeWidth={2} strokeDasharray="6 3" />
      {points
        .filter(({ follows }) => !follows)
        .map((point) => (
          <Dot key={point.key} point={point} x={x(Date.parse(point.at))} y={y(point.value)} />
        ))}
      <Ends x={x(Date.parse(end)) + 10} asks={asks.at(-1)} offers={offers.at(-1)} y={y} />
      <Days first={points[0]?.at ?? ''} last={points.at(-1)?.at ?? ''} from={x.range()[0] ?? 0} to={x.range()[1] ?? width} />
    </svg>
  );
}

type EndsProps = { x: number; asks: Point | undefined; offers: Point | undefined; y: (value: number) => number };

/** The names of the lines at their ends, kept apart where the sides have met. */
function Ends({ x, asks, offers, y }: EndsProps) {
  const apart = 14;
  const top = asks ? y(asks.value) : 0;
  const bottom = offers ? y(offers.value) : 0;
  const low = asks && offers && Math.abs(bottom - top) < apart ? top + apart : bottom;
  return (
    <>
      {asks ? (
        <text x={x} y={top} dy="0.32em" className="fill-accent text-[0.75rem] font-medium">
          asks
        </text>
      ) : null}
      {offers ? (
        <text x={x} y={low} dy="0.32em" className="fill-ink text-[0.75rem] font-medium">
          offers
        </text>
      ) : null}
    </>
  );
}

function Target({ y, width }: { y: number; width: number }) {
  return (
    <g transform={`translate(0 ${y})`}>
      <line x1={edge.left} x2={width - edge.right} className="stroke-good" strokeDasharray="2 4" />
      <text x={width - edge.right} dy="-0.35em" textAnchor="end" className="fill-good text-[0.75rem]">
        target
      </text>
    </g>
  );
}

/** Told apart by shape too: asks are round, offers square. */
function Dot({ point, x, y }: { point: Point; x: number; y: number }) {
  if (point.party === 'candidate') return <circle cx={x} cy={y} r={4} className="fill-accent" />;
  return <rect x={x - 4} y={y - 4} width={8} height={8} className="fill-ink" />;
}

function Days({ first, last, from, to }: { first: string; last: string; from: number; to: number }) {
  const format = useFormat();
  const [start, end] = [format.dayOf(first), format.dayOf(last)];
  return (
    <g transform={`translate(0 ${height - 8})`} className="fill-ink-soft text-[0.75rem]">
      <text x={from}>{start}</text>
      {start === end ? null : (
        <text x={to} textAnchor="end">
          {end}
        </text>
      )}
    </g>
  );
}

function summary(points: readonly Point[], currency: string, format: Format): string {
  const said = points.map(({ party, at, value, follows }) => {
    const who = party === 'employer' ? 'offered' : follows ? 'so the ask stood at' : 'asked';
    return `${format.dayOf(at)} ${who} ${format.money(value, currency)}`;
  });
  return `Step chart: ${said.join('; ')}.`;
}
