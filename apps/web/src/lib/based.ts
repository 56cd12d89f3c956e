import type { z } from 'zod';
import { type Failure, failureOf } from './failure.ts';

/** Content with the revision that it is based on. */
export type Based<Value> = { rev: number; value: Value };

/** What a send answers. With `rest` only a part was saved, and that is why the rest waits for the next change. */
export type Sent<Value> = { rev: number; value?: Value; rest?: Error };

/** Two versions that grew from one. */
export type Grown<Value> = { base: Value; mine: Value; newer: Value };

/** What was typed and is not on the server yet; `ground` is what it was typed of, where that is known. */
export type Waiting<Value> = Based<Value> & { ground: Value | null };

/** What was kept, or came with a conflict, if it still is of this shape. */
export function basedOn<Value>(held: unknown, part: string, shape: z.ZodType<Value>): Based<Value> | null {
  if (typeof held !== 'object' || held === null) return null;
  const rev: unknown = Reflect.get(held, 'rev');
  const parsed = shape.safeParse(Reflect.get(held, part));
  return typeof rev === 'number' && parsed.success ? { rev, value: parsed.data } : null;
}

/** The same of what this browser kept, with what it was typed of. */
export function waitingIn<Value>(held: unknown, part: string, shape: z.ZodType<Value>): Waiting<Value> | null {
  const based = basedOn(held, part, shape);
  const ground = typeof held === 'object' && held !== null ? shape.safeParse(Reflect.get(held, 'ground')) : null;
  return based && { ...based, ground: ground?.data ?? null };
}

/** What came of a send; it never throws. */
export function settled<Value>(
  work: Promise<Sent<Value>>,
): Promise<{ saved: Sent<Value>; held: Failure | null } | { failed: Failure }> {
  return work.then(
    (saved) => ({ saved, held: saved.rest ? failureOf(saved.rest) : null }),
    (error: unknown) => ({ failed: failureOf(error) }),
  );
}
