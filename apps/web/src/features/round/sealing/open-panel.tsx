import { quorumRemark, unnamedRemark } from '@parley/domain/round/seats';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { SealedSeats } from '../../../components/sealed-seats.tsx';
import { failureOf } from '../../../lib/failure.ts';
import { useFormat } from '../../../lib/format.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { CancelDialog } from '../cancel-dialog.tsx';
import { RevealDialog } from '../reveal-dialog.tsx';
import type { OpenStage, Owner, Round } from '../use-round.ts';
import { DeadlineDialog } from './deadline-dialog.tsx';
import { EnvelopeCard } from './envelope-card.tsx';
import { QuestionCard } from './question-card.tsx';

type Props = { round: Round; stage: OpenStage };

/** An open round: what is asked, who has sealed, my envelope; the owner's acts last. */
export function OpenPanel({ round, stage }: Props) {
  const { roundId, document, mine } = round;
  return (
    <>
      <QuestionCard round={round} />
      <Seats round={round} stage={stage} />
      <EnvelopeCard roundId={roundId} document={document} own={stage.own} what={mine ? 'target' : 'package'} />
      {stage.owner ? <OwnerActs round={round} stage={stage} owner={stage.owner} /> : null}
    </>
  );
}

/** Who is asked. Seats change together at set moments, and the screen says when, so that nobody waits for one to change. */
function Seats({ round, stage }: Props) {
  const format = useFormat();
  const { mine, named, ownerName } = round;
  const { seats, gone, turnsAt, targetSealed } = stage;
  const left = gone === 1 ? ' 1 who was asked is no longer here.' : ` ${gone} who were asked are no longer here.`;
  return (
    <div className="flex flex-col gap-1">
      <SealedSeats seats={seats} />
      <p className="text-sm text-ink-soft">
        Seats change all together at set times, so that they tell no order: next {format.instant(turnsAt)}.{gone > 0 ? left : ''}{' '}
        {named ? 'After the reveal each package stands with its name.' : unnamedRemark(seats.length + gone)}
        {targetSealed && !mine ? ` ${ownerName} has sealed a target of their own.` : ''}
      </p>
    </div>
  );
}

/** How far it was at the last set time: a number that changed at once would tell when somebody sealed. */
function far({ seats, gone }: OpenStage): string {
  const answered = seats.filter(({ sealed }) => sealed).length;
  return `${answered} of ${seats.length + gone} asked had answered at the last set time.`;
}

function OwnerActs({ round, stage, owner }: Props & { owner: Owner }) {
  const [dialog, setDialog] = useState<'reveal' | 'deadline' | 'cancel' | null>(null);
  const close = () => setDialog(null);
  const { roundId, deadlineAt, quorum } = round;
  const passed = deadlineAt !== null && Date.parse(deadlineAt) <= Date.now();
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-4">
      <p>
        {far(stage)} {quorumRemark(owner.asked, quorum)}
      </p>
      {passed ? (
        <Notice tone="warn" title={`The deadline has passed, and fewer than ${quorum} have sealed.`}>
          The round reveals itself as soon as enough have. Give more time, or reveal it now.
        </Notice>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setDialog('reveal')}>Reveal together</Button>
        <RemindButton roundId={roundId} owner={owner} />
        <Button kind="quiet" onClick={() => setDialog('deadline')}>
          {deadlineAt === null ? 'Set a deadline' : 'Change the deadline'}
        </Button>
        <Button kind="quiet" onClick={() => setDialog('cancel')}>
          Cancel the round
        </Button>
      </div>
      {dialog === 'reveal' ? <RevealDialog round={round} owner={owner} onClose={close} /> : null}
      {dialog === 'deadline' ? <DeadlineDialog round={round} onClose={close} /> : null}
      {dialog === 'cancel' ? <CancelDialog roundId={roundId} onClose={close} /> : null}
    </div>
  );
}

/** Once a round, to those who have not sealed; to whom it goes nobody is told. */
function RemindButton({ roundId, owner }: { roundId: string; owner: Owner }) {
  const trpc = useTRPC();
  const format = useFormat();
  const remind = useMutation(trpc.round.remind.mutationOptions());
  if (owner.remindedAt !== null)
    return <p className="content-center text-sm text-ink-soft">Reminded once, {format.instant(owner.remindedAt)}.</p>;
  return (
    <div className="flex flex-col gap-2">
      <Button kind="quiet" pending={remind.isPending} onClick={() => remind.mutate({ roundId })}>
        Remind who has not sealed
      </Button>
      <FormFailure failure={remind.isError ? failureOf(remind.error) : null} />
    </div>
  );
}
