import type { Failure } from '../../lib/failure.ts';
import { Notice } from '../feedback/notice.tsx';

/** What went wrong with a send, where it was sent; refusals of fields stand beside the fields. */
export function FormFailure({ failure }: { failure: Failure | null }) {
  if (!failure || failure.code === 'CONFLICT') return null;
  if (failure.code === 'UNAUTHORIZED') {
    return <Notice tone="bad" title="Your session has ended. Sign in again, then send this once more." />;
  }
  return (
    <Notice tone="bad" title={failure.message}>
      {failure.id ? <span className="text-sm text-ink-soft">If you report this, quote {failure.id}.</span> : null}
    </Notice>
  );
}
