import { type PostingFindings, readPosting } from '@parley/domain/capture/read-posting';
import { CreateOpportunity } from '@parley/domain/opportunity/input';
import { liveStages, stageName } from '@parley/domain/opportunity/opportunity';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { DateField } from '../../components/form/date-field.tsx';
import { TextArea, TextField } from '../../components/form/field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { SelectField } from '../../components/form/select-field.tsx';
import { Dialog, DialogActions } from '../../components/overlay/dialog.tsx';
import { useParleyForm } from '../../lib/form.ts';
import { usePerson } from '../../lib/person.ts';
import { useToday } from '../../lib/time/use-today.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { fresh } from '../../lib/use-draft.ts';

type Props = {
  /** What was shared with Parley, or pasted before: an address or a posting. */
  pasted?: string | undefined;
  onClose: () => void;
};

/** A company and a role are enough; a pasted posting or its address fills what it says. The rest is written on the page. */
export function AddDialog({ pasted = '', onClose }: Props) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const today = useToday();
  const { locale } = usePerson();
  const create = useMutation(trpc.opportunity.create.mutationOptions());
  const [given] = useState(() => defaultsFrom(pasted, today, locale));
  const { form, submit, failure } = useParleyForm({
    schema: CreateOpportunity,
    defaultValues: given,
    // what was shared just now comes before what was typed some time ago
    ...(pasted === '' ? { draft: { name: 'opportunity:new', rev: fresh } } : {}),
  });
  const { formState } = form;
  const onSubmit = submit(
    (written) => create.mutateAsync({ ...written, posting: isOnlyAddress(written.posting) ? '' : written.posting }),
    ({ opportunityId }) => {
      onClose();
      void navigate({ to: '/opportunities/$opportunityId', params: { opportunityId } });
    },
  );
  return (
    <Dialog open onClose={onClose} title="Add an opportunity">
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
        <AddFields form={form} today={today} locale={locale} />
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

const isOnlyAddress = (text = '') => /^\s*https?:\/\/\S+\s*$/i.test(text);

function defaultsFrom(pasted: string, today: string, locale: string): z.input<typeof CreateOpportunity> {
  const { due, ...found } = readPosting(pasted, locale);
  const next = due === null ? null : { act: 'Apply', on: due };
  return { ...found, alias: '', level: '', source: '', notes: '', tags: [], stage: 'lead', on: today, posting: pasted, next };
}

type AddForm = UseFormReturn<z.input<typeof CreateOpportunity>, unknown, z.output<typeof CreateOpportunity>>;

/** Fills from what was pasted, and never over what was typed. */
function useReading({ getValues, setValue }: AddForm, locale: string) {
  // what a posting that waited had filled in is not typed either
  const filled = useRef<Partial<PostingFindings>>(readPosting(getValues('posting') ?? '', locale));
  return (text: string) => {
    const { due, ...found } = readPosting(text, locale);
    for (const name of ['role', 'company', 'place', 'pay', 'link'] as const) {
      const now = getValues(name) ?? '';
      const mine = now !== '' && now !== filled.current[name];
      if (!mine && found[name] !== now) setValue(name, found[name], { shouldDirty: true, shouldValidate: found[name] !== '' });
    }
    filled.current = found;
    if (due !== null) setValue('next', { act: 'Apply', on: due });
  };
}

type FieldsProps = { form: AddForm; today: string; locale: string };

function AddFields({ form, today, locale }: FieldsProps) {
  const { register, formState, watch } = form;
  const { errors } = formState;
  const read = useReading(form, locale);
  const [place, pay, link, next] = watch(['place', 'pay', 'link', 'next']);
  const hasMore = [place, pay, link].some(Boolean) || next;
  return (
    <>
      <TextArea
        label="Posting or its address"
        optional
        hint="Paste it: what it says is filled in below. It is read in your browser, and nothing is fetched."
        rows={2}
        autoFocus
        {...register('posting', { onChange: (event: { target: { value: string } }) => read(event.target.value) })}
        error={errors.posting?.message}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label="Company" autoComplete="off" {...register('company')} error={errors.company?.message} />
        <TextField label="Role" autoComplete="off" {...register('role')} error={errors.role?.message} />
        {hasMore ? <FoundFields form={form} /> : null}
      </div>
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
    </>
  );
}

/** What else the posting said, to be corrected where the rules read it wrong. */
function FoundFields({ form: { register, formState, watch, setValue } }: { form: AddForm }) {
  const { errors } = formState;
  const next = watch('next');
  return (
    <>
      <TextField label="Place" optional {...register('place')} error={errors.place?.message} />
      <TextField label="Pay, as they say it" optional {...register('pay')} error={errors.pay?.message} />
      <TextField label="Address" optional {...register('link')} error={errors.link?.message} />
      {next ? (
        <DateField
          label="Apply by"
          optional
          value={next.on ?? ''}
          error={errors.next?.message}
          onChange={(event) => setValue('next', event.target.value === '' ? null : { act: 'Apply', on: event.target.value })}
        />
      ) : null}
    </>
  );
}
