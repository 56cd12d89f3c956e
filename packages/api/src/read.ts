import type { Asked } from '@parley/db/line';
import { TRPCError } from '@trpc/server';
import { middlewareMarker } from '@trpc/server/unstable-core-do-not-import';
import type { z } from 'zod';
import type { Context } from './context.ts';
import { doorFor } from './door.ts';
import { admit, type Given, ringOf } from './guard.ts';
import { policyRowOf, subjectId } from './policy-row.ts';
import { declared } from './trpc.ts';

/** A read as data and a pure function: what it asks, and what it makes of the rows. */
export type Question<I, A extends Asked, O> = {
  ask: (input: I) => A;
  answer: (given: Given<A>, input: I) => O;
};

/** Only so that rows get their types from the statements. */
export const question = <I, A extends Asked, O>(given: Question<I, A, O>): Question<I, A, O> => given;

type Call = { ctx: Context; path: string; raw: unknown };

/** One flush: role, session and relation, then the rows behind row-level security. The table decides before anything is opened. */
async function askOnce<A extends Asked>({ ctx, path, raw }: Call, asked: A): Promise<Given<A>> {
  const { line, policy, replica } = ctx.deps;
  const row = policyRowOf(policy, path);
  if (ctx.sessionId === null) throw new TRPCError({ code: 'UNAUTHORIZED' });
  const id = row.who === 'related' ? subjectId(row, raw) : null;
  const from = replica?.reads.has(path) ? replica.line : line;
  const [door, rows] = await from.ask(doorFor(ctx.sessionId, line.role, row, id), asked);
  const admitted = await admit(ctx, path, row, door);
  return { ...admitted, rows, open: ringOf(ctx, asked, rows).open };
}

const unreachable = (): never => {
  throw new Error('A declared call is answered by its guard.');
};

type Parsed<I> = { raw: unknown; parsed: { input: I } | null };
type Raw = () => Promise<unknown>;

function readerOf<I, A extends Asked, O>(parse: (raw: Raw) => Promise<Parsed<I>>, { ask, answer }: Question<I, A, O>) {
  return declared.use(async ({ ctx, path, getRawInput, next }) => {
    const { raw, parsed } = await parse(getRawInput);
    const call = { ctx, path, raw };
    if (parsed) {
      const given = await askOnce(call, ask(parsed.input));
      return { marker: middlewareMarker, ok: true as const, data: answer(given, parsed.input), ctx };
    }
    // who may not call at all is not told what is wrong with the input
    await askOnce(call, {});
    return next();
  });
}

/** A query with an input, answered from one flush. */
export function read<S extends z.ZodType, A extends Asked, O>(schema: S, asks: Question<z.output<S>, A, O>) {
  const parse = async (given: Raw) => {
    const raw = await given();
    const { success, data } = schema.safeParse(raw);
    return { raw, parsed: success ? { input: data } : null };
  };
  return readerOf(parse, asks)
    .input(schema)
    .query((): O => unreachable());
}

/** A query about the viewer alone, without an input. */
export function readOwn<A extends Asked, O>(asks: Question<undefined, A, O>) {
  // a call without input has no body to read
  return readerOf(async () => ({ raw: null, parsed: { input: undefined } }), asks).query((): O => unreachable());
}
