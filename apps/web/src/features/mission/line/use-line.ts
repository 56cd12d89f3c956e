import { useLayoutEffect, useRef } from 'react';
import { useQuietField } from '../../../components/form/use-quiet-field.tsx';

/** Words that are written where they are read: nothing around them but the light they stand in. */
export const inPlaceLook =
  'field-sizing-content -mx-2 w-[calc(100%+1rem)] max-w-none resize-none rounded-md bg-raised px-2 py-1.5 max-h-[60vh] ' +
  'outline-2 outline-accent aria-invalid:outline-bad pointer-coarse:text-base';

/** A line has no breaks: what comes with some, as from a phone's keyboard, is one line. */
function oneLine(field: HTMLTextAreaElement): void {
  if (!/[\n\r]/.test(field.value)) return;
  const at = field.selectionStart;
  field.value = field.value.replace(/[\n\r]/g, ' ');
  field.setSelectionRange(at, at);
}

/** The field of a line, or of several: one goes on writing behind the last word; while nothing was typed, undo is that of the page. */
export function useLine(follow: (field: HTMLTextAreaElement) => void, before: string, several = false) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const { current } = field;
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);
  useQuietField(field, (now) => {
    if (!several) oneLine(now);
    follow(now);
    now.toggleAttribute('data-untyped', now.value === before);
  });
  return field;
}
