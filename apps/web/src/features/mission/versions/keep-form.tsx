import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { TextField } from '../../../components/form/field.tsx';
import { FormFailure } from '../../../components/form/form-failure.tsx';
import { failureOf } from '../../../lib/failure.ts';
import { useTRPC } from '../../../lib/trpc.ts';
import { fresh, useDraft } from '../../../lib/use-draft.ts';

type Props = { missionId: string; rev: number; why: string | null };

/** Keeps the mission as it stands, with a word why. */
export function KeepForm({ missionId, rev, why }: Props) {
  const trpc = useTRPC();
  const keep = useMutation(trpc.mission.keep.mutationOptions());
  const { text, setText, clear } = useDraft({ name: `mission:${missionId}:version`, rev: fresh });
  const [kept, setKept] = useState(false);
  const failure = keep.error && failureOf(keep.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep.mutate(
      { missionId, rev, word: text.trim() },
      {
        onSuccess: () => {
          clear('');
          setKept(true);
        },
      },
    );
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-end gap-2">
        <TextField
          label="Why you keep it"
          optional
          hint="Who reads the mission reads this too."
          maxLength={200}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setKept(false);
          }}
          error={failure?.fields.find(({ path }) => path === 'word')?.message}
          className="min-w-60 flex-1"
        />
        <Button type="submit" pending={keep.isPending} why={why}>
          Save a version
        </Button>
      </div>
      <p role="status" className="text-sm text-ink-soft">
        {kept ? 'Saved. It stands below as the newest.' : ''}
      </p>
      <FormFailure failure={failure} />
    </form>
  );
}
