import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { type Based, basedOn, type Grown, type Sent, settled, type Waiting, waitingIn } from './based.ts';
import { drafts } from './drafts.ts';
import type { Failure } from './failure.ts';
import { usePerson } from './person.ts';
import { type DraftState, useKeeping } from './use-draft.ts';

type Options<Value> = {
  /** Under what it is kept in this browser until it is saved: `debrief:${debriefId}`. */
  name: string;
  /** What the content is called beside its `rev`, in what is kept and in a conflict. */
  part: string;
  shape: z.ZodType<Value>;
  /** What the server has, as last read. */
  seen: Based<Value>;
  /** Saves one version; the answer brings the content along where the server may have changed it, or took a part of it. */
  send: (value: Value, rev: number) => Promise<Sent<Value>>;
  /** Puts what the server now has into what is shown. */
  settle: (saved: Based<Value>) => void;
  /** Milliseconds of quiet before a change is sent. */
  pause: number;
  /** What is not finished waits for the next change; without it everything is sent. */
  isReady?: (value: Value) => boolean;
  /** Whether somebody is typing from what they see: their change is then based on that, not on what arrives meanwhile. */
  isTyping?: () => boolean;
  /** Makes one of two versions; null where the person has to choose. Without it every newer version is a choice. */
  merge?: (grown: Grown<Value>) => Value | null;
};

/**
 * Content that saves itself: shown at once, kept in this browser, sent after a pause, one send at a time. What an earlier
 * visit could not send is sent on the way in, what still waits on the way out. Nothing newer is ever overwritten unasked:
 * it is merged, or sending rests with `newer` until `takeMine`, `resolve` or `letGo`.
 */
export function useAutosaved<Value>(options: Options<Value>) {
  const { name, part, shape, seen } = options;
  const { id: person } = usePerson();
  const [restored] = useState(() => waitingIn(drafts.read(person, name), part, shape));
  const [local, show] = useState(restored);
  const [saved, setSaved] = useState<Based<Value> | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { keep, clear } = useKeeping(person, name);
  // The query tells of a save a moment after the save: until then what it shows is the older one.
  const latest = saved && saved.rev > seen.rev ? saved : seen;
  const heldRef = useHeld(options, restored, latest);
  const newer = failure?.code === 'CONFLICT' ? basedOn(failure.newer, part, shape) : null;

  const put = useCallback(
    (next: Waiting<Value> | null) => {
      heldRef.current.waiting = next;
      if (next) keep({ rev: next.rev, [heldRef.current.options.part]: next.value, ground: next.ground });
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
    const { rev, ground } = now.waiting ?? { rev: now.base, ground: now.ground };
    put({ rev, ground, value: isChange(next) ? next(before) : next });
    if (!now.resting) setFailure(null);
    clearTimeout(now.timer);
    if (options.pause === 0) void flush();
    else now.timer = setTimeout(() => void flush(), options.pause);
  };
  const goOn = (next: Waiting<Value> | null) => {
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
    /** What this was typed of, where it is known: what a choice between two versions is shown by. */
    ground: local?.ground ?? null,
    takeMine: () => goOn(local && { ...local, ...(newer && { rev: newer.rev, ground: newer.value }) }),
    resolve: (value: Value) => goOn(newer && { rev: newer.rev, value, ground: newer.value }),
    letGo: () => {
      if (newer) options.settle(newer);
      goOn(null);
    },
  };
}

type Held<Value> = {
  options: Options<Value>;
  /** What was typed and is not on the server yet. */
  waiting: Waiting<Value> | null;
  value: Value;
  /** The revision that a change is based on, and what it says. */
  base: number;
  ground: Value;
  busy: boolean;
  /** A newer version waits for the person's word. */
  resting: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
};

/** What a send that is under way must find as it is by then, not as it was when it began. */
function useHeld<Value>(options: Options<Value>, restored: Waiting<Value> | null, latest: Based<Value>) {
  const heldRef = useRef<Held<Value>>({
    options,
    waiting: restored,
    value: latest.value,
    base: latest.rev,
    ground: latest.value,
    busy: false,
    resting: false,
    timer: undefined,
  });
  useEffect(() => {
    const now = heldRef.current;
    now.options = options;
    now.value = latest.value;
    if (now.waiting !== null || options.isTyping?.() || latest.rev < now.base) return;
    now.base = latest.rev;
    now.ground = latest.value;
  });
  return heldRef;
}

type Effects<Value> = {
  put: (next: Waiting<Value> | null) => void;
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
      if ('failed' in answer) {
        const newer = basedOn(answer.failed.newer, now.options.part, now.options.shape);
        const merged = newer && merge(now, newer);
        now.resting = newer !== null && merged === null;
        setFailure(merged ? null : answer.failed);
        if (merged) put(merged);
        return merged ? flushNow() : undefined;
      }
      setFailure(answer.held);
      const done = { rev: answer.saved.rev, value: answer.saved.value ?? sent.value };
      now.base = done.rev;
      now.value = done.value;
      now.ground = done.value;
      setSaved(done);
      now.options.settle(done);
      if (now.waiting === sent) return put(answer.held ? { rev: done.rev, value: sent.value, ground: done.value } : null);
      if (now.waiting) put({ rev: done.rev, value: now.waiting.value, ground: done.value });
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

/** What waits, put on top of a newer version where the two can be made one. */
function merge<Value>({ waiting, options }: Held<Value>, newer: Based<Value>): Waiting<Value> | null {
  if (!waiting || waiting.ground === null || !options.merge) return null;
  const value = options.merge({ base: waiting.ground, mine: waiting.value, newer: newer.value });
  return value === null ? null : { rev: newer.rev, value, ground: newer.value };
}

function isChange<Value>(next: Value | ((now: Value) => Value)): next is (now: Value) => Value {
  return typeof next === 'function';
}

function stateOf(waits: boolean, failure: Failure | null, saved: boolean): DraftState {
  if (failure) return 'failed';
  if (waits) return 'saving';
  return saved ? 'saved' : 'clean';
}
