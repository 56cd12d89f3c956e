import { callMinutes, callSteps } from '@parley/domain/rehearsal/steps';
import { useMutation } from '@tanstack/react-query';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { PrivateGround } from '../../components/private-ground.tsx';
import { StepBar, StepButtons } from '../../components/step-bar.tsx';
import { failureOf } from '../../lib/failure.ts';
import { sayMinutes, useElapsed, useTimer } from '../../lib/time/use-timer.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { BriefCard } from './brief-card.tsx';
import { CardDraw } from './draw-card.tsx';
import { LineList } from './line-list.tsx';
import { SaidForm } from './said-form.tsx';
import type { Rehearsal } from './use-rehearsal.ts';

/** The call: step and clock, the same on both phones; silence; and what was said. */
export function CallPanel(one: Rehearsal) {
  const { role, brief, peerId, currency } = one;
  return (
    <>
      <StepCard {...one} />
      {peerId === null ? <CardDraw {...one} /> : null}
      {role === 'employer' && brief ? (
        <PrivateGround words="Only you see this until the end">
          <details open className="group">
            <summary className="mb-2 min-h-11 cursor-pointer py-2 font-medium">Your brief</summary>
            <BriefCard brief={brief} currency={currency} />
          </details>
        </PrivateGround>
      ) : null}
      <Card title="Write down what was said">
        <SaidForm one={one} />
      </Card>
      <LineList {...one} />
      <MovePanel {...one} />
    </>
  );
}

function StepCard(one: Rehearsal) {
  const step = callSteps[one.step];
  if (!step || !one.stepAt || !one.startedAt) return null;
  return (
    <>
      <StepClock
        key={`${one.step}:${one.stepAt}`}
        {...one}
        minutes={step.minutes}
        stepAt={one.stepAt}
        startedAt={one.startedAt}
      />
      <section aria-labelledby="step" className="rounded-md border border-line bg-raised">
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-4 py-4 sm:px-5">
          <div className="min-w-0 flex-1 max-sm:basis-full">
            <p className="text-sm text-ink-soft tabular-nums">
              Step {one.step + 1} of {callSteps.length}
            </p>
            <h2 id="step" className="text-xl wrap-anywhere">
              {step.title}
            </h2>
            <p className="mt-1 max-w-prose">{step[one.role]}</p>
          </div>
        </div>
        <div className="border-t border-line px-4 py-3 sm:px-5">
          <Silence {...one} />
        </div>
      </section>
    </>
  );
}

type ClockProps = Pick<Rehearsal, 'now' | 'heardAt'> & { minutes: number; stepAt: string; startedAt: string };

function StepClock({ minutes, stepAt, startedAt, now, heardAt }: ClockProps) {
  const { left, over } = useTimer({ minutes }, stepAt, { now, heardAt });
  const all = useElapsed(startedAt, { now, heardAt });
  return (
    <div
      className={`sticky top-0 z-10 flex items-baseline justify-between gap-4 rounded-md border border-line px-4 py-1 ${over ? 'bg-warn-soft text-warn' : 'bg-sunken text-ink'}`}
    >
      <p role="timer" aria-label="Time left in this step" className="text-2xl font-medium tabular-nums">
        {over ? '+' : ''}
        {sayMinutes(left)}
      </p>
      <p className="text-sm tabular-nums">
        {sayMinutes(all)} of about {callMinutes} min
      </p>
    </div>
  );
}

function Silence({ rehearsalId, silentAt, now, heardAt }: Rehearsal) {
  const trpc = useTRPC();
  const hush = useMutation(trpc.rehearsal.hush.mutationOptions());
  const press = (silent: boolean) => hush.mutate({ rehearsalId, silent });
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {silentAt ? (
        <>
          <p className="flex items-baseline gap-3">
            <span className="text-lg font-medium">Silence</span>
            <SilenceClock since={silentAt} now={now} heardAt={heardAt} />
          </p>
          <Button pending={hush.isPending} onClick={() => press(false)}>
            Somebody speaks
          </Button>
          <p className="w-full text-sm text-ink-soft">Let it stand. It feels longer than it is.</p>
        </>
      ) : (
        <>
          <Button pending={hush.isPending} onClick={() => press(true)}>
            Start the silence
          </Button>
          <p className="min-w-0 text-sm text-ink-soft max-sm:w-full sm:flex-1">
            After an ask, whoever speaks first gives something away.
          </p>
        </>
      )}
      <FormFailure failure={hush.isError ? failureOf(hush.error) : null} />
    </div>
  );
}

function SilenceClock({ since, now, heardAt }: { since: string; now: string; heardAt: number }) {
  const seconds = useElapsed(since, { now, heardAt });
  return (
    <span role="timer" aria-label="Length of the silence" className="text-2xl font-medium tabular-nums">
      {sayMinutes(seconds)}
    </span>
  );
}

/** What moves it, in reach of a thumb: either may. */
function MovePanel({ rehearsalId, step }: Rehearsal) {
  const trpc = useTRPC();
  const move = useMutation(trpc.rehearsal.move.mutationOptions());
  const finish = useMutation(trpc.rehearsal.finish.mutationOptions());
  const error = move.error ?? finish.error;
  const failure = error ? failureOf(error) : null;
  const pending = move.isPending || finish.isPending;
  const last = step === callSteps.length - 1;
  const go = (to: number) => {
    finish.reset();
    move.mutate({ rehearsalId, step, to });
  };
  const end = () => {
    move.reset();
    finish.mutate({ rehearsalId });
  };
  return (
    <StepBar failure={failure}>
      <StepButtons {...{ step, pending }} steps={callSteps.length} end="End the call" onGo={go} onEnd={end} />
      {last ? null : (
        <Button kind="quiet" className="ml-auto max-sm:px-2" pending={pending} onClick={end}>
          End the call
        </Button>
      )}
    </StepBar>
  );
}
