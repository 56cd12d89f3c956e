import { useLayoutEffect, useRef } from 'react';
import { useQuietField } from '../../../components/form/use-quiet-field.tsx';

/** Words that are written where they are read: nothing around them but the light they stand in. */
export const inPlaceLook =
  'field-sizing-content -mx-2 w-[calc(100%+1rem)] max-w-none resize-none rounded-md bg-raised px-2 py-1.5 max-h-[60vh] ' +
  'outline-2 outline-accent aria-invalid:outline-bad pointer-coarse:text-base';

/** The field of a line: one goes on writing behind the last word; while nothing was typed, undo is that of the page. */
export function useLine(follow: (field: HTMLTextAreaElement) => void, before: string) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const { current } = field;
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);
  useQuietField(field, (now) => {
    follow(now);
    now.toggleAttribute('data-untyped', now.value === before);
  });
  return field;
}
