import { nameOf, sureness } from './reason-list.tsx';
import { endsOf, measure, StripChart } from './strip-chart.tsx';
import { type Line, type Revealed, useLines } from './use-lines.ts';

type Props = Revealed & { before: Revealed | null };

/** One strip for each component and for the 4-year total, each with its figures in words; beside it that of the round before. */
export function SpreadPanel({ round, stage, before }: Props) {
  const linesOf = useLines();
  const { counters, target } = stage;
  const whose = round.mine ? 'your target' : `${round.ownerName}’s target`;
  // figures of two currencies have no scale in common
  const earlier = before && before.round.document.currency === round.document.currency ? before : null;
  const then = earlier ? linesOf(earlier) : [];
  return (
    <div className="flex flex-col gap-5">
      {linesOf({ round, stage }).map((line) => {
        const past = then.find(({ of }) => of === line.of);
        const pair = earlier && past ? { line: past, revealed: earlier } : null;
        return <Strip key={line.of} line={line} revealed={{ round, stage }} whose={whose} past={pair} />;
      })}
      <p className="text-sm text-ink-soft">
        Each dot is a package{counters.some((counter) => counter.mine) ? ', yours ringed' : ''}; the thick mark is the median, the
        triangle the offer{target ? `, the dashed line ${whose}` : ''}.{then.length > 0 ? ' Both rounds stand on one scale.' : ''}
      </p>
    </div>
  );
}

type Shown = { line: Line; revealed: Revealed };
type StripProps = Shown & { whose: string; past: Shown | null };

/** What of a round one strip shows. */
const marksOf = ({ line: { offer }, revealed: { stage } }: Shown) => ({
  counters: stage.counters,
  target: stage.target,
  offer,
});

function Strip({ line, revealed, whose, past }: StripProps) {
  const both = past ? [marksOf({ line, revealed }), marksOf(past)] : [];
  const ends = both.flatMap((marks) => endsOf(line.of, marks));
  const scale = past ? ([Math.min(...ends), Math.max(...ends)] as const) : undefined;
  return (
    <figure className="flex flex-col gap-1">
      <figcaption className="tabular-nums">
        <span className="font-medium">{line.label}</span>
        {past ? null : (
          <>
            {' '}
            <Figures line={line} whose={whose} />
          </>
        )}
      </figcaption>
      {past ? <Of round={revealed.round} line={line} whose={whose} /> : null}
      <StripChart {...marksOf({ line, revealed })} of={line.of} median={line.median} write={line.write} scale={scale} />
      <Names line={line} revealed={revealed} />
      {past ? (
        <>
          <Of round={past.revealed.round} line={past.line} whose={whose} />
          <StripChart {...marksOf(past)} of={line.of} median={past.line.median} write={line.write} scale={scale} />
        </>
      ) : null}
    </figure>
  );
}

/** Whose each dot is, the lowest first, where the round says names. */
function Names({ line, revealed: { round, stage } }: Shown) {
  if (!round.named) return null;
  const all = stage.counters.flatMap((counter, index) => {
    const value = measure(line.of, counter);
    return value === null ? [] : [{ value, who: `${nameOf(counter, index)} ${line.write(value)}${sureness(counter)}` }];
  });
  const sorted = all.toSorted((a, b) => a.value - b.value);
  return <p className="text-sm text-ink-soft tabular-nums">{sorted.map(({ who }) => who).join(' · ')}</p>;
}

function Of({ round, line, whose }: { round: Revealed['round']; line: Line; whose: string }) {
  return (
    <p className="text-sm tabular-nums">
      Round {round.number} <Figures line={line} whose={whose} />
    </p>
  );
}

function Figures({ line: { words }, whose }: { line: Line; whose: string }) {
  const { low, median, high, offer, aim } = words;
  const range = low === high ? `all at ${low}` : `median ${median}, from ${low} to ${high}`;
  return (
    <span className="text-ink-soft">
      {range}
      {offer ? ` · offered ${offer}` : ''}
      {aim ? ` · ${whose} ${aim}` : ''}
    </span>
  );
}
