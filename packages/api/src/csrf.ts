import type { Context, MiddlewareHandler } from 'hono';

/** Whether the request comes from a page of this very site, and so not from somebody else's form. */
function isOwnPage(c: Context): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site) return site === 'same-origin';
  const origin = c.req.header('origin');
  if (!origin || !URL.canParse(origin)) return false;
  return new URL(origin).host === c.req.header('host');
}

const refuse = (c: Context, status: 403 | 405 | 415, message: string) => c.json({ error: { message } }, status);

/** Calls are JSON by POST from a page of ours: neither a foreign form nor an image can make one. */
export const gate: MiddlewareHandler = async (c, next) => {
  if (c.req.method !== 'POST') return refuse(c, 405, 'Calls are made by POST.');
  if (!/^application\/json\b/.test(c.req.header('content-type') ?? '')) return refuse(c, 415, 'Calls are made in JSON.');
  if (!isOwnPage(c)) return refuse(c, 403, 'Calls are made from a page of this site.');
  return next();
};
