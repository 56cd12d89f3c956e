import { setTimeout as sleep } from 'node:timers/promises';
import type { Tx } from '@parley/db/client';
import { createVault, type Vault } from '@parley/db/vault';
import { initTRPC, TRPCError } from '@trpc/server';
import type { Context } from './context.ts';
import { classify, failureData } from './failure.ts';
import { mintViewer, type Viewer } from './guard.ts';
import { permit, policyRowOf, type Relation } from './policy-row.ts';
import type { SessionViewer } from './session-port.ts';

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
/** One router of several, for a noun that is too long for one file. */
export const mergeRouters = t.mergeRouters;

/** Until the next set time after `began`, every `step` ms. Whatever was held for the call has been let go by then. */
async function untilSetTime(began: number, step: number): Promise<void> {
  const took = performance.now() - began;
  if (step > 0) await sleep(Math.ceil(took / step) * step - took);
}

/** Domain and database refusals become the transport's codes here, once. */
const coded = t.middleware(async ({ ctx, next }) => {
  const began = performance.now();
  const result = await next();
  if (result.ok) return result;
  const { code, domain } = classify(result.error);
  if (code === 'NOT_FOUND') await untilSetTime(began, ctx.deps.refusalStep);
  if (code === result.error.code) return result;
  throw new TRPCError({ code, cause: domain ?? result.error.cause });
});

/** Who calls, as far as the session tells; each call counts. Throws when nobody is signed in. */
async function callerOf({ session, deps, identity }: Context): Promise<SessionViewer> {
  const found = await session();
  if (!found) throw new TRPCError({ code: 'UNAUTHORIZED' });
  await deps.limits.count('call', identity.source, found.accountId);
  return found;
}

const viewerOf = ({ accountId, sessionId }: SessionViewer): Viewer => mintViewer(accountId, sessionId);

/** For what asks as it goes: it reads, and is about no thing of anybody's. Everything else is declared. */
const guard = t.middleware(async ({ ctx, path, type, next }) => {
  const { deps } = ctx;
  const caller = await callerOf(ctx);
  const viewer = viewerOf(caller);
  const row = policyRowOf(deps.policy, path);
  if (type === 'mutation' || row.who === 'related') throw new Error('What changes something, or is about a thing, is declared.');
  const relation = permit(row, { relation: 'owner', opened: true, operator: caller.operator });
  return deps.asUser(deps.client, viewer.id, (db, now) => {
    const scope: Scope = { [allowed]: true, viewer, relation, db, vault: createVault(db, deps.keys), now };
    return next({ ctx: scope });
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
