import { type ClipboardEvent, type FocusEvent, type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import type { z } from 'zod';
import { Button } from '../../components/button.tsx';
import { KeptMark } from '../../components/feedback/kept-mark.tsx';
import { Notice } from '../../components/feedback/notice.tsx';
import { FieldError } from '../../components/form/field.tsx';
import { writeInto } from '../../components/form/use-quiet-field.tsx';
import { useTyped } from '../../lib/use-draft.ts';
import { inPlaceLook, useLine } from './line/use-line.ts';

/** What the keyboard may do beside typing, where a text is a line among others. */
export type LineKeys = {
  /** Enter, once the line is saved: goes on to the next one. Without text it is left. */
  onNext?: ((text: string) => void) | undefined;
  /** alt with ↑ or ↓. */
  onMove?: ((by: -1 | 1) => void) | undefined;
  /** A paste of several lines, with what is typed around it; false leaves it to the field. */
  onLines?: ((text: string) => boolean) | undefined;
};

type Props = LineKeys & {
  label: string;
  /** Where an unfinished text is kept in this browser. */
  draft: string;
  text: string;
  schema: z.ZodType<string, string>;
  placeholder?: string | undefined;
  /** A line break ends the edit, except in longer prose. */
  several?: boolean | undefined;
  /** The words look as they do when they are read. */
  look?: string | undefined;
  /** It was there before the person came: it takes no focus. */
  isRestored?: boolean | undefined;
  /** Acts on the line, below it, with what is typed. */
  acts?: ((typed: () => string) => ReactNode) | undefined;
  onSave: (text: string) => void;
  /** `isLeft`: by the keyboard, which goes back to the line. */
  onClose: (isLeft?: boolean) => void;
};

function useText({ draft, text, schema, several, onSave, onClose, onNext, onMove }: Props) {
  const typed = useTyped({ name: draft, rev: text }, text);
  const [isTried, setTried] = useState(false);
  const wrongIn = (now: string) => schema.safeParse(now).error?.issues[0]?.message;
  const close = (isLeft?: boolean) => {
    typed.clear();
    onClose(isLeft);
  };
  const save = (then: () => void) => {
    const now = typed.now();
    if (now === text || (now.trim() === '' && text === '')) return then();
    const parsed = schema.safeParse(now);
    if (!parsed.success) return setTried(true);
    if (parsed.data !== text) onSave(parsed.data);
    then();
  };
  const next = () => {
    const now = typed.now().trim();
    close(onNext === undefined);
    onNext?.(now);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const by = moveOf(event);
    if (by && onMove) event.preventDefault();
    if (by) onMove?.(by);
    if (event.key === 'Escape') {
      event.stopPropagation();
      // what cannot be left empty has its words back
      if (typed.now().trim() === '' && wrongIn('') !== undefined) return close(true);
      save(() => close(true));
    }
    if (event.key !== 'Enter' || (several && !event.ctrlKey && !event.metaKey)) return;
    event.preventDefault();
    save(next);
  };
  return { typed, wrong: isTried ? wrongIn(typed.shown) : undefined, close, save, onKeyDown };
}

/** Edits one text where it stands: leaving it saves, also by Escape; what cannot be saved stays. */
export function TextForm(props: Props) {
  const { label, text, placeholder, look = '', isRestored, several, acts } = props;
  const { typed, wrong, close, save, onKeyDown } = useText(props);
  const wrongId = useId();
  const field = useLine(typed.follow, text, several);
  return (
    <InPlaceForm overtaken={typed.overtaken} save={save} close={close}>
      <textarea
        dir="auto"
        rows={1}
        aria-label={label}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? wrongId : undefined}
        // biome-ignore lint/a11y/noAutofocus: it was just asked for, by a press on these very words.
        autoFocus={!isRestored}
        ref={field}
        data-untyped={typed.shown === text ? '' : undefined}
        placeholder={placeholder}
        defaultValue={typed.began}
        onKeyDown={onKeyDown}
        onPaste={several ? undefined : pasteOf(props.onLines, () => close())}
        className={`${inPlaceLook} ${look}`}
      />
      <div className="flex flex-wrap items-center gap-x-3 empty:hidden">
        <FieldError id={wrongId} error={wrong} />
        {acts?.(typed.now)}
        <KeptMark told={typed.told} quiet />
      </div>
      {typed.overtaken ? <FormEnd onCancel={() => close(true)} now={text} /> : null}
    </InPlaceForm>
  );
}

/** alt with ↑ or ↓. */
export function moveOf({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): -1 | 1 | null {
  if (!altKey || ctrlKey || metaKey || (key !== 'ArrowUp' && key !== 'ArrowDown')) return null;
  return key === 'ArrowUp' ? -1 : 1;
}

type InPlaceProps = {
  overtaken: boolean;
  save: (then: () => void) => void;
  close: (isLeft?: boolean) => void;
  children: ReactNode;
};

/** Saved when the focus goes elsewhere on the page; a window that is left keeps its line open. */
export function InPlaceForm({ overtaken, save, close, children }: InPlaceProps) {
  const leave = (event: FocusEvent<HTMLFormElement>) => {
    if (event.currentTarget.contains(event.relatedTarget) || !document.hasFocus()) return;
    // what came back to another text than it was typed of is saved by a press alone
    if (!overtaken) save(() => close());
  };
  return (
    <form
      noValidate
      onBlur={leave}
      onSubmit={(event) => {
        event.preventDefault();
        save(() => close(true));
      }}
      className="flex min-w-0 flex-col gap-1"
    >
      {children}
    </form>
  );
}

/** A paste of several lines, with the words that stand before and behind the cursor; what stays in the line has no breaks. */
export function pasteOf(onLines: LineKeys['onLines'], done: () => void) {
  return (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const given = event.clipboardData.getData('text/plain');
    if (!/[\n\r]/.test(given)) return;
    event.preventDefault();
    const pasted = given.trim();
    const field = event.currentTarget;
    const { value, selectionStart, selectionEnd } = field;
    const isSeveral = /[\n\r]/.test(pasted);
    if (isSeveral && onLines?.(`${value.slice(0, selectionStart)}${pasted}${value.slice(selectionEnd)}`)) return done();
    writeInto(field, [selectionStart, selectionEnd], pasted.replace(/[\n\r]+/g, ' '));
  };
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
