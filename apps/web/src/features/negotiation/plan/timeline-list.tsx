import { type TimelineStep, timelineWords } from '@parley/domain/negotiation/plan/timeline';
import { useFormat } from '../../../lib/format.ts';

/** The days that are left until the answer, if it is to be negotiated: one step after the other. */
export function TimelineList({ steps }: { steps: readonly { step: TimelineStep; on: string }[] }) {
  const format = useFormat();
  if (steps.length === 0) return null;
  return (
    <section aria-label="The days that are left">
      <h3 className="font-medium">If you negotiate, the days that are left</h3>
      <ol className="mt-1 grid max-w-prose grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
        {steps.map(({ step, on }) => (
          <li key={step} className="col-span-2 grid grid-cols-subgrid">
            <span className="text-ink-soft tabular-nums">{format.day(on)}</span>
            <span>{timelineWords[step]}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
