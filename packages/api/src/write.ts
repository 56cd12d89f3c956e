import type { Asked, Held } from '@parley/db/line';
import { content } from '@parley/db/memory';
import { createRing, type Ring } from '@parley/db/ring';
import { type Bound, bytes, maybe, sealed, statement, text, uuid, wrapped } from '@parley/db/statement';
import { DomainError } from '@parley/domain/kernel/error';
import { id as idInput } from '@parley/domain/kernel/input';
import { TRPCError } from '@trpc/server';
import { middlewareMarker } from '@trpc/server/unstable-core-do-not-import';
import { z } from 'zod';
import type { Context } from './context.ts';
import { doorFor } from './door.ts';
import { type Admitted, admit, type Given, recognise, ringOf } from './guard.ts';
import { pressKey } from './idempotency.ts';
import { type PolicyRow, policyRowOf, subjectId } from './policy-row.ts';
import { staleOf } from './stale-row.ts';
import { tellAct } from './tell.ts';
import { declared } from './trpc.ts';

/** What the server's own keys make of an address, for facts that look for somebody by it; the address itself is not kept. */
export type Hashing = { addressHash: (email: string) => string };

/** What a decision works with: the facts, and the means to seal. No database: what it wants changed, it returns. */
export type Facts<A extends Asked> = Given<A> & Hashing & Pick<Ring, 'seal' | 'makeKey' | 'sealBytes' | 'openBytes'>;

/** What is to happen, and what the person who pressed is told: what their screen uses, not what they just sent. */
export type Verdict<O> = { changes: readonly Bound<unknown>[]; answer: O };

/** A write as data and a pure function: the facts it needs (held where they must not move), and what follows from them. */
export type Act<I, A extends Asked, O> = {
  facts: (input: I, hashing: Hashing) => A;
  decide: (given: Facts<A>, input: I) => Verdict<O>;
};

/** Only so that facts get their types from the statements. */
export const act = <I, A extends Asked, O>(given: Act<I, A, O>): Act<I, A, O> => given;

const findReceipt = statement({
  name: 'find_receipt',
  takes: [text],
  gives: { ownerId: uuid, wrapped, path: maybe(text), answer: maybe(sealed) },
  text: `select k.owner_id, k.wrapped, r.path, r.answer from sealing_key k
    left join receipt r on r.account_id = k.owner_id and r.key = $1 where k.owner_id = viewer()`,
});

const keepReceipt = statement({
  name: 'keep_receipt',
  takes: [text, text, bytes],
  gives: {},
  text: 'insert into receipt (account_id, key, path, answer) values (viewer(), $1, $2, $3)',
});

const kept = content('receipt', z.object({ data: z.unknown() }));

type Call = { ctx: Context; path: string; row: PolicyRow; about: string | null; key: string; door: ReturnType<typeof doorFor> };

/** The last of the changes: whom this concerns is told, in the transaction that does it. */
function lastWords({ ctx, path, about, key }: Call, { place }: Admitted): Bound<unknown>[] {
  const { whom } = staleOf(ctx.deps.stale, path);
  return whom === 'desk' ? [] : [tellAct(path, whom, place.itemId, place.openingId, place.councilId, about, key)];
}

/** Whether an answer says that it is done and about which ids, and nothing else. */
function isBare(answer: unknown): boolean {
  if (typeof answer !== 'object' || answer === null) return answer === null;
  return Object.values(answer).every((value) => value === true || idInput.safeParse(value).success);
}

/**
 * Two flushes. The first asks the door, the facts, and last, after every lock, whether this press was answered before.
 * The second keeps the answer first, so that the same press sent twice meets there, and commits what follows.
 */
async function press<I, A extends Asked, O>(held: Held, call: Call, { facts, decide }: Act<I, A, O>, input: I): Promise<unknown> {
  const { ctx, path, row, key } = call;
  const asked = facts(input, ctx.identity);
  const [door, rows, last] = await held.ask(call.door, asked, { receipt: findReceipt(key) });
  const { viewer, permitted } = await recognise(ctx, path, row, door);
  const own = createRing(ctx.deps.keys, ctx.deps.memory, last.receipt);
  const bind = { id: key, owner: viewer.id, rev: 1 };
  const [before] = last.receipt;
  const again = before?.path === path && before.answer ? own.open(kept, bind, before.answer) : null;
  // it may be this very press that has taken the thing, or the seat, away
  if (again && isBare(again.data)) return again.data;
  const admitted = permitted(row);
  if (again) return again.data;
  if (before?.path) throw new DomainError('invalid', 'This key was used for something else.', { path: 'x-parley-key' });
  const { addressHash } = ctx.identity;
  const ring = ringOf(ctx, asked, rows);
  const { changes, answer } = decide({ ...admitted, ...ring, rows, addressHash }, input);
  const receipt = keepReceipt(key, path, own.seal(kept, bind, { data: answer ?? null }));
  await held.commit([receipt, ...changes, ...lastWords(call, admitted)]);
  return answer;
}

const isSamePress = (error: unknown) => error instanceof Error && 'constraint' in error && error.constraint === 'receipt_pkey';

/** The same without a receipt: done anew at every press. */
async function pressAnew<I, A extends Asked, O>(held: Held, call: Call, { facts, decide }: Act<I, A, O>, input: I): Promise<O> {
  const { ctx, path, row } = call;
  const asked = facts(input, ctx.identity);
  const [door, rows] = await held.ask(call.door, asked);
  const admitted: Admitted = await admit(ctx, path, row, door);
  const { addressHash } = ctx.identity;
  const ring = ringOf(ctx, asked, rows);
  const { changes, answer } = decide({ ...admitted, ...ring, rows, addressHash }, input);
  await held.commit([...changes, ...lastWords(call, admitted)]);
  return answer;
}

/** Opens the door and nothing else: who may not call at all is not told what is wrong with the call. */
async function knock(ctx: Context, path: string, row: PolicyRow, door: Call['door']): Promise<void> {
  const [told] = await ctx.deps.line.ask(door);
  await admit(ctx, path, row, told);
}

type Press = typeof press;

/** What stands before every declared mutation; `how` does it once its key, its input and its door are known. */
function writer<S extends z.ZodType, A extends Asked, O>(schema: S, deed: Act<z.output<S>, A, O>, how: Press) {
  return declared
    .use(async ({ ctx, path, getRawInput, next }) => {
      const { line, policy } = ctx.deps;
      const row = policyRowOf(policy, path);
      const raw = await getRawInput();
      if (ctx.sessionId === null) throw new TRPCError({ code: 'UNAUTHORIZED' });
      const about = row.who === 'related' ? subjectId(row, raw) : null;
      const door = doorFor(ctx.sessionId, line.role, row, about);
      const parsed = schema.safeParse(raw);
      if (!parsed.success || ctx.pressKey === undefined) {
        await knock(ctx, path, row, door);
        pressKey(ctx.pressKey);
        return next();
      }
      const call = { ctx, path, row, about, key: pressKey(ctx.pressKey), door };
      const once = () => line.hold((held) => how(held, call, deed, parsed.data));
      // the other press has committed: its answer is there now
      const data = await once().catch((error: unknown) => (isSamePress(error) ? once() : Promise.reject(error)));
      return { marker: middlewareMarker, ok: true as const, data, ctx };
    })
    .input(schema)
    .mutation((): O => {
      throw new Error('A declared call is answered by its guard.');
    });
}

/** A mutation with an input, done in two flushes on one connection, once for each press. */
export function write<S extends z.ZodType, A extends Asked, O>(schema: S, deed: Act<z.output<S>, A, O>) {
  return writer(schema, deed, press);
}

/**
 * As `write`, for an act that shows another's content and is written down: done anew at every press, so that no answer is
 * kept that could outlive its share or be read again without a line in the log.
 */
export function witness<S extends z.ZodType, A extends Asked, O>(schema: S, deed: Act<z.output<S>, A, O>) {
  return writer(schema, deed, pressAnew);
}
