import { type Call, callTitle } from '@parley/domain/opportunity/call';
import { anEmployer, employerFor } from '@parley/domain/opportunity/header';
import { opportunityDetails } from '@parley/domain/opportunity/input';
import type { OpportunityDetails, Person } from '@parley/domain/opportunity/opportunity';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { Conflict, type ConflictRow } from '../../components/feedback/conflict.tsx';
import { Checkbox } from '../../components/form/choice-field.tsx';
import { TextArea, TextField } from '../../components/form/field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { Dialog, DialogActions } from '../../components/overlay/dialog.tsx';
import { failureOf } from '../../lib/failure.ts';
import { useParleyForm } from '../../lib/form.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { type DetailsForm, PeopleForm } from './people-form.tsx';

type Kept = { rev: number; details: OpportunityDetails };
type Props = Kept & { opportunityId: string; onClose: () => void };

/** Everything the owner writes about the opening itself. Only they see it, but for the role and the alias. */
export function DetailsDialog({ opportunityId, rev, details, onClose }: Props) {
  const trpc = useTRPC();
  const save = useMutation(trpc.opportunity.save.mutationOptions());
  const [newer, setNewer] = useState<Kept | null>(null);
  const draft = { name: `opportunity:${opportunityId}`, rev };
  const parley = useParleyForm({ schema: opportunityDetails, defaultValues: details, draft });
  const { form, submit, failure } = parley;
  const done = () => {
    onClose();
  };
  const write = (written: OpportunityDetails) =>
    save.mutateAsync({ opportunityId, rev: newer?.rev ?? parley.based(), details: written }).catch((error: unknown) => {
      setNewer(readNewer(failureOf(error).newer) ?? newer);
      throw error;
    });
  const onSubmit = submit(write, done);
  const mine = newer && failure?.code === 'CONFLICT' ? opportunityDetails.safeParse(form.getValues()).data : undefined;
  const take = () => {
    parley.discard();
    done();
  };
  return (
    <Dialog open wide onClose={onClose} title="About this opening">
      <form onSubmit={onSubmit} noValidate className="flex flex-col gap-4">
        {parley.restored ? <Restored onDiscard={parley.discard} /> : null}
        <MainFields form={form} />
        <PeopleForm form={form} />
        {newer && mine ? (
          <Conflict rows={rowsOf(mine, newer.details)} onMine={() => void onSubmit()} onNewer={take} pending={save.isPending} />
        ) : null}
        <FormFailure failure={failure} />
        <DialogActions>
          <Button type="submit" kind="primary" pending={form.formState.isSubmitting}>
            Save
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function Restored({ onDiscard }: { onDiscard: () => void }) {
  return (
    <p className="flex flex-wrap items-center gap-2 text-ink-soft">
      This is what you had typed and not saved.
      <Button kind="quiet" onClick={onDiscard}>
        Start from what is saved
      </Button>
    </p>
  );
}

function MainFields({ form }: { form: DetailsForm }) {
  const { register, formState, watch } = form;
  const { errors } = formState;
  const shown = employerFor({ company: '', alias: watch('alias').trim() }, false);
  const words = shown === anEmployer ? 'Without one they read “an employer”.' : `They read “${shown}”.`;
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label="Company" {...register('company')} error={errors.company?.message} />
        <TextField label="Role" {...register('role')} error={errors.role?.message} />
        <TextField
          label="Alias"
          optional
          hint={`For readers who may not see the company. ${words}`}
          className="sm:col-span-2"
          {...register('alias')}
          error={errors.alias?.message}
        />
        <TextField label="Level" optional {...register('level')} error={errors.level?.message} />
        <TextField label="Place" optional {...register('place')} error={errors.place?.message} />
        <TextField label="Source" optional hint="Where you heard of it." {...register('source')} error={errors.source?.message} />
        <Checkbox
          label="My choice"
          hint="You went after this one; it did not find you."
          {...register('targeted')}
          className="self-end"
        />
      </div>
      <TextArea
        label="Posting"
        optional
        hint="Paste it: it may be gone tomorrow."
        {...register('posting')}
        error={errors.posting?.message}
      />
    </>
  );
}

const labels: [keyof OpportunityDetails, string][] = [
  ['company', 'Company'],
  ['alias', 'Alias'],
  ['role', 'Role'],
  ['level', 'Level'],
  ['place', 'Place'],
  ['source', 'Source'],
  ['posting', 'Posting'],
  ['targeted', 'My choice'],
  ['people', 'People'],
  ['next', 'Next step'],
  ['link', 'Address'],
  ['pay', 'Pay'],
  ['notes', 'Notes'],
  ['tags', 'Tags'],
  ['calls', 'Calls'],
  ['followedOn', 'Last asked'],
  ['archived', 'Archived'],
];

function inWords(value: OpportunityDetails[keyof OpportunityDetails]): string {
  if (value === null || value === '') return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(nameIn).join(', ') || '–';
  return value.act;
}

function nameIn(one: string | Person | Call): string {
  if (typeof one === 'string') return one;
  return 'at' in one ? callTitle(one) : one.name;
}

function rowsOf(mine: OpportunityDetails, newer: OpportunityDetails): ConflictRow[] {
  return labels
    .filter(([key]) => JSON.stringify(mine[key]) !== JSON.stringify(newer[key]))
    .map(([key, label]) => ({ label, mine: inWords(mine[key]), newer: inWords(newer[key]) }));
}

const kept = z.object({ rev: z.number(), details: opportunityDetails });

function readNewer(newer: unknown): Kept | null {
  return kept.safeParse(newer).data ?? null;
}
