import { canMove, canTakeChair } from '@parley/domain/meeting/meeting';
import { useMutation } from '@tanstack/react-query';
import ArrowLeft from 'lucide-react/icons/arrow-left';
import ArrowRight from 'lucide-react/icons/arrow-right';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useTRPC } from '../../lib/trpc.ts';
import type { Going, MeetingPage } from './use-meeting.ts';

export type Table = Parameters<typeof canMove>[0];
type Props = { meeting: Going; page: MeetingPage; table: Table };

/** What moves the meeting, in reach of a thumb: for who chairs it and for the moderator. The others see who has the chair. */
export function ChairPanel({ meeting, page, table }: Props) {
  const { meetingId, step, turns, chairId } = meeting;
  const { viewerId, names } = page;
  const trpc = useTRPC();
  const move = useMutation(trpc.meeting.move.mutationOptions());
  const end = useMutation(trpc.meeting.end.mutationOptions());
  const take = useMutation(trpc.meeting.takeChair.mutationOptions());
  const pending = move.isPending || end.isPending;
  const error = move.error ?? end.error ?? take.error;
  const failure = error ? failureOf(error) : null;
  const last = step === turns.length - 1;
  const go = (to: number) => {
    end.reset();
    move.mutate({ meetingId, step, to });
  };
  const finish = () => {
    move.reset();
    end.mutate({ meetingId, step });
  };
  const mayTake = canTakeChair(table, meeting, viewerId).allowed;
  return (
    <div className="sticky bottom-0 z-10 flex flex-col gap-2 border-t border-line bg-surface py-3 max-sm:bottom-16">
      {failure?.code === 'CONFLICT' ? <Notice tone="info" title={failure.message} /> : <FormFailure failure={failure} />}
      <div className="flex flex-wrap items-center gap-2">
        {canMove(table, meeting, viewerId).allowed ? (
          <>
            <Button
              kind="primary"
              className="min-w-36 max-sm:flex-1"
              pending={pending}
              onClick={last ? finish : () => go(step + 1)}
            >
              {last ? 'End the meeting' : 'Next'}
              {last ? null : <ArrowRight aria-hidden="true" />}
            </Button>
            {step > 0 ? (
              <Button icon={<ArrowLeft aria-hidden="true" />} pending={pending} onClick={() => go(step - 1)}>
                Back
              </Button>
            ) : null}
          </>
        ) : null}
        <p className="min-w-0 flex-1 text-ink-soft">
          {chairId === viewerId ? 'You chair.' : `${names[chairId] ?? 'Somebody who left'} chairs.`}
        </p>
        {mayTake ? (
          <Button kind="quiet" pending={take.isPending} onClick={() => take.mutate({ meetingId })}>
            Take the chair
          </Button>
        ) : null}
      </div>
    </div>
  );
}
