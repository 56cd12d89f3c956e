import type { Completeness } from '@parley/domain/offer/offer';
import { Meter } from '../../../components/meter.tsx';

/** How much of the offer is stated, and what to ask about the rest. */
export function CompletenessPanel({ completeness }: { completeness: Completeness }) {
  const { answered, of, open } = completeness;
  return (
    <details>
      <summary className="flex min-h-11 flex-wrap items-center gap-x-4 py-2">
        <Meter label="Components stated" value={answered / of} text={`${answered} of ${of} stated`} />
        <span className="text-ink-soft">
          {open.length === 0 ? 'nothing left to ask' : `${open.length} ${open.length === 1 ? 'question' : 'questions'} to ask`}
        </span>
      </summary>
      {open.length === 0 ? null : (
        <ul className="max-w-prose list-disc pb-2 pl-5">
          {open.map(({ component, question }) => (
            <li key={component} className="py-0.5">
              {question}
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
