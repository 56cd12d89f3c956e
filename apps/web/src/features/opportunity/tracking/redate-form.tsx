import type { StageEntry } from '@parley/domain/opportunity/opportunity';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { DateField } from '../../../components/form/date-field.tsx';
import { FormActions } from '../../../components/form/form-actions.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { type Failure, failureOf } from '../../../lib/failure.ts';
import { useToday } from '../../../lib/time/use-today.ts';
import { useTRPC } from '../../../lib/trpc.ts';

type Props = { opportunityId: string; rev: number; step: StageEntry; onDone: () => void };

/** Another date for one step of the history. */
export function RedateForm({ opportunityId, rev, step, onDone }: Props) {
  const trpc = useTRPC();
  const today = useToday();
  const [on, setOn] = useState(step.on);
  const [failure, setFailure] = useState<Failure | null>(null);
  const redate = useMutation(
    trpc.opportunity.redate.mutationOptions({
      onMutate: () => setFailure(null),
      onSuccess: onDone,
      onError: (error) => setFailure(failureOf(error)),
    }),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    redate.mutate({ opportunityId, rev, entryId: step.id, on });
  };
  const wrong = failure?.fields.find(({ path }) => path === 'on')?.message;
  return (
    <form onSubmit={onSubmit} noValidate className="col-span-3 flex flex-col gap-3 pt-1 pb-3">
      <DateField
        label="It was on"
        autoFocus
        max={today}
        value={on}
        error={wrong}
        onChange={(event) => setOn(event.target.value)}
        className="max-w-60"
      />
      <FormFailure failure={wrong ? null : failure} />
      <FormActions act="Correct the date" pending={redate.isPending} onCancel={onDone} />
    </form>
  );
}
