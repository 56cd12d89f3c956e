import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { drafts } from './drafts.ts';
import { type Failure, failureOf } from './failure.ts';
import { usePerson } from './person.ts';
import { type DraftState, useKeeping } from './use-draft.ts';

/** Content with the revision that it is based on. */
export type Based<Value> = { rev: number; value: Value };

type Sent<Value> = { rev: number; value?: Value; rest?: Error };

type Options<Value> = {
  /** Under what it is kept in this browser until it is saved: `debrief:${debriefId}`. */
  name: string;
  /** What the content is called beside its `rev`, in what is kept and in a conflict. */
  part: string;
  shape: z.ZodType<Value>;
  /** What the server has, as last read. */
  seen: Based<Value>;
  /**
   * Saves one version; the answer brings the content along where the server may have changed it. With `rest` only a part was
   * saved, and that is why the rest waits for the next change.
   */
  send: (value: Value, rev: number) => Promise<Sent<Value>>;
  /** Puts what the server now has into what is shown. */
  settle: (saved: Based<Value>) => void;
  /** Milliseconds of quiet before a change is sent. */
  pause: number;
  /** What is not finished waits for the next change; without it everything is sent. */
  isReady?: (value: Value) => boolean;
  /** Whether somebody is typing from what they see: their change is then based on that, not on what arrives meanwhile. */
  isTyping?: () => boolean;
};

/**
 * Content that saves itself: shown at once, kept in this browser, sent after a pause, one send at a time. What an earlier
 * visit could not send is sent on the way in, what still waits on the way out. Nothing newer is ever overwritten unasked:
 * with `newer`, sending rests until `takeMine` or `letGo`.
 */
export function useAutosaved<Value>(options: Options<Value>) {
  const { name, part, shape, seen } = options;
  const { id: person } = usePerson();
  const [restored] = useState(() => basedOn(drafts.read(person, name), part, shape));
  const [local, show] = useState(restored);
  const [saved, setSaved] = useState<Based<Value> | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { keep, clear } = useKeeping(person, name);
  // The query tells of a save a moment after the save: until then what it shows is the older one.
  const latest = saved && saved.rev > seen.rev ? saved : seen;
  const heldRef = useHeld(options, restored, latest);
  const newer = failure?.code === 'CONFLICT' ? basedOn(failure.newer, part, shape) : null;

  const put = useCallback(
    (next: Based<Value> | null) => {
      heldRef.current.waiting = next;
      if (next) keep({ rev: next.rev, [heldRef.current.options.part]: next.value });
      else clear();
      show(next);
    },
    [heldRef, keep, clear],
  );
  const flush = useSending(heldRef, { put, setSaved, setFailure });
  useWayInAndOut(flush);

  const change = (next: Value | ((now: Value) => Value)) => {
    const now = heldRef.current;
    const before = now.waiting?.value ?? now.value;
    put({ rev: now.waiting?.rev ?? now.base, value: isChange(next) ? next(before) : next });
    if (!now.resting) setFailure(null);
    clearTimeout(now.timer);
    if (options.pause === 0) void flush();
    else now.timer = setTimeout(() => void flush(), options.pause);
  };
  const goOn = (next: Based<Value> | null) => {
    heldRef.current.resting = false;
    setFailure(null);
    put(next);
    void flush();
  };
  return {
    value: local?.value ?? latest.value,
    rev: latest.rev,
    change,
    state: stateOf(local !== null, failure, saved !== null),
    failure,
    newer,
    retry: () => goOn(heldRef.current.waiting),
    takeMine: () => goOn(local && { rev: newer?.rev ?? local.rev, value: local.value }),
    letGo: () => {
      if (newer) options.settle(newer);
      goOn(null);
    },
  };
}

type Held<Value> = {
  options: Options<Value>;
  /** What was typed and is not on the server yet. */
  waiting: Based<Value> | null;
  value: Value;
  /** The revision that a change is based on. */
  base: number;
  busy: boolean;
  /** A newer version waits for the person's word. */
  resting: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
};

/** What a send that is under way must find as it is by then, not as it was when it began. */
function useHeld<Value>(options: Options<Value>, restored: Based<Value> | null, latest: Based<Value>) {
  const heldRef = useRef<Held<Value>>({
    options,
    waiting: restored,
    value: latest.value,
    base: latest.rev,
    busy: false,
    resting: false,
    timer: undefined,
  });
  useEffect(() => {
    const now = heldRef.current;
    now.options = options;
    now.value = latest.value;
    if (now.waiting === null && !options.isTyping?.()) now.base = Math.max(latest.rev, now.base);
  });
  return heldRef;
}

type Effects<Value> = {
  put: (next: Based<Value> | null) => void;
  setSaved: (saved: Based<Value>) => void;
  setFailure: (failure: Failure | null) => void;
};

/** Sends what waits, and after it what came meanwhile. */
function useSending<Value>(heldRef: RefObject<Held<Value>>, { put, setSaved, setFailure }: Effects<Value>) {
  return useCallback(
    async function flushNow(): Promise<void> {
      const now = heldRef.current;
      clearTimeout(now.timer);
      const sent = now.waiting;
      if (!sent || now.busy || now.resting || now.options.isReady?.(sent.value) === false) return;
      now.busy = true;
      const answer = await settled(now.options.send(sent.value, sent.rev));
      now.busy = false;
      setFailure('failed' in answer ? answer.failed : null);
      if ('failed' in answer) {
        now.resting = basedOn(answer.failed.newer, now.options.part, now.options.shape) !== null;
        return;
      }
      const done = { rev: answer.saved.rev, value: answer.saved.value ?? sent.value };
      now.base = done.rev;
      now.value = done.value;
      setSaved(done);
      now.options.settle(done);
      const { rest } = answer.saved;
      if (rest) setFailure(failureOf(rest));
      if (now.waiting === sent) return put(rest ? { rev: done.rev, value: sent.value } : null);
      if (now.waiting) put({ rev: done.rev, value: now.waiting.value });
      now.timer = setTimeout(() => void flushNow(), now.options.pause);
    },
    [heldRef, put, setSaved, setFailure],
  );
}

function useWayInAndOut(flush: () => Promise<void>): void {
  useEffect(() => {
    const start = setTimeout(() => void flush());
    return () => {
      clearTimeout(start);
      void flush();
    };
  }, [flush]);
}

function settled<Saved>(work: Promise<Saved>): Promise<{ saved: Saved } | { failed: Failure }> {
  return work.then(
    (saved) => ({ saved }),
    (error: unknown) => ({ failed: failureOf(error) }),
  );
}

function isChange<Value>(next: Value | ((now: Value) => Value)): next is (now: Value) => Value {
  return typeof next === 'function';
}

function stateOf(waits: boolean, failure: Failure | null, saved: boolean): DraftState {
  if (failure) return 'failed';
  if (waits) return 'saving';
  return saved ? 'saved' : 'clean';
}

/** What was kept, or came with a conflict, if it still is of this shape. */
function basedOn<Value>(heldRef: unknown, part: string, shape: z.ZodType<Value>): Based<Value> | null {
  if (typeof heldRef !== 'object' || heldRef === null) return null;
  const rev: unknown = Reflect.get(heldRef, 'rev');
  const parsed = shape.safeParse(Reflect.get(heldRef, part));
  return typeof rev === 'number' && parsed.success ? { rev, value: parsed.data } : null;
}
