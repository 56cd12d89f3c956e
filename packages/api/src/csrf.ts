import type { Context, MiddlewareHandler } from 'hono';
import { isFile } from './file.ts';

/** Whether the request comes from a page of this very site, and so not from somebody else's form. */
function isOwnPage(c: Context): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site) return site === 'same-origin';
  const origin = c.req.header('origin');
  if (!origin || !URL.canParse(origin)) return false;
  return new URL(origin).host === c.req.header('host');
}

const refuse = (c: Context, status: 403 | 405 | 415, message: string) => c.json({ error: { message } }, status);

/** The one call that a browser makes by GET, because that is how it follows events; it changes nothing. */
const isStream = (c: Context) =>
  c.req.method === 'GET' && c.req.path === '/trpc/stream.follow' && /\btext\/event-stream\b/.test(c.req.header('accept') ?? '');

/** Calls are JSON, or one file, by POST from a page of ours: neither a foreign form nor an image can make one. */
export const gate: MiddlewareHandler = async (c, next) => {
  if (isStream(c)) return isOwnPage(c) ? next() : refuse(c, 403, 'Calls are made from a page of this site.');
  if (c.req.path === '/trpc/stream.follow') return refuse(c, 405, 'Events are followed by GET.');
  if (c.req.method !== 'POST') return refuse(c, 405, 'Calls are made by POST.');
  if (!isFile(c) && !/^application\/json\b/.test(c.req.header('content-type') ?? ''))
    return refuse(c, 415, 'Calls are made in JSON.');
  if (!isOwnPage(c)) return refuse(c, 403, 'Calls are made from a page of this site.');
  return next();
};
