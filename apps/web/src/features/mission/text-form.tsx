import { type FocusEvent, type KeyboardEvent, useState } from 'react';
import type { z } from 'zod';
import { Button } from '../../components/button.tsx';
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
  const typed = useDraft(draft, text);
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
    if (typed.text !== text) save();
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
      <FormEnd onCancel={close} />
    </form>
  );
}

/** The end of every form on the page: take it, or let it go. */
export function FormEnd({ onCancel }: { onCancel: () => void }) {
  return (
    <div className="flex gap-2">
      <Button type="submit">Done</Button>
      <Button kind="quiet" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
