import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';

const known = /^\/(trpc\/[\w.,]{1,400}|health|events|assets)(?=[/?]|$)/;

/** A path without anything a person may have typed into it. */
export function plainPath(path: string): string {
  return known.exec(path)?.[0] ?? '/page';
}

/** One line for each request: what was asked, how it ended, how long it took; no query, no body, no address. */
export function accessLog(log: Logger): MiddlewareHandler {
  return async (c, next) => {
    const started = performance.now();
    await next();
    const ms = Math.round((performance.now() - started) * 10) / 10;
    log.info({ method: c.req.method, path: plainPath(c.req.path), status: c.res.status, ms }, 'request');
  };
}
