import type { DebriefOutcome } from '@parley/domain/debrief/debrief';
import { SetOutcome } from '@parley/domain/debrief/input';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { DateField } from '../../components/form/date-field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { SelectField } from '../../components/form/select-field.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useParleyForm } from '../../lib/form.ts';
import { useFormat } from '../../lib/format.ts';
import { useToday } from '../../lib/time/use-today.ts';
import { useTRPC } from '../../lib/trpc.ts';
import type { Debrief } from './use-debrief.ts';

const choices: { value: DebriefOutcome; label: string }[] = [
  { value: 'advanced', label: 'It went on' },
  { value: 'offer', label: 'An offer came' },
  { value: 'rejected', label: 'They said no' },
  { value: 'withdrew', label: 'I withdrew' },
  { value: 'none', label: 'I heard nothing' },
];

/** How it turned out, once it is known; it can be taken back. */
export function OutcomeForm({ debrief }: { debrief: Debrief }) {
  const id = useId();
  const format = useFormat();
  const [changing, setChanging] = useState(false);
  const { outcome, outcomeOn, reads, supposed } = debrief;
  if (reads.state === 'open')
    return <p className="text-ink-soft">Reveal the reads first: once the outcome is known, nobody is guessing any more.</p>;
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <h4 id={id} className="font-medium">
        How it turned out
      </h4>
      {supposed && !changing ? (
        <Supposed debrief={debrief} supposed={supposed} onOther={() => setChanging(true)} />
      ) : changing ? (
        <Entry key={`${outcome} ${outcomeOn}`} debrief={debrief} onDone={() => setChanging(false)} />
      ) : (
        <div className="flex flex-wrap items-center gap-x-4">
          {outcome && outcomeOn ? (
            <span>
              {choices.find((choice) => choice.value === outcome)?.label}
              <span className="text-ink-soft tabular-nums">, {format.date(outcomeOn)}</span>
            </span>
          ) : (
            <span className="text-ink-soft">Not known yet.</span>
          )}
          <Button kind="quiet" onClick={() => setChanging(true)}>
            {outcome ? 'Change it' : 'Record how it turned out'}
          </Button>
        </div>
      )}
    </section>
  );
}

type SupposedProps = { debrief: Debrief; supposed: DebriefOutcome; onOther: () => void };

/** The stage has moved since: what that says of this conversation takes one press. */
function Supposed({ debrief, supposed, onOther }: SupposedProps) {
  const trpc = useTRPC();
  const on = useToday();
  const save = useMutation(trpc.debrief.setOutcome.mutationOptions());
  const { id: debriefId, rev } = debrief;
  const label = choices.find(({ value }) => value === supposed)?.label;
  return (
    <div className="flex flex-col gap-2">
      <p className="text-ink-soft">The opportunity has moved since. What came of this conversation?</p>
      <div className="flex flex-wrap gap-2">
        <Button pending={save.isPending} onClick={() => save.mutate({ debriefId, rev, result: { outcome: supposed, on } })}>
          {label}
        </Button>
        <Button kind="quiet" onClick={onOther}>
          Something else
        </Button>
      </div>
      <FormFailure failure={save.isError ? failureOf(save.error) : null} />
    </div>
  );
}

function Entry({ debrief, onDone }: { debrief: Debrief; onDone: () => void }) {
  const trpc = useTRPC();
  const today = useToday();
  const save = useMutation(trpc.debrief.setOutcome.mutationOptions());
  const { form, submit, failure } = useParleyForm({
    schema: SetOutcome,
    defaultValues: {
      debriefId: debrief.id,
      rev: debrief.rev,
      result: { outcome: debrief.outcome ?? 'advanced', on: debrief.outcomeOn ?? today },
    },
  });
  const errors = form.formState.errors.result;
  const done = async () => {
    onDone();
  };
  // based on what is on the screen by then, which may be newer than what the form began with
  const onSubmit = submit((fields) => save.mutateAsync({ ...fields, rev: debrief.rev }), done);
  const takeBack = () => save.mutate({ debriefId: debrief.id, rev: debrief.rev, result: null }, { onSuccess: done });
  return (
    <form noValidate onSubmit={onSubmit} className="flex flex-col gap-3">
      <div className="grid gap-3 sm:grid-cols-2 md:max-w-column">
        <SelectField label="Outcome" options={choices} {...form.register('result.outcome')} error={errors?.outcome?.message} />
        <DateField label="On" {...form.register('result.on')} error={errors?.on?.message} />
      </div>
      <FormFailure failure={failure} />
      {failure?.code === 'CONFLICT' || save.isError ? (
        <Notice tone="warn" title="The debrief was saved somewhere else in the meantime. Look at it, then press again." />
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" pending={save.isPending}>
          Save the outcome
        </Button>
        {debrief.outcome ? (
          <Button kind="quiet" onClick={takeBack}>
            It is not known yet
          </Button>
        ) : null}
        <Button kind="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
