import { useQueryClient } from '@tanstack/react-query';
import { startTransition, useState } from 'react';
import type { z } from 'zod';
import type { Failure } from './failure.ts';

/** What this needs of `useParleyForm`. */
type Kept<Output> = {
  submit: <Result>(
    save: (fields: Output) => Promise<Result>,
    done?: (result: Result) => void | Promise<void>,
  ) => () => Promise<void>;
  failure: Failure | null;
  based: () => number;
  rebase: (rev: number) => void;
  discard: () => void;
};

type Options<Output, Newer> = {
  /** What a conflict brings along. */
  newer: z.ZodType<Newer>;
  send: (fields: Output, rev: number) => Promise<unknown>;
  /** After sending, and after leaving: look again, and close. */
  done: () => void;
};

/**
 * On what the next press is based where the newer version stands on the screen beside the form: once a conflict was said, on
 * what came first.
 */
export function basedAfter(failure: Failure | null, based: number): number {
  const newer = failure?.newer;
  const rev: unknown = typeof newer === 'object' && newer !== null ? Reflect.get(newer, 'rev') : null;
  return typeof rev === 'number' ? rev : based;
}

/**
 * A form of an entry with a revision. When a newer one came first, `newer` is there to be shown beside what is typed:
 * `takeMine` sends what is typed on top of it, `leave` drops what is typed.
 */
export function useRevised<Output, Newer extends { rev: number }>(kept: Kept<Output>, options: Options<Output, Newer>) {
  const { submit, failure, based, rebase, discard } = kept;
  const { newer: shape, send, done } = options;
  const client = useQueryClient();
  const newer = shape.safeParse(failure?.newer).data;
  const onSubmit = submit((fields) => send(fields, based()), done);
  const takeMine = () => {
    if (!newer) return;
    rebase(newer.rev);
    void onSubmit();
  };
  const leave = () => {
    discard();
    // who takes the newer one sees it, also when the reading after the conflict has failed
    if (newer) void client.refetchQueries({ type: 'active', predicate: ({ state }) => state.isInvalidated });
    done();
  };
  return { newer, onSubmit, takeMine, leave };
}

/**
 * Which one of a list stands open, by its id. An act that takes a while closes what it was about when it is done, never
 * what was opened since. What is on the screen stays until the form that opens has been fetched.
 */
export function useOpened(initial: string | null = null) {
  const [open, show] = useState(initial);
  const setOpen = (id: string | null) => startTransition(() => show(id));
  const close = (id: string) => show((now) => (now === id ? null : now));
  return { open, setOpen, close };
}
