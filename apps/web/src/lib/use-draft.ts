import { useCallback, useEffect, useRef, useState } from 'react';
import { drafts } from './drafts.ts';
import { usePerson } from './person.ts';

export type DraftState = 'clean' | 'saving' | 'saved' | 'failed';

/**
 * Under which name what is typed is kept, `offer:${offerId}`, and of what it is typed: the revision that stands there, or the
 * words of what has none; `fresh` for what is new. A draft that comes back stays based on what it was typed from.
 */
export type DraftPlace = { name: string; rev: number | string };

/** Where nothing is there yet. */
export const fresh = 0;

/** Reads what was kept. What was kept without saying of what it was typed was typed of the first revision. */
export function draftOf(held: unknown): { rev: number | string; value: unknown } {
  const told = typeof held === 'object' && held !== null && Object.keys(held).sort().join() === 'rev,value';
  const rev: unknown = told ? Reflect.get(held, 'rev') : undefined;
  return typeof rev === 'number' || typeof rev === 'string'
    ? { rev, value: told ? Reflect.get(held, 'value') : null }
    : { rev: 1, value: held };
}

/**
 * Text that survives a reload, a failed send and an expired session; `overtaken` says that it came back to something else
 * than it was typed of. Never use it for the walk-away.
 */
export function useDraft({ name, rev }: DraftPlace, initial = '') {
  const { id } = usePerson();
  const [began] = useState(() => {
    const held = draftOf(drafts.read(id, name));
    return typeof held.value === 'string' ? { text: held.value, rev: held.rev } : { text: initial, rev };
  });
  const [overtaken] = useState(began.rev !== rev);
  const [text, show] = useState(began.text);
  const { state, keep, clear } = useKeeping(id, name);
  const setText = (next: string) => {
    show(next);
    keep({ rev: began.rev, value: next });
  };
  const reset = (next = initial) => {
    show(next);
    clear();
  };
  return { text, setText, state, clear: reset, based: basedOf(began.rev), overtaken };
}

/** The revision for the server, which knows of no words. */
export const basedOf = (rev: number | string) => (typeof rev === 'number' ? rev : fresh);

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
