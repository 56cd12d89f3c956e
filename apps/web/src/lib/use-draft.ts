import { useCallback, useEffect, useRef, useState } from 'react';
import { drafts } from './drafts.ts';
import { usePerson } from './person.ts';

export type DraftState = 'clean' | 'saving' | 'saved' | 'failed';

/**
 * Text that survives a reload, a failed send and an expired session.
 * `name` says where it belongs: `comment:${threadId}`. Never use it for the walk-away.
 */
export function useDraft(name: string, initial = '') {
  const { id } = usePerson();
  const [text, show] = useState(() => {
    const held = drafts.read(id, name);
    return typeof held === 'string' ? held : initial;
  });
  const { state, keep, clear } = useKeeping(id, name);
  const setText = (next: string) => {
    show(next);
    keep(next);
  };
  const reset = (next = initial) => {
    show(next);
    clear();
  };
  return { text, setText, state, clear: reset };
}

/** Whether something typed under this name waited when the screen came up: then its form stands open again. */
export function useHeld(name: string): boolean {
  const { id } = usePerson();
  const [held] = useState(() => drafts.read(id, name) !== null);
  return held;
}

/** Keeps values under a name, half a second after the last change; `state` is for `<SavedMark>`. */
export function useKeeping(person: string, name: string) {
  const [state, setState] = useState<DraftState>('clean');
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; value: unknown } | null>(null);
  const flush = useCallback(() => {
    if (!waiting.current) return;
    clearTimeout(waiting.current.timer);
    const held = drafts.write(person, name, waiting.current.value);
    waiting.current = null;
    setState(held ? 'saved' : 'failed');
  }, [person, name]);
  const keep = useCallback(
    (value: unknown) => {
      if (waiting.current) clearTimeout(waiting.current.timer);
      waiting.current = { timer: setTimeout(flush, 500), value };
      setState('saving');
    },
    [flush],
  );
  const clear = useCallback(() => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = null;
    drafts.clear(person, name);
    setState('clean');
  }, [person, name]);
  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);
  return { state, keep, clear };
}
