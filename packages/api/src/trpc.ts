import type { Tx } from '@parley/db/client';
import { createVault, type Vault } from '@parley/db/vault';
import { initTRPC, TRPCError } from '@trpc/server';
import { middlewareMarker } from '@trpc/server/unstable-core-do-not-import';
import type { Context } from './context.ts';
import { classify, failureData } from './failure.ts';
import { mintViewer, type Viewer } from './guard.ts';
import { claim, keep, type Press, pressKey } from './idempotency.ts';
import { type PolicyRow, permit, policyRowOf, subjectId } from './policy-row.ts';
import { hasOpened, nowhere, type Place, type Relation, relate } from './relation.ts';
import type { SessionViewer } from './session-port.ts';
import { tell } from './tell.ts';

const allowed = Symbol('allowed by the policy');

/** Proof that the policy allowed this call: stores take it whole. Only the guard below has the mark that makes one. */
export type Scope = {
  readonly [allowed]: true;
  viewer: Viewer;
  relation: Relation;
  db: Tx;
  vault: Vault;
  now: Date;
};

const t = initTRPC
  .context<Context>()
  .meta<{ open: boolean; declared?: boolean }>()
  .create({
    // a line that is silent for longer than a proxy waits would be cut
    sse: { ping: { enabled: true, intervalMs: 25_000 } },
    errorFormatter({ shape, error, path, ctx }) {
      const data = failureData(error);
      if (data.id) ctx?.deps.report({ id: data.id, path: path ?? '', error: error.cause ?? error });
      const fault = data.id ? ctx?.deps.explain?.(error.cause ?? error) : undefined;
      return { ...shape, message: data.message, data: { ...data, httpStatus: shape.data.httpStatus, fault } };
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

type Admitted = { relation: Relation; place: Place; about: string | null };

/** The first wall, for a call that asks as it goes: each question is a statement of its own. */
async function admit(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  viewer: SessionViewer,
  row: PolicyRow,
  raw: unknown,
): Promise<Admitted> {
  const { accountId, operator } = viewer;
  if (row.who !== 'related')
    return { relation: permit(row, { relation: 'owner', opened: true, operator }), place: nowhere, about: null };
  const id = subjectId(row, raw);
  const { relation, place } = await relate(db, accountId, row.subject, id, now);
  const asked = row.once === 'opened' && relation === 'reader';
  const opened = !asked || (await hasOpened(db, accountId, row.subject, id));
  return { relation: permit(row, { relation, opened, operator }), place, about: id };
}

/** Who calls, as far as the session tells; each call counts. Throws when nobody is signed in. */
async function callerOf({ session, deps, identity }: Context): Promise<SessionViewer> {
  const found = await session();
  if (!found) throw new TRPCError({ code: 'UNAUTHORIZED' });
  await deps.limits.count('call', identity.source, found.accountId);
  return found;
}

const viewerOf = ({ accountId, sessionId }: SessionViewer): Viewer => mintViewer(accountId, sessionId);

const guard = t.middleware(async ({ ctx, path, type, getRawInput, next }) => {
  const { deps } = ctx;
  const caller = await callerOf(ctx);
  const viewer = viewerOf(caller);
  const row = policyRowOf(deps.policy, path);
  // a call without input has no body to read
  const raw = row.who === 'related' ? await getRawInput() : null;
  return deps.asUser(deps.client, viewer.id, async (db, now) => {
    const { relation, place, about } = await admit({ db, now }, caller, row, raw);
    const vault = createVault(db, deps.keys);
    const key = type === 'mutation' ? pressKey(ctx.pressKey) : null;
    const press: Press | null = key !== null ? { accountId: viewer.id, key, path } : null;
    const before = press ? await claim(db, vault, press) : null;
    if (before) return { marker: middlewareMarker, ok: true as const, data: before.data, ctx: scope() };
    const result = await next({ ctx: scope() });
    // thrown, not returned: what the call has written is rolled back with it
    if (!result.ok) throw result.error;
    if (press) {
      await tell(db, deps.stale, { path, key: press.key, place, about });
      await keep(db, vault, press, result.data);
    }
    return result;

    function scope(): Scope {
      return { [allowed]: true, viewer, relation, db, vault, now };
    }
  });
});

const openGuard = t.middleware(async ({ ctx, path, next }) => {
  if (policyRowOf(ctx.deps.policy, path).who !== 'anyone') throw new TRPCError({ code: 'UNAUTHORIZED' });
  const session = await ctx.session();
  const viewer = session && viewerOf(session);
  return next({ ctx: { identity: ctx.identity, viewer } });
});

const accountGuard = t.middleware(async ({ ctx, path, next }) => {
  const viewer = viewerOf(await callerOf(ctx));
  if (policyRowOf(ctx.deps.policy, path).who !== 'self') throw new TRPCError({ code: 'FORBIDDEN' });
  return next({ ctx: { identity: ctx.identity, viewer } });
});

/** A procedure for everybody, signed in or not. It gets the identity desk and no database of a viewer. */
export const open = t.procedure.meta({ open: true }).use(coded).use(openGuard);

/** A signed-in person's own account: passwords and sessions, at the identity desk, outside any transaction. */
export const account = t.procedure.meta({ open: false }).use(coded).use(accountGuard);

/** What reads and writes are declared on; nothing in it has a database. */
export const declared = t.procedure.meta({ open: false, declared: true }).use(coded);

/** A procedure for a signed-in person, behind the policy table; its handler gets a `Scope`. */
export const signedIn = t.procedure.meta({ open: false }).use(coded).use(guard);
