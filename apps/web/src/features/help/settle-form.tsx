import type { HelpRequest } from '@parley/domain/help/help';
import { HelpVerdict } from '@parley/domain/help/input';
import { useMutation } from '@tanstack/react-query';
import { Controller } from 'react-hook-form';
import { RadioGroup } from '../../components/form/choice-field.tsx';
import { TextArea } from '../../components/form/field.tsx';
import { FormActions } from '../../components/form/form-actions.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { useParleyForm } from '../../lib/form.ts';
import { useTRPC } from '../../lib/trpc.ts';

/** Whether what was answered changed anything: it closes the request, and it is the council's one health figure. */
export function SettleForm({ request, onClose }: { request: HelpRequest; onClose: () => void }) {
  const { helpId, rev, verdict } = request;
  const trpc = useTRPC();
  const settle = useMutation(trpc.help.settle.mutationOptions());
  const keeping = useParleyForm({
    schema: HelpVerdict,
    defaultValues: verdict ?? { changed: true, what: '' },
    draft: { name: `help-settle:${helpId}`, rev },
  });
  const { form, submit, failure, discard } = keeping;
  const onSubmit = submit((said) => settle.mutateAsync({ helpId, rev, verdict: said }), onClose);
  const leave = () => {
    discard();
    onClose();
  };
  return (
    <form noValidate className="flex w-full flex-col gap-4" onSubmit={onSubmit}>
      <Controller
        control={form.control}
        name="changed"
        render={({ field }) => (
          <RadioGroup
            label="Did it change what you do?"
            value={field.value ? 'yes' : 'no'}
            onChange={(value) => field.onChange(value === 'yes')}
            inline
            choices={[
              { value: 'yes', label: 'Yes' },
              { value: 'no', label: 'No' },
            ]}
          />
        )}
      />
      <TextArea
        label="What do you do differently?"
        optional
        maxLength={500}
        {...form.register('what')}
        error={form.formState.errors.what?.message}
      />
      <FormFailure failure={failure} />
      <FormActions act="Close the request" pending={form.formState.isSubmitting} onCancel={leave} />
    </form>
  );
}
