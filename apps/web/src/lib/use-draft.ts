import { createContext, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
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

/** What waited under this name, or else the text that stands there, and of what it was typed. */
function useBegun({ name, rev }: DraftPlace, initial: string) {
  const { id } = usePerson();
  const [began] = useState(() => {
    const held = draftOf(drafts.read(id, name));
    return typeof held.value === 'string' ? { text: held.value, rev: held.rev } : { text: initial, rev };
  });
  const [overtaken] = useState(began.rev !== rev);
  return { id, began, overtaken };
}

/**
 * Text that survives a reload, a failed send and an expired session; `overtaken` says that it came back to something else
 * than it was typed of. Never use it for the walk-away.
 */
export function useDraft(place: DraftPlace, initial = '') {
  const { id, began, overtaken } = useBegun(place, initial);
  const [text, show] = useState(began.text);
  const { state, keep, clear } = useKeeping(id, place.name);
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

/** What follows a key that costs more than the key waits until the fingers rest so many milliseconds. */
const rest = 150;

/**
 * The same for a field that holds its words itself, so that a key draws its letter and nothing else: `defaultValue={began}`,
 * `useQuietField(field, follow)`. `now()` is what stands there at this moment, `shown` what stood there when the fingers rested.
 */
export function useTyped(place: DraftPlace, initial = '') {
  const { id, began, overtaken } = useBegun(place, initial);
  const held = useRef(began.text);
  const [shown, show] = useState(began.text);
  const resting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [told] = useState(makeTold);
  const { keep, clear } = useHand(id, place.name, told.tell);
  useEffect(() => () => clearTimeout(resting.current), []);
  const now = useCallback(() => held.current, []);
  const write = (next: string) => {
    held.current = next;
    keep({ rev: began.rev, value: next });
    told.tell('saving');
    clearTimeout(resting.current);
    resting.current = setTimeout(() => show(held.current), rest);
  };
  /** What the person did to the field. */
  const follow = ({ value }: HTMLTextAreaElement) => write(value);
  /** Nothing is kept any more, and the field stays as it is told. */
  const reset = (field: HTMLTextAreaElement | null, next = initial) => {
    if (field) field.value = next;
    write(next);
    show(next);
    clear();
  };
  return { began: began.text, now, shown, follow, told, clear, reset, based: basedOf(began.rev), overtaken };
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
  const hand = useHand(person, name, setState);
  const keep = useCallback(
    (value: unknown) => {
      hand.keep(value);
      setState('saving');
    },
    [hand],
  );
  return { state, keep, clear: hand.clear };
}

/** How the keeping goes, for the one mark that shows it: the form around it is not drawn for that. */
export type Told = { now: () => DraftState; listen: (changed: () => void) => () => void };

function makeTold(): Told & { tell: (state: DraftState) => void } {
  let told: DraftState = 'clean';
  const listeners = new Set<() => void>();
  return {
    now: () => told,
    listen: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    tell: (state) => {
      const before = told;
      told = state;
      if (state !== before) for (const changed of listeners) changed();
    },
  };
}

/** What forgets each draft of a dialog, for when what was typed in it is thrown away. */
export const Discarding = createContext<Set<() => void> | null>(null);

/** The longest that typing without a rest goes unkept. */
const longest = 3000;

/** Writes into this browser: after half a second of rest, at the latest after three, and whenever the page may go. */
function useHand(person: string, name: string, tell: (state: DraftState) => void) {
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; value: unknown; since: number } | null>(null);
  const flush = useCallback(() => {
    if (!waiting.current) return;
    clearTimeout(waiting.current.timer);
    const held = drafts.write(person, name, waiting.current.value);
    waiting.current = null;
    tell(held ? 'saved' : 'failed');
  }, [person, name, tell]);
  const keep = useCallback(
    (value: unknown) => {
      if (waiting.current) clearTimeout(waiting.current.timer);
      const since = waiting.current?.since ?? performance.now();
      const left = Math.max(0, since + longest - performance.now());
      waiting.current = { timer: setTimeout(flush, Math.min(500, left)), value, since };
    },
    [flush],
  );
  const clear = useCallback(() => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = null;
    drafts.clear(person, name);
    tell('clean');
  }, [person, name, tell]);
  const discarding = use(Discarding);
  useEffect(() => {
    discarding?.add(clear);
    return () => void discarding?.delete(clear);
  }, [discarding, clear]);
  useEffect(() => {
    // a phone may end a page that went to the back without another word
    const hide = () => (document.visibilityState === 'hidden' ? flush() : undefined);
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', hide);
    return () => {
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', hide);
      flush();
    };
  }, [flush]);
  return useMemo(() => ({ keep, clear }), [keep, clear]);
}
