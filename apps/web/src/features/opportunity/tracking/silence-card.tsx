import type { OpportunityDetails, Stage, StageEntry } from '@parley/domain/opportunity/opportunity';
import { countSilence, judgeSilence } from '@parley/domain/opportunity/silence';
import { Button } from '../../../components/button.tsx';
import { Card } from '../../../components/card.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { useToday } from '../../../lib/time/use-today.ts';
import { useSave } from '../use-save.ts';

type Props = {
  opportunityId: string;
  rev: number;
  stage: Stage;
  details: OpportunityDetails;
  history: readonly StageEntry[];
};

/** How long nothing was heard, and the two things to do about it. Nothing where nobody owes an answer. */
export function SilenceCard({ opportunityId, rev, stage, details, history }: Props) {
  const today = useToday();
  const { save, pending, failure } = useSave();
  const heard = { stage, since: history.at(-1)?.on ?? today, calls: details.calls, followedOn: details.followedOn };
  const days = countSilence(heard, today, new Date());
  const asks = judgeSilence(days);
  if (asks === 'none' || details.archived) return null;
  const keep = (more: Partial<OpportunityDetails>) =>
    save({ opportunityId, rev, details: { ...details, ...more } }, () => undefined);
  return (
    <Card title={`No answer for ${days} days`} level={3}>
      <div className="flex flex-col gap-3">
        <p className="max-w-prose text-ink-soft">
          {asks === 'stale'
            ? 'Most that rest this long have ended without saying so. Ask once more, or put it away: it keeps everything.'
            : 'One short question is usual after a week: where does it stand, and by when may you expect to hear?'}
        </p>
        <FormFailure failure={failure} />
        <div className="flex flex-wrap gap-2">
          <Button pending={pending} onClick={() => keep({ followedOn: today })}>
            I asked today
          </Button>
          {details.next === null ? (
            <Button kind="quiet" pending={pending} onClick={() => keep({ next: { act: 'Ask where it stands', on: today } })}>
              Make it the next step
            </Button>
          ) : null}
          {asks === 'stale' ? (
            <Button kind="quiet" pending={pending} onClick={() => keep({ archived: true })}>
              Put it away
            </Button>
          ) : null}
        </div>
      </div>
    </Card>
  );
}
