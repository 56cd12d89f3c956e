import { type FocusEvent, type KeyboardEvent, useState } from 'react';
import type { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { SavedMark } from '../../components/feedback/saved-mark.tsx';
import { TextArea } from '../../components/form/field.tsx';
import { useDraft } from '../../lib/use-draft.ts';

type Props = {
  label: string;
  /** Where an unfinished text is kept in this browser. */
  draft: string;
  text: string;
  schema: z.ZodType<string, string>;
  placeholder?: string | undefined;
  /** A line break ends the edit, except in longer prose. */
  several?: boolean | undefined;
  onSave: (text: string) => void;
  onClose: () => void;
};

/** Edits one text in place: leaving it saves, Escape puts it back. */
export function TextForm({ label, draft, text, schema, placeholder, several, onSave, onClose }: Props) {
  const typed = useDraft({ name: draft, rev: text }, text);
  const [wrong, setWrong] = useState<string | undefined>();
  const close = () => {
    typed.clear();
    onClose();
  };
  const save = () => {
    const parsed = schema.safeParse(typed.text);
    if (!parsed.success) return setWrong(parsed.error.issues[0]?.message);
    if (parsed.data !== text) onSave(parsed.data);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    if (event.key !== 'Enter' || (several && !event.ctrlKey && !event.metaKey)) return;
    event.preventDefault();
    save();
  };
  const onBlur = (event: FocusEvent<HTMLFormElement>) => {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    if (typed.text.trim() === '' && text === '') return close();
    // what came back to another text than it was typed of is saved by a press alone
    if (typed.text !== text && !typed.overtaken) save();
  };
  return (
    <form
      noValidate
      onBlur={onBlur}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      className="flex flex-col gap-2 py-1"
    >
      <TextArea
        label={label}
        aside={<SavedMark state={typed.state === 'saved' ? 'clean' : typed.state} />}
        autoFocus
        placeholder={placeholder}
        value={typed.text}
        onChange={(event) => typed.setText(event.target.value)}
        onKeyDown={onKeyDown}
        error={wrong}
      />
      <FormEnd onCancel={close} now={typed.overtaken ? text : null} />
    </form>
  );
}

type EndProps = {
  onCancel: () => void;
  /** How it reads now, when that is not what this was typed of. */
  now: string | null;
};

/** The end of every form on the page: take it, or let it go. */
export function FormEnd({ onCancel, now }: EndProps) {
  return (
    <div className="flex flex-wrap gap-2">
      {now === null ? null : (
        <div className="basis-full">
          <Notice tone="warn" title="This was changed after you typed it.">
            {now === '' ? 'It is empty now.' : <>It now reads: “{now}”.</>} Done puts your text in its place.
          </Notice>
        </div>
      )}
      <Button type="submit">Done</Button>
      <Button kind="quiet" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}

/** All that a line of the document says: it has no revision of its own. */
export const wordsOf = (line: { id: string }) => JSON.stringify({ ...line, id: '' });
