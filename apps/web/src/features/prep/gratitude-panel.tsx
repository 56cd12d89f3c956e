import { Helpers, SaveGratitude } from '@parley/domain/prep/input';
import { type GratitudeHouse, mostHelpers } from '@parley/domain/prep/prep';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import Plus from 'lucide-react/icons/plus';
import Trash2 from 'lucide-react/icons/trash-2';
import { useState } from 'react';
import { useFieldArray } from 'react-hook-form';
import { z } from 'zod';
import { Button, IconButton } from '../../components/button.tsx';
import { Conflict } from '../../components/feedback/conflict.tsx';
import { Failed } from '../../components/feedback/failed.tsx';
import { SavedMark } from '../../components/feedback/saved-mark.tsx';
import { Skeleton } from '../../components/feedback/skeleton.tsx';
import { FieldError, TextField } from '../../components/form/field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { PrivateGround } from '../../components/private-ground.tsx';
import { useParleyForm } from '../../lib/form.ts';
import { newId } from '../../lib/new-id.ts';
import { useTRPC } from '../../lib/trpc.ts';

/** The gratitude house on the own page: who helped, and how. */
export function GratitudePanel() {
  const trpc = useTRPC();
  const query = useQuery(trpc.gratitude.get.queryOptions());
  return (
    <section id="gratitude" aria-labelledby="gratitude-title" className="scroll-mt-6">
      <PrivateGround words="Only you. It is in no share and nobody else’s export.">
        <h2 id="gratitude-title" className="text-base">
          Gratitude house
        </h2>
        <p className="mt-1 mb-3 max-w-prose text-ink-soft">
          The people who helped you get here. Before a call they stand behind you: the pre-call screen begins with them.
        </p>
        {query.isPending ? <Skeleton what="your gratitude house" /> : null}
        {query.isError ? <Failed error={query.error} what="your gratitude house" retry={() => void query.refetch()} /> : null}
        {query.data ? <GratitudeForm key={query.data.rev} house={query.data} /> : null}
      </PrivateGround>
    </section>
  );
}

const fieldsShape = SaveGratitude.pick({ helpers: true });
const newerHouse = z.object({ rev: z.number(), helpers: Helpers });

function GratitudeForm({ house }: { house: GratitudeHouse }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [kept, setKept] = useState(false);
  const save = useMutation(trpc.gratitude.save.mutationOptions({ meta: { showsBoth: true } }));
  const keeping = useParleyForm({
    schema: fieldsShape,
    defaultValues: { helpers: house.helpers },
    draft: { name: 'gratitude', rev: house.rev },
  });
  const { form, submit, failure, based, rebase, discard, state } = keeping;
  const rows = useFieldArray({ control: form.control, name: 'helpers', keyName: 'key' });
  const newer = newerHouse.safeParse(failure?.newer).data;
  const send = async (helpers: GratitudeHouse['helpers']) => {
    const { rev } = await save.mutateAsync({ rev: based(), helpers });
    return { rev, helpers };
  };
  const done = (saved: GratitudeHouse) => {
    setKept(true);
    client.setQueryData(trpc.gratitude.get.queryKey(), saved);
  };
  const onSubmit = submit(({ helpers }) => send(helpers), done);
  const takeMine = (rev: number) => {
    rebase(rev);
    void onSubmit();
  };
  const takeNewer = () => {
    discard();
    void client.refetchQueries(trpc.gratitude.get.pathFilter());
  };
  const names = (helpers: readonly { name: string }[]) => helpers.map(({ name }) => name).join(', ');
  return (
    <form noValidate className="flex flex-col items-start gap-4" onSubmit={onSubmit}>
      {rows.fields.map((row, at) => (
        <HelperEntry key={row.key} form={form} at={at} onRemove={() => rows.remove(at)} />
      ))}
      <FieldError id="gratitude-people" error={form.formState.errors.helpers?.root?.message} />
      {newer ? (
        <Conflict
          rows={[{ label: 'People', mine: names(form.getValues('helpers')), newer: names(newer.helpers) }]}
          onMine={() => takeMine(newer.rev)}
          onNewer={takeNewer}
        />
      ) : null}
      <FormFailure failure={failure} />
      <div className="flex flex-wrap items-center gap-2">
        {rows.fields.length < mostHelpers ? (
          <Button icon={<Plus aria-hidden="true" />} onClick={() => rows.append({ id: newId(), name: '', how: '' })}>
            Add somebody
          </Button>
        ) : null}
        <Button type="submit" pending={form.formState.isSubmitting}>
          Save
        </Button>
        <SavedMark state={kept && state === 'clean' ? 'saved' : state} />
      </div>
    </form>
  );
}

type Keeping = ReturnType<typeof useParleyForm<z.input<typeof fieldsShape>, z.output<typeof fieldsShape>>>;

function HelperEntry({ form, at, onRemove }: { form: Keeping['form']; at: number; onRemove: () => void }) {
  const errors = form.formState.errors.helpers?.[at];
  return (
    <div className="grid w-full grid-cols-[1fr_auto] items-start gap-x-3 gap-y-2 sm:grid-cols-[1fr_1.5fr_auto]">
      <TextField label="Name" maxLength={80} {...form.register(`helpers.${at}.name`)} error={errors?.name?.message} />
      <TextField
        label="How they helped"
        optional
        maxLength={200}
        className="max-sm:order-last max-sm:col-span-2"
        {...form.register(`helpers.${at}.how`)}
        error={errors?.how?.message}
      />
      <IconButton label="Remove this person" icon={<Trash2 aria-hidden="true" />} className="mt-7" onClick={onRemove} />
    </div>
  );
}
