import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

const unheard = ['keypress', 'textInput', 'selectionchange'];

/** A key that only writes: no act of the page hangs on it. */
const isLetter = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => key.length === 1 && !ctrlKey && !metaKey && !altKey;

const stop = (event: Event) => event.stopPropagation();
const stopLetter = (event: KeyboardEvent) => (isLetter(event) ? event.stopPropagation() : undefined);

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
