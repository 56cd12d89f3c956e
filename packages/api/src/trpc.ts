import type { Tx } from '@parley/db/client';
import { createVault, type Vault } from '@parley/db/vault';
import { DomainError, notFound } from '@parley/domain/kernel/error';
import { id as idInput } from '@parley/domain/kernel/input';
import { initTRPC, TRPCError } from '@trpc/server';
import { middlewareMarker } from '@trpc/server/unstable-core-do-not-import';
import type { Context } from './context.ts';
import { classify, failureData } from './failure.ts';
import { claim, keep, type Press, pressKey } from './idempotency.ts';
import type { Row } from './policy-row.ts';
import { hasOpened, type Relation, relate } from './relation.ts';

/** Proof that the policy allowed this call: stores take it whole, and only the guard makes one. */
export type Scope = {
  viewer: { id: string; sessionId: string };
  relation: Relation;
  db: Tx;
  vault: Vault;
  now: Date;
};

const t = initTRPC
  .context<Context>()
  .meta<{ open: boolean; witnessed?: boolean }>()
  .create({
    errorFormatter({ shape, error, path, ctx }) {
      const data = failureData(error);
      if (data.id) ctx?.deps.report({ id: data.id, path: path ?? '', error: error.cause ?? error });
      return { ...shape, message: data.message, data: { ...data, httpStatus: shape.data.httpStatus } };
    },
  });

export const router = t.router;

/** Domain and database refusals become the transport's codes here, once. */
const coded = t.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const { code, domain } = classify(result.error);
  if (code === result.error.code) return result;
  throw new TRPCError({ code, cause: domain ?? result.error.cause });
});

function rowOf(ctx: Context, path: string): Row {
  const row = ctx.deps.policy[path];
  if (!row) throw new Error(`No policy row for ${path}.`);
  return row;
}

function subjectId(row: Extract<Row, { who: 'related' }>, raw: unknown): string {
  const value: unknown = typeof raw === 'object' && raw !== null ? Reflect.get(raw, row.by) : undefined;
  const parsed = idInput.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new DomainError('invalid', parsed.error.issues[0]?.message ?? 'An id is missing.', { path: row.by });
}

/** The first wall. Throws when the table does not allow this viewer this call. */
async function admit(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  ctx: Context,
  viewer: string,
  row: Row,
  raw: unknown,
): Promise<Relation> {
  if (row.who === 'anyone' || row.who === 'self') return 'owner';
  if (row.who === 'operator') {
    if (ctx.session?.operator) return 'operator';
    throw new DomainError('forbidden', 'Only the person who runs this server can do this.');
  }
  const id = subjectId(row, raw);
  const relation = await relate(db, viewer, row.subject, id, now);
  if (relation === 'stranger') throw notFound();
  if (row.once === 'opened' && relation === 'reader' && !(await hasOpened(db, viewer, row.subject, id)))
    throw new DomainError('forbidden', 'Open the offer first: the comments are about what is in it.');
  if (row.allow.includes(relation)) return relation;
  const chair = row.allow.includes('moderator');
  throw new DomainError('forbidden', chair ? 'Only the moderator can do this.' : 'Only the owner can do this.');
}

/** Who calls, as far as the session tells; each call counts. Throws when nobody is signed in. */
async function callerOf({ session, deps, identity }: Context): Promise<Scope['viewer']> {
  if (!session) throw new TRPCError({ code: 'UNAUTHORIZED' });
  await deps.limits.count('call', identity.source, session.accountId);
  return { id: session.accountId, sessionId: session.sessionId };
}

const guard = t.middleware(async ({ ctx, path, type, meta, getRawInput, next }) => {
  const { deps } = ctx;
  const viewer = await callerOf(ctx);
  const row = rowOf(ctx, path);
  // a call without input has no body to read
  const raw = row.who === 'related' ? await getRawInput() : null;
  return deps.asUser(deps.client, viewer.id, async (db, now) => {
    const relation = await admit({ db, now }, ctx, viewer.id, row, raw);
    const vault = createVault(db, deps.keys);
    const key = type === 'mutation' ? pressKey(ctx.pressKey) : null;
    const press: Press | null = key !== null && !meta?.witnessed ? { accountId: viewer.id, key, path } : null;
    const before = press ? await claim(db, vault, press) : null;
    if (before) return { marker: middlewareMarker, ok: true as const, data: before.data, ctx: scope() };
    const result = await next({ ctx: scope() });
    // thrown, not returned: what the call has written is rolled back with it
    if (!result.ok) throw result.error;
    if (press) await keep(db, vault, press, result.data);
    return result;

    function scope(): Scope {
      return { viewer, relation, db, vault, now };
    }
  });
});

const openGuard = t.middleware(async ({ ctx, path, next }) => {
  if (rowOf(ctx, path).who !== 'anyone') throw new TRPCError({ code: 'UNAUTHORIZED' });
  const viewer = ctx.session ? { id: ctx.session.accountId, sessionId: ctx.session.sessionId } : null;
  return next({ ctx: { identity: ctx.identity, viewer } });
});

const accountGuard = t.middleware(async ({ ctx, path, next }) => {
  const viewer = await callerOf(ctx);
  if (rowOf(ctx, path).who !== 'self') throw new TRPCError({ code: 'FORBIDDEN' });
  return next({ ctx: { identity: ctx.identity, viewer } });
});

/** A procedure for everybody, signed in or not. It gets the identity desk and no database of a viewer. */
export const open = t.procedure.meta({ open: true }).use(coded).use(openGuard);

/** A signed-in person's own account: passwords and sessions, at the identity desk, outside any transaction. */
export const account = t.procedure.meta({ open: false }).use(coded).use(accountGuard);

/** A procedure for a signed-in person, behind the policy table; its handler gets a `Scope`. */
export const signedIn = t.procedure.meta({ open: false }).use(coded).use(guard);

/**
 * As `signedIn`, for an act that shows another's content and is written down: done anew at every press, so that
 * no answer is kept that could outlive its share or be read again without a line in the log.
 */
export const witnessed = t.procedure.meta({ open: false, witnessed: true }).use(coded).use(guard);
