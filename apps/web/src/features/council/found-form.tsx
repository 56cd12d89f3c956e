import { charterTemplate } from '@parley/domain/council/charter';
import { CreateCouncil } from '@parley/domain/council/input';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/form/field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { useParleyForm } from '../../lib/form.ts';
import { usePerson } from '../../lib/person.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { fresh } from '../../lib/use-draft.ts';
import { CadenceForm } from './about-form.tsx';
import { CharterPanel } from './charter/charter-panel.tsx';
import { Rhythm } from './rhythm/meeting-card.tsx';

const Founding = CreateCouncil.pick({ name: true, cadence: true });

/** Founds a council by its name. When it meets and the charter are there to begin with, and are changed now or later. */
export function FoundForm({ onCancel }: { onCancel?: (() => void) | undefined }) {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const { zone } = usePerson();
  const create = useMutation(trpc.council.create.mutationOptions());
  const [usual] = useState<z.input<typeof Founding>['cadence']>({
    weekday: 4,
    time: '18:00',
    zone,
    minutes: 90,
    rhythm: { kind: 'weekly' },
  });
  const { form, submit, failure } = useParleyForm({
    schema: Founding,
    defaultValues: { name: '', cadence: usual },
    draft: { name: 'council:new', rev: fresh },
  });
  const { errors, isSubmitting } = form.formState;
  const found = (about: z.output<typeof Founding>) =>
    create.mutateAsync({ ...about, purpose: '', charter: charterTemplate(about.name, about.cadence) });
  const onSubmit = submit(found, ({ councilId }) => {
    void navigate({ to: '/council/$councilId', params: { councilId } });
  });
  return (
    <form noValidate onSubmit={onSubmit} className="flex flex-col gap-4">
      <TextField
        label="Name"
        hint="You invite people next. Everything here can be changed later."
        autoComplete="off"
        {...form.register('name')}
        error={errors.name?.message}
      />
      <Beginning form={form} />
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

type Form = UseFormReturn<z.input<typeof Founding>, unknown, z.output<typeof Founding>>;

/** What a council begins with, folded: when it meets, and its charter as it reads. */
function Beginning({ form }: { form: Form }) {
  const [name, cadence] = form.watch(['name', 'cadence']);
  const { errors } = form.formState;
  return (
    <>
      <details open={errors.cadence !== undefined || undefined} className="rounded-md border border-line">
        <summary className="min-h-11 cursor-pointer px-4 py-2.5">
          You meet: <Rhythm cadence={cadence} />
        </summary>
        <div className="border-t border-line px-4 py-4">
          <CadenceForm
            register={form.register}
            errors={errors}
            cadence={cadence}
            onRhythm={(rhythm) => form.setValue('cadence.rhythm', rhythm)}
          />
        </div>
      </details>
      <details className="rounded-md border border-line">
        <summary className="min-h-11 cursor-pointer px-4 py-2.5">The charter that you start from</summary>
        <div className="border-t border-line px-4 py-4">
          <CharterPanel text={charterTemplate(name.trim(), cadence)} />
        </div>
      </details>
    </>
  );
}
