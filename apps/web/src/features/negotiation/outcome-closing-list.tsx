import { closingFor, type Outcome } from '@parley/domain/negotiation/outcome';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Checkbox } from '../../components/choice-field.tsx';
import { FormFailure } from '../../components/form-failure.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { TermConflict } from './term-form.tsx';

/** What is still to do after the end, ticked one by one. */
export function ClosingList({ negotiationId, outcome }: { negotiationId: string; outcome: Outcome }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const tick = useMutation(
    trpc.outcome.tick.mutationOptions({
      onSettled: () => client.invalidateQueries(trpc.outcome.get.queryFilter({ negotiationId })),
    }),
  );
  const steps = closingFor(outcome.kind);
  const done = steps.filter(({ id }) => outcome.closing.includes(id)).length;
  const failure = tick.isError ? failureOf(tick.error) : null;
  return (
    <fieldset>
      <legend className="font-medium">
        Closing <span className="font-normal text-ink-soft">· {`${done} of ${steps.length} done`}</span>
      </legend>
      {steps.map(({ id, text }) => (
        <Checkbox
          key={id}
          label={text}
          checked={outcome.closing.includes(id)}
          disabled={tick.isPending}
          onChange={(event) => tick.mutate({ negotiationId, rev: outcome.rev, step: id, done: event.target.checked })}
        />
      ))}
      <TermConflict failure={failure} />
      <FormFailure failure={failure} />
    </fieldset>
  );
}
