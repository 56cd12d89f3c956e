import { canMove, canTakeChair } from '@parley/domain/meeting/meeting';
import { useMutation } from '@tanstack/react-query';
import { Button } from '../../components/button.tsx';
import { StepBar, StepButtons } from '../../components/step-bar.tsx';
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
    <StepBar failure={failure}>
      {canMove(table, meeting, viewerId).allowed ? (
        <StepButtons {...{ step, pending }} steps={turns.length} end="End the meeting" onGo={go} onEnd={finish} />
      ) : null}
      <p className="min-w-0 flex-1 text-ink-soft">
        {chairId === viewerId ? 'You chair.' : `${names[chairId] ?? 'Somebody who left'} chairs.`}
      </p>
      {mayTake ? (
        <Button kind="quiet" pending={take.isPending} onClick={() => take.mutate({ meetingId })}>
          Take the chair
        </Button>
      ) : null}
    </StepBar>
  );
}
