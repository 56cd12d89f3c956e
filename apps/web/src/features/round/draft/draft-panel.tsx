import { type ReactNode, useId, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { ShareChip } from '../../../components/item-tools.tsx';
import { MethodLink } from '../../../components/method-link.tsx';
import { useFormat } from '../../../lib/format.ts';
import { RemoveDialog } from '../remove-dialog.tsx';
import { EnvelopeCard } from '../sealing/envelope-card.tsx';
import { QuestionCard } from '../sealing/question-card.tsx';
import type { Preparing, Round } from '../use-round.ts';
import { AgainCard } from './again-card.tsx';
import { AskForm } from './ask-form.tsx';
import { OpenForm } from './open-form.tsx';

type Props = { round: Round; preparing: Preparing };

/** A draft in the order in which one decides: what is asked, of whom, the own target, then open it. */
export function DraftPanel({ round, preparing }: Props) {
  const { roundId, rev, document } = round;
  // a first draft begins as the form; what is typed there is saved before it can be asked
  const [editing, setEditing] = useState(rev === 1);
  return (
    <>
      <Step number={1} title="What you ask">
        {editing ? (
          <AskForm round={round} asked={preparing.asked.length} onDone={() => setEditing(false)} />
        ) : (
          <Question round={round} onEdit={() => setEditing(true)} />
        )}
      </Step>
      <Step number={2} title="Who is asked">
        {preparing.again ? <AgainCard roundId={roundId} again={preparing.again} /> : null}
        <Asked preparing={preparing} />
        <div>
          <ShareChip itemId={roundId} kind="round" act="Choose who is asked" />
        </div>
      </Step>
      <Step number={3} title="Your own target first, if you like">
        <Target roundId={roundId} document={document} target={preparing.target} />
      </Step>
      <Step number={4} title="Open it">
        <OpenForm round={round} preparing={preparing} editing={editing} />
      </Step>
      <MethodLink hash="blind">Why figures are given blind</MethodLink>
      <RemoveDialog roundId={roundId} />
    </>
  );
}

function Step({ number, title, children }: { number: number; title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <h4 id={id} className="font-medium">
        <span className="mr-2 inline-flex size-7 items-center justify-center rounded-full bg-accent-soft text-accent-strong">
          {number}
        </span>
        {title}
      </h4>
      {children}
    </section>
  );
}

/** What was saved, to read; a press away from changing it. */
function Question({ round, onEdit }: { round: Round; onEdit: () => void }) {
  const format = useFormat();
  const until = round.deadlineAt === null ? 'without a deadline' : `until ${format.instant(round.deadlineAt)}`;
  return (
    <div className="flex flex-col items-start gap-3">
      <QuestionCard round={round} />
      <p className="text-ink-soft">
        Open {until}, {round.named ? 'with names' : 'without names'} after the reveal, {round.quorum} are enough at the deadline.
      </p>
      <Button onClick={onEdit}>Change it</Button>
    </div>
  );
}

function Asked({ preparing: { asked } }: { preparing: Preparing }) {
  const format = useFormat();
  if (asked.length === 0)
    return (
      <p className="max-w-prose">
        Nobody yet: only you see this. Those you choose see the question and what is on the table, nothing else of your
        negotiation.
      </p>
    );
  return (
    <p className="max-w-prose">
      {format.list(asked.map(({ name }) => name ?? '').sort((a, b) => a.localeCompare(b)))} will be asked, and see the question
      and what is on the table.
    </p>
  );
}

type TargetProps = { roundId: string; document: Round['document']; target: Preparing['target'] };

function Target({ roundId, document, target }: TargetProps) {
  const [begun, setBegun] = useState(false);
  if (target || begun) return <EnvelopeCard roundId={roundId} document={document} own={target} what="target" />;
  return (
    <div className="flex max-w-prose flex-col items-start gap-3">
      <p>Seal what you aim at before you hear the others. It is shown beside their packages after the reveal.</p>
      <Button onClick={() => setBegun(true)}>Seal my target</Button>
    </div>
  );
}
