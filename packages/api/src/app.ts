import { trpcServer } from '@hono/trpc-server';
import { Hono, type MiddlewareHandler } from 'hono';
import { createContext, type Deps } from './context.ts';
import { createArrival, gate } from './edge/arrival.ts';
import { isFile, packFile, unpackFile, wantsFile } from './edge/file.ts';
import { answerPlain, type Meta, mostCalls } from './edge/plain.ts';
import { unavailableIn } from './failure.ts';
import { createFeed } from './feed/view.ts';
import { appRouter } from './router.ts';
import { staleOf } from './stale-row.ts';
import { checkPolicy, checkStale } from './start-check.ts';
import { createUnsubscribe } from './unsubscribe.ts';

const mostBody = 64 * 1024;
const bodyPatience = 10_000;

export type AppDeps = Deps & {
  /** Where a request comes from, as far as the server can tell. */
  sourceOf: (request: Request, env: unknown) => string;
  /** Milliseconds that a call's body may take to arrive, where a test cannot wait. */
  bodyPatience?: number;
};

/** The API as one Hono app: /trpc and /health. Throws when a procedure has no row in the policy table. */
export function createApp(deps: AppDeps): Hono {
  checkPolicy(appRouter, deps.policy);
  checkStale(appRouter, deps.stale);
  const app = new Hono();

  app.get('/health', async (c) => {
    try {
      await Promise.race([deps.client.$queryRaw`select 1`, outOfPatience(800)]);
      return c.json({ ok: true });
    } catch {
      return c.json({ ok: false }, 503, { 'Retry-After': '1' });
    }
  });

  app.route('/', createUnsubscribe(deps));
  app.route('/', createFeed(deps));
  app.use('/trpc/*', gate);
  const arrive = createArrival({ sourceOf: deps.sourceOf, most: mostBody, patience: deps.bodyPatience ?? bodyPatience });
  app.use('/trpc/*', (c, next) => (isFile(c) ? next() : arrive(c, next)), packFile(deps));
  app.use('/trpc/*', createPlain(deps));
  const answer = createTrpc(deps);
  app.use('/trpc/*', async (c, next) => {
    const cut = new AbortController();
    cuts.set(c.req.raw, () => cut.abort());
    const answered = await answer(c, next);
    if (!answered) return undefined;
    const response = await unpackFile(c, answered);
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
    const body = isStream ? response.body?.pipeThrough(new TransformStream(), { signal: cut.signal }) : response.body;
    // a new response of the context's own, because only that carries the cookies set on the way
    return c.newResponse(body ?? null, response);
  });

  app.onError((error, c) => {
    const away = unavailableIn(error);
    if (away) return c.json(away, 503, { 'Retry-After': '1' });
    deps.report({ id: 'http', path: c.req.path, error });
    return c.json({ error: { message: 'Something went wrong on our side.' } }, 500);
  });
  return app;
}

/** Fails after so many milliseconds: a database that hangs is as good as away. */
function outOfPatience(milliseconds: number): Promise<never> {
  return new Promise((_, fail) => {
    setTimeout(() => fail(new Error('The database does not answer.')), milliseconds).unref();
  });
}

const noCut = () => {};
/** How to end an answer that is on its way, for the calls that need it. */
const cuts = new WeakMap<Request, () => void>();

/** Also a refusal makes the screen look again: it may be refused because what is shown is old. */
function headersFor({ stale }: AppDeps, { type, path, errors }: Meta): Record<string, string> {
  const headers: Record<string, string> = { 'Cache-Control': 'no-store' };
  if (errors.some((error) => error.code === 'SERVICE_UNAVAILABLE')) headers['Retry-After'] = '1';
  if (type !== 'mutation' || path === undefined || !(path in stale)) return headers;
  const { here, also, everything } = staleOf(stale, path);
  return { ...headers, 'X-Parley-Stale': everything ? '*' : [...new Set([...here, ...also])].join(' ') };
}

const createPlain = (deps: AppDeps): MiddlewareHandler =>
  answerPlain({
    router: appRouter,
    isOther: (c) => isFile(c) || wantsFile(c),
    contextOf: (c) => createContext(deps, c, deps.sourceOf(c.req.raw, c.env), noCut),
    headersOf: (meta) => headersFor(deps, meta),
  });

/** tRPC's own layer: streams, files, and whatever is odd. */
function createTrpc(deps: AppDeps): MiddlewareHandler {
  return trpcServer({
    endpoint: '/trpc',
    router: appRouter,
    maxBatchSize: mostCalls,
    allowMethodOverride: true,
    createContext: async (_, c) => createContext(deps, c, deps.sourceOf(c.req.raw, c.env), cuts.get(c.req.raw) ?? noCut),
    responseMeta: ({ type, paths, errors }) => ({ headers: headersFor(deps, { type, path: paths?.[0], errors }) }),
  });
}
