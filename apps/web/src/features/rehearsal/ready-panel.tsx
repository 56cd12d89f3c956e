import { callMinutes, callSteps } from '@parley/domain/rehearsal/steps';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { PrivateGround } from '../../components/private-ground.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { BriefCard } from './brief-card.tsx';
import { BriefForm } from './brief-form.tsx';
import { otherOf, type Rehearsal } from './use-rehearsal.ts';

/** Before it begins: the employer's brief, and the steps that both will see. */
export function ReadyPanel(one: Rehearsal) {
  return (
    <>
      {one.role === 'employer' ? <EmployerBrief {...one} /> : null}
      <Begin {...one} />
      <Card title="What you will go through" flush>
        <ol className="divide-y divide-line">
          {callSteps.map((step) => (
            <li key={step.id} className="flex items-baseline justify-between gap-4 px-4 py-3 sm:px-5">
              <span className="min-w-0">
                <span className="block font-medium">{step.title}</span>
                <span className="block max-w-prose text-ink-soft">{step[one.role]}</span>
              </span>
              <span className="shrink-0 text-sm text-ink-soft tabular-nums">{step.minutes} min</span>
            </li>
          ))}
        </ol>
      </Card>
    </>
  );
}

function EmployerBrief(one: Rehearsal) {
  const [editing, setEditing] = useState(false);
  return (
    <PrivateGround words={`Only you see this until the end; then ${otherOf(one)} does too`}>
      <h2 className="mb-3 text-base">Your brief</h2>
      {one.brief && !editing ? (
        <>
          <BriefCard brief={one.brief} currency={one.currency} />
          <Button className="mt-3" onClick={() => setEditing(true)}>
            Change the brief
          </Button>
        </>
      ) : (
        <BriefForm one={one} onDone={() => setEditing(false)} />
      )}
      {one.brief ? null : <Decline {...one} />}
    </PrivateGround>
  );
}

function Decline({ rehearsalId }: Rehearsal) {
  const trpc = useTRPC();
  const decline = useMutation(trpc.rehearsal.decline.mutationOptions());
  return (
    <div className="mt-2 flex flex-col items-start gap-2">
      <Button kind="quiet" className="-ml-4" pending={decline.isPending} onClick={() => decline.mutate({ rehearsalId })}>
        Not this time
      </Button>
      <FormFailure failure={decline.isError ? failureOf(decline.error) : null} />
    </div>
  );
}

function Begin(one: Rehearsal) {
  const trpc = useTRPC();
  const begin = useMutation(trpc.rehearsal.begin.mutationOptions());
  const { rehearsalId, state, role, peerId } = one;
  if (state === 'asked' && role === 'employer') return null;
  const waits =
    state === 'asked' ? `${otherOf(one)} writes the brief first: a ceiling, what is fixed, a mood. You will be told.` : null;
  const together =
    'Begin when you hear or see each other: a call, or the same table. Both phones show the same step and the same clock.';
  const alone = 'Say your lines aloud, as you would in the call. Draw a card whenever it is their turn, and answer it.';
  return (
    <Card title={`About ${callMinutes} minutes, in ${callSteps.length} steps`}>
      <p className="mb-3 max-w-prose text-ink-soft">
        {peerId === null ? alone : together} What is written down here stays out of your ledger.
      </p>
      <FormFailure failure={begin.isError ? failureOf(begin.error) : null} />
      <Button kind="primary" why={waits} pending={begin.isPending} onClick={() => begin.mutate({ rehearsalId })}>
        Begin the call
      </Button>
    </Card>
  );
}
