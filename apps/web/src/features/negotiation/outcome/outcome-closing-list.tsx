import { listClosing, type Outcome } from '@parley/domain/negotiation/outcome/outcome';
import { useMutation } from '@tanstack/react-query';
import { Checkbox } from '../../../components/form/choice-field.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { MethodLink } from '../../../components/method-link.tsx';
import { failureOf } from '../../../lib/failure.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { TermConflict } from '../terms/term-form.tsx';

/** What is still to do after the end, ticked one by one. */
export function ClosingList({ negotiationId, outcome }: { negotiationId: string; outcome: Outcome }) {
  const trpc = useTRPC();
  const tick = useMutation(trpc.outcome.tick.mutationOptions());
  const steps = listClosing(outcome.kind);
  const pressed = tick.isPending ? tick.variables : null;
  const isDone = (id: string) => (pressed?.step === id ? pressed.done : outcome.closing.includes(id));
  const done = steps.filter(({ id }) => isDone(id)).length;
  // one after the other: each tick is based on the revision that the last one made
  const press = (step: string, ticked: boolean) => {
    if (!tick.isPending) tick.mutate({ negotiationId, rev: outcome.rev, step, done: ticked });
  };
  const failure = tick.isError ? failureOf(tick.error) : null;
  return (
    <fieldset>
      <legend className="font-medium">
        Closing <span className="font-normal text-ink-soft">· {`${done} of ${steps.length} done`}</span>
      </legend>
      {steps.map(({ id, text }) => (
        <Checkbox key={id} label={text} checked={isDone(id)} onChange={(event) => press(id, event.target.checked)} />
      ))}
      <p className="flex flex-wrap gap-x-5">
        <MethodLink hash="leaving">Leaving well</MethodLink>
        <MethodLink hash="weeks">The first weeks</MethodLink>
        <MethodLink hash="review">The review after six months</MethodLink>
      </p>
      <TermConflict failure={failure} />
      <FormFailure failure={failure} />
    </fieldset>
  );
}
