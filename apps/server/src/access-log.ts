import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { sessionCookie, writesCookie } from '@parley/api/cookie';
import type { Context, MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import { answerBehind } from './web.ts';

const known = /^\/(trpc\/[\w.,]{1,400}|health|events|assets)(?=[/?]|$)/;

/** A path without anything a person may have typed into it. */
export function plainPath(path: string): string {
  return known.exec(path)?.[0] ?? '/page';
}

/** Whether an answer gives the browser a session or takes it away: how a sign-in ended, without whose it was. */
function sessionIn(c: Context): { session?: 'begun' | 'ended' } {
  // most answers write none, and have no headers of the web's made for the look
  if (!writesCookie(c)) return {};
  const line = c.res.headers.getSetCookie().find((cookie) => cookie.startsWith(`${sessionCookie}=`));
  if (line === undefined) return {};
  return { session: line.startsWith(`${sessionCookie}=;`) ? 'ended' : 'begun' };
}

/** The id of the request that is being answered, for every line of the log that it causes. */
export const requestId = new AsyncLocalStorage<string>();

/** One line for each request: its id, what was asked, how it ended, how long it took; no query, no body, no address. Of a way in, whether a session began. The answer bears the id. */
export function accessLog(log: Logger): MiddlewareHandler {
  return async (c, next) => {
    const started = performance.now();
    const id = randomBytes(8).toString('hex');
    const answer = answerBehind(c);
    answer?.setHeader('X-Request-Id', id);
    await requestId.run(id, next);
    if (!answer) c.res.headers.set('X-Request-Id', id);
    const ms = Math.round((performance.now() - started) * 10) / 10;
    const path = plainPath(c.req.path);
    log.info({ request: id, method: c.req.method, path, status: c.res.status, ...sessionIn(c), ms }, 'request');
  };
}
