import { outcomeValue } from '@parley/domain/debrief/calibration';
import type { DebriefOutcome } from '@parley/domain/debrief/debrief';
import type { RevealedReads } from './use-debrief.ts';

type Props = { reads: RevealedReads['reads']; councilMean: number | null; outcome: DebriefOutcome | null };

const width = 320;
const at = (percent: number) => 10 + (percent / 100) * (width - 20);

/** A strip from 0 to 100: every read a dot, the owner's ringed, the council's mean a line, the outcome a square at its end. */
export function ReadsChart({ reads, councilMean, outcome }: Props) {
  const happened = outcomeValue(outcome);
  const dots = stacked(reads);
  return (
    <figure>
      <svg viewBox={`0 0 ${width} 64`} className="w-full max-w-[32rem] text-ink-soft" aria-hidden="true">
        <line x1={at(0)} x2={at(100)} y1="46" y2="46" stroke="currentColor" />
        {[0, 50, 100].map((tick) => (
          <g key={tick}>
            <line x1={at(tick)} x2={at(tick)} y1="43" y2="49" stroke="currentColor" />
            <text x={at(tick)} y="60" textAnchor="middle" className="fill-current text-[9px] tabular-nums">
              {tick}
            </text>
          </g>
        ))}
        {councilMean === null ? null : (
          <line
            x1={at(councilMean)}
            x2={at(councilMean)}
            y1="6"
            y2="46"
            stroke="currentColor"
            strokeDasharray="3 2"
            className="text-accent"
          />
        )}
        {happened === null ? null : (
          <rect
            x={at(happened * 100) - 5}
            y="41"
            width="10"
            height="10"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
            className="text-ink"
          />
        )}
        {dots.map((dot) => (
          <circle
            key={dot.authorId}
            cx={at(dot.likelihood)}
            cy={36 - dot.level * 10}
            r="4"
            fill={dot.owner ? 'none' : 'currentColor'}
            stroke="currentColor"
            strokeWidth="2"
            className={dot.owner ? 'text-ink' : 'text-accent'}
          />
        ))}
      </svg>
      <figcaption className="text-sm text-ink-soft">
        Ring: the owner’s read. Dots: the others. Dashed line: their mean.
        {happened === null ? '' : ' Square: what happened.'}
      </figcaption>
    </figure>
  );
}

/** Dots that would lie on each other are put above each other. */
function stacked(reads: RevealedReads['reads']) {
  const placed: { authorId: string; likelihood: number; owner: boolean; level: number }[] = [];
  for (const { authorId, likelihood, owner } of reads) {
    const level = placed.filter((other) => Math.abs(other.likelihood - likelihood) < 3).length;
    placed.push({ authorId, likelihood, owner, level: Math.min(level, 3) });
  }
  return placed;
}
