import { CreateOpportunity } from '@parley/domain/opportunity/input';
import { liveStages, stageName } from '@parley/domain/opportunity/opportunity';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from '../../components/button.tsx';
import { DateField } from '../../components/form/date-field.tsx';
import { TextField } from '../../components/form/field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { SelectField } from '../../components/form/select-field.tsx';
import { Dialog, DialogActions } from '../../components/overlay/dialog.tsx';
import { useParleyForm } from '../../lib/form.ts';
import { useToday } from '../../lib/time/use-today.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { fresh } from '../../lib/use-draft.ts';

/** A company and a role are enough; the rest is written on the page of the opportunity. */
export function AddDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const today = useToday();
  const create = useMutation(trpc.opportunity.create.mutationOptions());
  const { form, submit, failure } = useParleyForm({
    schema: CreateOpportunity,
    defaultValues: { company: '', role: '', alias: '', stage: 'lead', on: today },
    draft: { name: 'opportunity:new', rev: fresh },
  });
  const { register, formState } = form;
  const { errors } = formState;
  const onSubmit = submit(create.mutateAsync, ({ opportunityId }) => {
    onClose();
    void navigate({ to: '/opportunities/$opportunityId', params: { opportunityId } });
  });
  return (
    <Dialog open onClose={onClose} title="Add an opportunity">
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
        <TextField label="Company" autoFocus autoComplete="off" {...register('company')} error={errors.company?.message} />
        <TextField label="Role" autoComplete="off" {...register('role')} error={errors.role?.message} />
        <TextField
          label="Alias"
          optional
          hint="Stands for the company where you do not show its name, such as “fintech, 500 people”."
          autoComplete="off"
          {...register('alias')}
          error={errors.alias?.message}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            label="Stage"
            options={liveStages.map((stage) => ({ value: stage, label: stageName(stage) }))}
            {...register('stage')}
            error={errors.stage?.message}
          />
          <DateField label="Since" max={today} {...register('on')} error={errors.on?.message} />
        </div>
        <FormFailure failure={failure} />
        <DialogActions>
          <Button type="submit" kind="primary" pending={formState.isSubmitting}>
            Add opportunity
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
