import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { Confirm } from '../../components/overlay/dialog.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { AnswerForm } from './answer-form.tsx';
import { LineList } from './line-list.tsx';
import { otherOf, type Rehearsal } from './use-rehearsal.ts';

/** After the call: each answers three questions without the other's words; then brief and answers lie open. */
export function AnswerPanel(one: Rehearsal) {
  const { answered, viewerId } = one;
  const mine = answered.includes(viewerId);
  return (
    <>
      {mine ? <Waiting {...one} /> : <Questions {...one} />}
      <LineList {...one} />
    </>
  );
}

function Questions(one: Rehearsal) {
  const { peerId, peerHere, answered, viewerId } = one;
  const theirs = answered.some((id) => id !== viewerId);
  const after = peerId === null ? 'Then you see who sat behind the cards.' : 'Then the brief and both answers lie open.';
  return (
    <Card title="Three questions, while it is fresh">
      <p className="mb-4 max-w-prose text-ink-soft">
        {theirs ? `${otherOf(one)} has answered. ` : ''}
        {peerHere ? 'You do not see each other’s words until both have written. ' : ''}
        {after}
      </p>
      <AnswerForm one={one} />
    </Card>
  );
}

function Waiting(one: Rehearsal) {
  const trpc = useTRPC();
  const open = useMutation(trpc.rehearsal.open.mutationOptions());
  const { rehearsalId, answers, role } = one;
  const [asked, setAsked] = useState(false);
  const own = answers.find(({ mine }) => mine);
  return (
    <Card title={`${otherOf(one)} is still writing`}>
      <p className="max-w-prose text-ink-soft">
        {role === 'candidate' ? 'The brief and both answers open' : 'Both answers open'} by themselves when they are done. If you
        open now, {otherOf(one)} can no longer answer.
      </p>
      {own ? <p className="mt-3 max-w-prose whitespace-pre-wrap wrap-anywhere">One thing to change: {own.change}</p> : null}
      <div className="mt-4 flex flex-col items-start gap-2">
        <Button onClick={() => setAsked(true)}>Open without waiting</Button>
      </div>
      <Confirm
        open={asked}
        onClose={() => setAsked(false)}
        title="Open without waiting"
        consequence={`${otherOf(one)} has not answered yet, and can no longer do so. ${
          role === 'candidate' ? 'This shows their brief now.' : 'This shows your brief now.'
        }`}
        act="Open it now"
        onAct={() => open.mutate({ rehearsalId })}
        pending={open.isPending}
        error={<FormFailure failure={open.isError ? failureOf(open.error) : null} />}
      />
    </Card>
  );
}
