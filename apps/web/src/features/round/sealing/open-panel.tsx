import { unnamedRemark } from '@parley/domain/round/seats';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { SealedSeats } from '../../../components/sealed-seats.tsx';
import { CancelDialog } from '../cancel-dialog.tsx';
import { RevealDialog } from '../reveal-dialog.tsx';
import type { OpenStage, Round } from '../use-round.ts';
import { DeadlineDialog } from './deadline-dialog.tsx';
import { EnvelopeCard } from './envelope-card.tsx';
import { QuestionCard } from './question-card.tsx';

type Props = { round: Round; stage: OpenStage };

/** An open round: what is asked, who has sealed, my envelope; the owner's acts last. */
export function OpenPanel({ round, stage }: Props) {
  const { roundId, document, mine, named } = round;
  return (
    <>
      <QuestionCard round={round} />
      <div className="flex flex-col gap-1">
        <SealedSeats seats={stage.seats} />
        <p className="text-sm text-ink-soft">
          {named ? 'After the reveal each package stands with its name.' : unnamedRemark(stage.seats.length)}
          {stage.targetSealed && !mine ? ` ${round.ownerName} has sealed a target of their own.` : ''}
        </p>
      </div>
      <EnvelopeCard roundId={roundId} document={document} own={stage.own} what={mine ? 'target' : 'package'} />
      {mine ? <OwnerActs round={round} stage={stage} /> : null}
    </>
  );
}

function OwnerActs({ round, stage }: Props) {
  const [dialog, setDialog] = useState<'reveal' | 'deadline' | 'cancel' | null>(null);
  const close = () => setDialog(null);
  const { roundId, deadlineAt, quorum } = round;
  const passed = deadlineAt !== null && Date.parse(deadlineAt) <= Date.now();
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-4">
      {passed ? (
        <Notice tone="warn" title={`The deadline has passed, and fewer than ${quorum} have sealed.`}>
          The round reveals itself as soon as enough have. Give more time, or reveal it now.
        </Notice>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setDialog('reveal')}>Reveal together</Button>
        <Button kind="quiet" onClick={() => setDialog('deadline')}>
          {deadlineAt === null ? 'Set a deadline' : 'Change the deadline'}
        </Button>
        <Button kind="quiet" onClick={() => setDialog('cancel')}>
          Cancel the round
        </Button>
      </div>
      {dialog === 'reveal' ? <RevealDialog roundId={roundId} missing={stage.missing} onClose={close} /> : null}
      {dialog === 'deadline' ? <DeadlineDialog round={round} onClose={close} /> : null}
      {dialog === 'cancel' ? <CancelDialog roundId={roundId} onClose={close} /> : null}
    </div>
  );
}
