import type { NoteKind } from '@parley/domain/meeting/meeting';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { SavedMark } from '../../components/feedback/saved-mark.tsx';
import { TextField } from '../../components/form/field.tsx';
import { FormFailure } from '../../components/form/form-failure.tsx';
import { type Failure, failureOf } from '../../lib/failure.ts';
import { useTRPC } from '../../lib/trpc.ts';
import { fresh, useDraft } from '../../lib/use-draft.ts';
import type { MeetingPage, Past } from './use-meeting.ts';

const labels: Record<NoteKind, string> = {
  note: 'Note for all',
  plus: 'Plus: what was good',
  delta: 'Delta: what to do otherwise',
};

type ListProps = { notes: Past['notes']; kind: NoteKind; page: MeetingPage };

/** What was written down in one kind, with who wrote it. */
export function NoteList({ notes, kind, page }: ListProps) {
  const { names, viewerId } = page;
  return (
    <ul className="flex flex-col gap-2 empty:hidden">
      {notes
        .filter((note) => note.kind === kind)
        .map(({ noteId, authorId, text }) => (
          <li key={noteId} className="max-w-prose wrap-anywhere">
            <span className="whitespace-pre-wrap">{text}</span>{' '}
            <span className="text-sm text-ink-soft">
              {authorId === viewerId ? 'you' : (names[authorId] ?? 'somebody who left')}
            </span>
          </li>
        ))}
    </ul>
  );
}

/** Writes one down for all; what is typed stays until it is sent. */
export function NoteForm({ meetingId, kind }: { meetingId: string; kind: NoteKind }) {
  const trpc = useTRPC();
  const draft = useDraft({ name: `meeting-${kind}:${meetingId}`, rev: fresh });
  const [failure, setFailure] = useState<Failure | null>(null);
  const note = useMutation(trpc.meeting.note.mutationOptions());
  const send = async () => {
    setFailure(null);
    try {
      await note.mutateAsync({ meetingId, kind, text: draft.text });
      draft.clear();
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return (
    <form
      noValidate
      className="flex flex-col items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label={labels[kind]}
        aside={<SavedMark state={draft.state} />}
        className="w-full"
        maxLength={1000}
        value={draft.text}
        onChange={(event) => draft.setText(event.target.value)}
        error={failure?.fields.find(({ path }) => path === 'text')?.message}
      />
      <FormFailure failure={failure} />
      <Button type="submit" pending={note.isPending}>
        Write it down
      </Button>
    </form>
  );
}
