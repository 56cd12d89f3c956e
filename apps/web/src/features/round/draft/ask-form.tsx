import { unnamedRemark } from '@parley/domain/round/seats';
import { useMutation } from '@tanstack/react-query';
import { Controller } from 'react-hook-form';
import { Button } from '../../../components/button.tsx';
import { Notice } from '../../../components/feedback/notice.tsx';
import { SavedMark } from '../../../components/feedback/saved-mark.tsx';
import { RadioGroup } from '../../../components/form/choice-field.tsx';
import { DateTimeField } from '../../../components/form/date-field.tsx';
import { TextArea } from '../../../components/form/field.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { NumberField } from '../../../components/form/number-field.tsx';
import { useTRPC } from '../../../lib/trpc.ts';
import type { Round } from '../use-round.ts';
import { LinesForm } from './lines-form.tsx';
import { type AskControl, useAskForm } from './use-ask.ts';

/** What is asked, until when, and how it is shown afterwards. */
export function AskForm({ round, onDone }: { round: Round; onDone: () => void }) {
  const trpc = useTRPC();
  const save = useMutation(trpc.round.save.mutationOptions());
  const { form, submit, failure, state, restored, discard } = useAskForm(round);
  const errors = form.formState.errors;
  const done = async () => {
    onDone();
  };
  return (
    <form noValidate onSubmit={submit(save.mutateAsync, done)} className="flex flex-col gap-5">
      <TextArea
        label="Your question"
        maxLength={1000}
        aside={<SavedMark state={state} />}
        error={errors.document?.question?.message}
        {...form.register('document.question')}
      />
      <LinesForm form={form} currency={round.document.currency} />
      {/* a moment shows what it began with: begin again with what was restored */}
      <Manner key={String(restored)} form={form} />
      <FormFailure failure={failure} />
      {failure?.code === 'CONFLICT' ? (
        <Notice
          tone="warn"
          title="A newer version of this draft was saved in another tab."
          action={
            <Button
              onClick={() => {
                discard();
              }}
            >
              Take the newer one
            </Button>
          }
        >
          Copy what you want to keep before you take it.
        </Notice>
      ) : null}
      <div>
        <Button type="submit" kind="primary" pending={form.formState.isSubmitting}>
          Save the draft
        </Button>
      </div>
    </form>
  );
}

/** Until when, from how many on, and with names or without. */
function Manner({ form: { control } }: { form: AskControl }) {
  return (
    <>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <Controller
          control={control}
          name="deadlineAt"
          render={({ field: { value, onChange, onBlur }, fieldState }) => (
            <DateTimeField
              {...{ value, onChange, onBlur }}
              label="Deadline"
              hint="Leave empty for no deadline."
              error={fieldState.error?.message}
            />
          )}
        />
        <Controller
          control={control}
          name="quorum"
          render={({ field: { onChange, ...field }, fieldState }) => (
            <NumberField
              {...field}
              onChange={(value) => onChange(value ?? Number.NaN)}
              label="Enough at the deadline"
              hint="How many sealed packages are enough to reveal it then."
              error={fieldState.error?.message}
            />
          )}
        />
      </div>
      <Controller
        control={control}
        name="named"
        render={({ field, fieldState }) => (
          <RadioGroup
            label="After the reveal"
            value={field.value ? 'named' : 'unnamed'}
            onChange={(value) => field.onChange(value === 'named')}
            error={fieldState.error?.message}
            choices={[
              { value: 'named', label: 'With names', hint: 'You can ask people about their answers.' },
              { value: 'unnamed', label: 'Without names', hint: unnamedRemark(4) },
            ]}
          />
        )}
      />
    </>
  );
}
