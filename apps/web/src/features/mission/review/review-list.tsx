import Circle from 'lucide-react/icons/circle';
import CircleCheck from 'lucide-react/icons/circle-check';
import { useFormat } from '../../../lib/format.ts';
import { useReviewers, useReviews } from './use-review.ts';

/** For the owner: of each reader whether they have reviewed the mission, and whether it has changed since. */
export function ReviewList({ missionId, rev }: { missionId: string; rev: number }) {
  const format = useFormat();
  const reviewers = useReviewers(missionId);
  const { given } = useReviews(missionId);
  if (reviewers.length === 0) return null;
  return (
    <section aria-label="Who has reviewed it">
      <h4 className="font-semibold">Reviewed by</h4>
      <ul>
        {reviewers.map(({ id, name }) => {
          const review = given.find(({ authorId }) => authorId === id);
          const Mark = review ? CircleCheck : Circle;
          return (
            <li key={id} className="flex min-h-9 items-center gap-2">
              <Mark aria-hidden="true" className={`size-5 shrink-0 ${review ? 'text-good' : 'text-ink-soft'}`} />
              <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
                <span className="min-w-0">{name}</span>
                <span className="text-sm text-ink-soft">
                  {review ? format.relative(review.at) : 'not yet'}
                  {review && review.rev < rev ? ', before your last changes' : null}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
