import { SealRead } from '@parley/domain/debrief/input';
import type { Read } from '@parley/domain/debrief/reads';
import { useMutation } from '@tanstack/react-query';
import { Controller } from 'react-hook-form';
import { Button } from '../../components/button.tsx';
import { SavedMark } from '../../components/feedback/saved-mark.tsx';
import { TextArea } from '../../components/form/field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { NumberField } from '../../components/form/number-field.tsx';
import { useParleyForm } from '../../lib/form.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { fresh } from '../../lib/use-draft.ts';

type Props = {
  debriefId: string;
  /** The owner's first read opens the round. */
  asks?: boolean | undefined;
  own: Read | null;
  onDone: () => void;
};

/** An envelope: a likelihood and why. */
export function ReadForm({ debriefId, asks, own, onDone }: Props) {
  const trpc = useTRPC();
  const ask = useMutation(trpc.debrief.askReads.mutationOptions());
  const seal = useMutation(trpc.debrief.sealRead.mutationOptions());
  const { form, submit, failure, state } = useParleyForm({
    schema: SealRead,
    defaultValues: { debriefId, read: { likelihood: own?.likelihood, reason: own?.reason ?? '' } },
    draft: { name: `read:${debriefId}`, rev: fresh },
  });
  const errors = form.formState.errors.read;
  const done = async () => {
    onDone();
  };
  const onSubmit = asks ? submit(ask.mutateAsync, done) : submit(seal.mutateAsync, done);
  return (
    <form noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
      <Controller
        control={form.control}
        name="read.likelihood"
        render={({ field }) => (
          <NumberField
            label="Likelihood that it goes on"
            hint="0 means certainly not, 100 means certainly."
            unit="%"
            max={100}
            className="max-w-60"
            value={field.value ?? null}
            onChange={field.onChange}
            onBlur={field.onBlur}
            error={errors?.likelihood?.message}
          />
        )}
      />
      <TextArea
        label="Why"
        optional
        maxLength={1000}
        aside={<SavedMark state={state} />}
        error={errors?.reason?.message}
        {...form.register('read.reason')}
      />
      <FormFailure failure={failure} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind={asks ? 'plain' : 'primary'} pending={form.formState.isSubmitting}>
          {asks ? 'Seal mine and ask for reads' : own ? 'Seal it again' : 'Seal my read'}
        </Button>
        {own ? (
          <Button kind="quiet" onClick={onDone}>
            Leave it as it is
          </Button>
        ) : null}
      </div>
    </form>
  );
}
