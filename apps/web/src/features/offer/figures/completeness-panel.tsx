import type { Completeness } from '@parley/domain/offer/offer';
import { Meter } from '../../../components/meter.tsx';

/** How much of the offer is stated, and what to ask about the rest. */
export function CompletenessPanel({ completeness }: { completeness: Completeness }) {
  const { answered, of, open, details } = completeness;
  const count = open.length + details.length;
  return (
    <details>
      <summary className="flex min-h-11 flex-wrap items-center gap-x-4 py-2">
        <Meter label="Components stated" value={answered / of} text={`${answered} of ${of} stated`} />
        <span className="text-ink-soft">
          {count === 0 ? 'nothing left to ask' : `${count} ${count === 1 ? 'question' : 'questions'} to ask`}
        </span>
      </summary>
      {count === 0 ? null : (
        <ul className="max-w-prose list-disc pb-2 pl-5">
          {details.map(({ path, about, question }) => (
            <li key={path + question} className="py-0.5">
              {about === null ? '' : `${about}: `}
              {question}
            </li>
          ))}
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
