import type { KeyResult } from '@parley/domain/mission/mission';
import { barPercent, measureProgress } from '@parley/domain/mission/progress';
import { QuotedText } from '../../../components/item-tools.tsx';
import { Meter } from '../../../components/meter.tsx';
import { useFormat } from '../../../lib/format.ts';
import { ProofLine } from './proof-form.tsx';

/** The columns of a line: they stand where they stand in every other line of the page, as wide as the page has room for. */
const columns =
  'flex flex-wrap items-baseline gap-x-3 gap-y-0.5 @min-[30rem]:grid @min-[30rem]:grid-cols-[minmax(0,1fr)_8rem_7.5rem] ' +
  '@min-[43rem]:grid-cols-[minmax(0,1fr)_8rem_7.5rem_9rem]';

/** A key result as a line: the metric, from where to where, by when, how far. */
export function ResultCard({ missionId, result }: { missionId: string; result: KeyResult }) {
  const format = useFormat();
  const { metric, start, target, current, unit, due, firstNinetyDays, direction } = result;
  const far = measureProgress(result);
  const bar = barPercent(result);
  const figure = (value: string | null) => (value === null ? '?' : format.number(value));
  const way = direction === 'rise' ? 'should rise' : 'should fall';
  return (
    <div className={columns}>
      <span className="*:data-quotable:block min-w-0 basis-full">
        <QuotedText itemId={missionId} blockId={result.id} text={metric} />
        {firstNinetyDays ? <span className="block text-sm text-ink-soft">within the first 90 days</span> : null}
        <ProofLine proof={result.proof} />
      </span>
      {start === null && target === null ? (
        <span className="text-ink-soft @min-[30rem]:text-right">{`${way}, no number yet`}</span>
      ) : (
        <span className="tabular-nums @min-[30rem]:text-right">
          <span className="sr-only">{`${way} from `}</span>
          <span className="whitespace-nowrap">
            {figure(start)} <span aria-hidden="true">→</span>
          </span>{' '}
          <span className="sr-only">to </span>
          <span className="whitespace-nowrap">{figure(target)}</span> <bdi>{unit}</bdi>
        </span>
      )}
      <span className="whitespace-nowrap text-ink-soft tabular-nums">{due ? `by ${format.date(due)}` : ''}</span>
      {far !== null && bar !== null ? (
        <span className="basis-full @min-[30rem]:row-start-2 @min-[43rem]:row-start-1 @min-[43rem]:col-start-4">
          {current === null ? (
            <span className="text-ink-soft">not measured</span>
          ) : (
            <Meter label={`Progress of ${metric}`} value={bar / 100} text={format.percent(far)} />
          )}
        </span>
      ) : null}
    </div>
  );
}
