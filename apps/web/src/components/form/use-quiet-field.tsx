import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

const unheard = ['keypress', 'textInput'];

/** A key that only writes: no act of the page hangs on it. */
const isLetter = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => key.length === 1 && !ctrlKey && !metaKey && !altKey;

/** A key that chooses a word in an input method is not the page's; of the last one Safari says 229 and not that it composes. */
export const isComposing = ({ isComposing: composes, keyCode }: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>) =>
  composes || keyCode === 229;

const stop = (event: Event) => event.stopPropagation();
const stopLetter = (event: KeyboardEvent) => (isLetter(event) || isComposing(event) ? event.stopPropagation() : undefined);

type Field = HTMLTextAreaElement;

/**
 * Keeps in the field what the page has no use for: each letter is seven events, and for each of them everything around the field
 * is asked whether it listens. What stands in it goes to `onInput`; keys that may be acts (Enter, Escape, arrows, with ctrl, ⌘ or
 * alt) go on. Answers how to stop.
 */
export function quietField(field: Field, onInput: (field: Field) => void): () => void {
  const end = new AbortController();
  const { signal } = end;
  const take = (event: Event) => {
    event.stopPropagation();
    onInput(field);
  };
  field.addEventListener('input', take, { signal });
  field.addEventListener('keydown', stopLetter, { signal });
  field.addEventListener('keyup', stopLetter, { signal });
  for (const name of unheard) field.addEventListener(name, stop, { signal });
  // words of the page that were selected before are let go by the caret that comes here: the page has to hear that
  let isNew = true;
  field.addEventListener('focus', () => (isNew = true), { signal });
  const stopCaret = (event: Event) => {
    const selected = window.getSelection()?.isCollapsed === false;
    if (!isNew && !selected) event.stopPropagation();
    isNew = selected;
  };
  field.addEventListener('selectionchange', stopCaret, { signal });
  return () => end.abort();
}

/** The same for as long as the field stands there; `onInput` as it was drawn last. */
export function useQuietField(field: RefObject<Field | null>, onInput: (field: Field) => void): void {
  const held = useRef(onInput);
  useEffect(() => {
    held.current = onInput;
  });
  useLayoutEffect(() => (field.current ? quietField(field.current, (one) => held.current(one)) : undefined), [field]);
}

/**
 * Puts words in place of a part of the field as if they had been typed: undo takes back these and nothing else, which it does not
 * where `value` is set.
 */
export function writeInto(field: Field, [from, to]: readonly [number, number], words: string): void {
  field.focus();
  field.setSelectionRange(from, to);
  // the one way into what a field remembers for undo, and on no other way to being removed
  const before = field.value;
  document.execCommand?.('insertText', false, words);
  if (field.value !== before) return;
  field.setRangeText(words, from, to, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
