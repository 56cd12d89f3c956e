import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
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
  return z.looseObject({ rev: z.number() }).safeParse(failure?.newer).data?.rev ?? based;
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
 * what was opened since.
 */
export function useOpened(initial: string | null = null) {
  const [open, setOpen] = useState(initial);
  const close = (id: string) => setOpen((now) => (now === id ? null : now));
  return { open, setOpen, close };
}
