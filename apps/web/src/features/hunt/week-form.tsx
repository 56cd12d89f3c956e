import { weekdays } from '@parley/domain/council/council';
import type { Plan } from '@parley/domain/hunt/hunt';
import { HuntPlan } from '@parley/domain/hunt/input';
import { TextField } from '../../components/form/field.tsx';
import { FormActions } from '../../components/form/form-actions.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { SelectField } from '../../components/form/select-field.tsx';
import { useParleyForm } from '../../lib/form.ts';
import { useKeep } from './use-hunt.ts';

type Props = { rev: number; plan: Plan; onDone: () => void };

const WeekFields = HuntPlan.pick({ target: true, level: true }).extend({ block: HuntPlan.shape.block.unwrap() });

/** The sentence, the hour, and where one stands now. */
export function WeekForm({ rev, plan, onDone }: Props) {
  const { keep, failure } = useKeep();
  const { form, submit, discard } = useParleyForm({
    schema: WeekFields,
    defaultValues: { target: plan.target, level: plan.level, block: plan.block ?? { weekday: 1, time: '09:00', minutes: 60 } },
    draft: { name: 'hunt:week', rev },
  });
  const { register, formState } = form;
  const { errors } = formState;
  const onSubmit = submit((written) => keep(rev, { ...plan, ...written }), onDone);
  return (
    <form onSubmit={(event) => void onSubmit(event)} noValidate className="flex flex-col gap-4">
      <TextField
        label="What you look for, in one sentence"
        autoFocus
        placeholder="Staff engineer at a company that sells to hospitals, in Vienna or remote"
        {...register('target')}
        error={errors.target?.message}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField
          label="Your hour is on"
          options={weekdays.map((name, at) => ({ value: String(at + 1), label: name }))}
          {...register('block.weekday', { valueAsNumber: true })}
          error={errors.block?.weekday?.message}
        />
        <TextField label="At" type="time" {...register('block.time')} error={errors.block?.time?.message} />
        <TextField
          label="Minutes"
          type="number"
          {...register('block.minutes', { valueAsNumber: true })}
          error={errors.block?.minutes?.message}
        />
      </div>
      <TextField
        label="Your level now"
        optional
        hint="Such as L5 or senior: an offer’s level is set beside it."
        {...register('level')}
        error={errors.level?.message}
      />
      <FormFailure failure={failure} />
      <FormActions
        act="Save"
        pending={formState.isSubmitting}
        onCancel={() => {
          discard();
          onDone();
        }}
      />
    </form>
  );
}
