import { Link } from '@tanstack/react-router';
import { useFormat } from '../lib/format.ts';
import type { Commit } from '../lib/use-commit.ts';
import { Button } from './button.tsx';
import { FormFailure } from './form/form-failure.tsx';

/** Under the one thing that somebody changes: the press that makes it a commitment, or until when it is one. */
export function CommitLine({ until, commit, pending, failure }: Commit) {
  const format = useFormat();
  if (until !== null)
    return (
      <span className="mt-1 block text-sm font-normal text-ink-soft">
        <Link to="/me" hash="commitments" className="text-accent underline underline-offset-2">
          A commitment
        </Link>{' '}
        until {format.day(until)}
      </span>
    );
  return (
    <span className="mt-1 flex flex-col items-start gap-1">
      <Button kind="quiet" className="-ml-4" pending={pending} onClick={commit}>
        Commit to it for a week
      </Button>
      <FormFailure failure={failure} />
    </span>
  );
}
