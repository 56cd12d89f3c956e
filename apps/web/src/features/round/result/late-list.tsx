import { labelOf, listInPlay } from '@parley/domain/round/round';
import { useFormat } from '../../../lib/format.ts';
import { useFigure } from '../use-figure.ts';
import type { Round, ShownCounter } from '../use-round.ts';
import { nameOf } from './reason-list.tsx';

/** What was sealed after the reveal: apart, and in no statistic. */
export function LateList({ round, late }: { round: Round; late: readonly ShownCounter[] }) {
  const format = useFormat();
  const figure = useFigure(round.document);
  if (late.length === 0) return null;
  const { document } = round;
  return (
    <section aria-labelledby={`${round.roundId}-late`} className="flex flex-col gap-3">
      <h4 id={`${round.roundId}-late`} className="font-medium">
        Late <span className="font-normal text-ink-soft">sealed after the reveal, not counted above</span>
      </h4>
      {late.some((counter) => counter.mine) ? (
        <p className="text-ink-soft">Yours came after the reveal, so it stands here and counts in no median.</p>
      ) : null}
      <ul className="grid gap-3 sm:grid-cols-2">
        {late.map((counter, index) => (
          <li key={nameOf(counter, index)} className="rounded-md border border-dashed border-line-strong px-4 py-3 wrap-anywhere">
            {counter.reason === '' ? null : <p className="whitespace-pre-wrap">{counter.reason}</p>}
            <p className="tabular-nums">
              {listInPlay(document)
                .map((component) => `${labelOf(document, component)} ${figure(component, counter.package) ?? 'abstained'}`)
                .join(' · ')}
              {counter.total === null ? '' : ` · 4-year total ${format.money(counter.total, document.currency)}`}
            </p>
            <p className="mt-1 text-sm text-ink-soft">{nameOf(counter, index)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
