import { charterTemplate } from '@parley/domain/council/charter';
import { CreateCouncil } from '@parley/domain/council/input';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { SavedMark } from '../../components/feedback/saved-mark.tsx';
import { TextArea } from '../../components/form/field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { useParleyForm } from '../../lib/form.ts';
import { usePerson } from '../../lib/person.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { fresh } from '../../lib/use-draft.ts';
import { AboutForm } from './about-form.tsx';

/** Founds a council. The charter follows name and cadence until somebody writes in it. */
export function FoundForm({ onCancel }: { onCancel?: (() => void) | undefined }) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const { zone } = usePerson();
  const create = useMutation(trpc.council.create.mutationOptions());
  const [cadence] = useState({ weekday: 4, time: '18:00', zone, minutes: 90 });
  const parley = useParleyForm({
    schema: CreateCouncil,
    defaultValues: { name: '', purpose: '', cadence, charter: charterTemplate('', cadence) },
    draft: { name: 'council:new', rev: fresh },
  });
  const { form, submit, failure } = parley;
  const { errors, isSubmitting } = form.formState;
  const made = useRef('');
  const template = () => charterTemplate(form.getValues('name').trim(), form.getValues('cadence'));
  const remember = () => {
    if (form.getValues('charter') === template()) made.current = template();
  };
  const follow = () => {
    if (form.getValues('charter') !== made.current) return;
    made.current = template();
    form.setValue('charter', made.current);
  };
  const onSubmit = submit(create.mutateAsync, ({ councilId }) => {
    void navigate({ to: '/council/$councilId', params: { councilId } });
  });
  return (
    <form noValidate onSubmit={onSubmit} onFocus={remember} onChange={follow} className="flex flex-col gap-4">
      <AboutForm register={form.register} errors={errors} />
      <TextArea
        label="Charter"
        hint="What each of you promises. Edit it freely: everybody reads and accepts it before joining."
        aside={<SavedMark state={parley.state} />}
        rows={14}
        {...form.register('charter')}
        error={errors.charter?.message}
      />
      <FormFailure failure={failure} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary" pending={isSubmitting}>
          Found the council
        </Button>
        {onCancel ? (
          <Button kind="quiet" onClick={onCancel}>
            Not now
          </Button>
        ) : null}
      </div>
    </form>
  );
}
