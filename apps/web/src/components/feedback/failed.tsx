import { failureOf } from '../../lib/failure.ts';
import { Button } from '../button.tsx';
import { Notice } from './notice.tsx';

export type FailedProps = {
  /** From the query. */
  error: unknown;
  /** What could not be fetched: "your offers". */
  what: string;
  retry: () => void;
};

/** A read that failed: what, why, and the way on. */
export function Failed({ error, what, retry }: FailedProps) {
  const failure = failureOf(error);
  return (
    <Notice tone="bad" title={`We could not fetch ${what}.`} action={<Button onClick={retry}>Try again</Button>}>
      {failure.message}
      {failure.id ? <span className="block text-sm text-ink-soft">If you report this, quote {failure.id}.</span> : null}
    </Notice>
  );
}
