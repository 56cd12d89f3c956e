import type { KeyResult } from '@parley/domain/mission/mission';
import { barPercent, measureProgress } from '@parley/domain/mission/progress';
import { QuotedText } from '../../components/item-tools.tsx';
import { Meter } from '../../components/meter.tsx';
import { useFormat } from '../../lib/format.ts';

/** A key result as a line: the metric, from where to where, by when, how far. */
export function KeyResultCard({ missionId, result }: { missionId: string; result: KeyResult }) {
  const format = useFormat();
  const { metric, start, target, current, unit, due, firstNinetyDays, direction } = result;
  const far = measureProgress(result);
  const bar = barPercent(result);
  const figure = (value: string | null) => (value === null ? '?' : format.number(value));
  const way = direction === 'rise' ? 'should rise' : 'should fall';
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5">
      <span className="min-w-40 flex-1">
        <QuotedText itemId={missionId} blockId={result.id} text={metric} />
        {firstNinetyDays ? <span className="block text-sm text-ink-soft">within the first 90 days</span> : null}
      </span>
      {start === null && target === null ? (
        <span className="text-ink-soft">{way}, no number yet</span>
      ) : (
        <span className="whitespace-nowrap tabular-nums">
          <span className="sr-only">{`${way} from `}</span>
          {figure(start)} <span aria-hidden="true">→</span>
          <span className="sr-only"> to </span> {figure(target)} {unit}
        </span>
      )}
      {due ? <span className="whitespace-nowrap text-ink-soft tabular-nums">{`by ${format.date(due)}`}</span> : null}
      {far !== null && bar !== null ? (
        <Meter label={`Progress of ${metric}`} value={bar / 100} text={current === null ? 'not measured' : format.percent(far)} />
      ) : null}
    </div>
  );
}
