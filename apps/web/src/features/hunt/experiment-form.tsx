import type { Plan } from '@parley/domain/hunt/hunt';
import { HuntPlan } from '@parley/domain/hunt/input';
import { DateField } from '../../components/form/date-field.tsx';
import { TextField } from '../../components/form/field.tsx';
import { FormActions } from '../../components/form/form-actions.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { useParleyForm } from '../../lib/form.ts';
import { newId } from '../../lib/new-id.ts';
import { useKeep } from './use-hunt.ts';

type Props = { rev: number; plan: Plan; today: string; onDone: () => void };

const TrialFields = HuntPlan.shape.experiments.element.pick({ change: true, hypothesis: true, startsOn: true });

/** One change, and what it is expected to do. */
export function ExperimentForm({ rev, plan, today, onDone }: Props) {
  const { keep, failure } = useKeep();
  const { form, submit, discard } = useParleyForm({
    schema: TrialFields,
    defaultValues: { change: '', hypothesis: '', startsOn: today },
    draft: { name: 'hunt:experiment', rev },
  });
  const { register, formState } = form;
  const { errors } = formState;
  const begin = (written: { change: string; hypothesis: string; startsOn: string }) => {
    const trial = { ...written, id: newId(), extended: 0, verdict: null, learned: '' };
    return keep(rev, { ...plan, experiments: [...plan.experiments.slice(-39), trial] });
  };
  const onSubmit = submit(begin, onDone);
  return (
    <form onSubmit={(event) => void onSubmit(event)} noValidate className="flex flex-col gap-4">
      <TextField label="What you change" autoFocus {...register('change')} error={errors.change?.message} />
      <TextField label="What you expect" optional {...register('hypothesis')} error={errors.hypothesis?.message} />
      <DateField label="From" {...register('startsOn')} error={errors.startsOn?.message} className="max-w-60" />
      <FormFailure failure={failure} />
      <FormActions
        act="Begin"
        pending={formState.isSubmitting}
        onCancel={() => {
          discard();
          onDone();
        }}
      />
    </form>
  );
}
