import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { readSessionCookie } from '../cookie.ts';
import { createUnderWay, sourceKey } from '../limit.ts';
import { isFile } from './file.ts';

const refuse = (c: Context, status: 400 | 403 | 405 | 408 | 413 | 415 | 429, message: string) => {
  if (status === 429) c.header('Retry-After', '1');
  // what is still on its way is not waited for
  if (status === 408) c.header('Connection', 'close');
  return c.json({ error: { message } }, status);
};

/** Whether the request comes from a page of this very site, and so not from somebody else's form. */
function isOwnPage(c: Context): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site) return site === 'same-origin';
  const origin = c.req.header('origin');
  if (!origin || !URL.canParse(origin)) return false;
  return new URL(origin).host === c.req.header('host');
}

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

export type ArrivalOptions = {
  /** Where a request comes from, as far as the server can tell. */
  sourceOf: (request: Request, env: unknown) => string;
  /** Bytes of a body at most. */
  most: number;
  /** Milliseconds that a body may take to arrive. */
  patience: number;
};

/** Bodies under way at once. Generous: several people may share an address, and a page asks for much at once. */
const mostOfSource = 200;
const mostOfSession = 100;

const tooLong = (c: Context) => refuse(c, 413, 'This is too long to send. Shorten it, and it goes.');

/** Reads the body to its end: a small one of a stated length from the socket, another through a counter. */
async function readBody(c: Context, most: number): Promise<Response | null> {
  const { headers } = c.req.raw;
  const stated = headers.get('content-length');
  if (stated === null || headers.has('transfer-encoding'))
    return (await bodyLimit({ maxSize: most, onError: tooLong })(c, async () => {})) ?? null;
  if (Number(stated) > most) return tooLong(c);
  await c.req.text();
  return null;
}

const late = Symbol('late');

/** The body's refusal, or null when all of it is here. */
async function awaitBody(c: Context, { most, patience }: ArrivalOptions): Promise<Response | null> {
  let timer: NodeJS.Timeout | undefined;
  const slow = new Promise<typeof late>((done) => {
    timer = setTimeout(() => done(late), patience);
  });
  try {
    const found = await Promise.race([readBody(c, most), slow]);
    return found === late ? refuse(c, 408, 'This took too long to arrive. Try again.') : found;
  } catch {
    return refuse(c, 400, 'This request could not be read.');
  } finally {
    clearTimeout(timer);
  }
}

/**
 * What stands before every call with a body: all of it is here, in time, before anything else begins. Whoever sends slowly
 * holds a socket, and neither a connection to the database nor anybody else's turn.
 */
export function createArrival(options: ArrivalOptions): MiddlewareHandler {
  const underWay = createUnderWay();
  return async (c, next) => {
    if (c.req.method !== 'POST') return next();
    const source = sourceKey(options.sourceOf(c.req.raw, c.env));
    // those of a source who are not signed in are one
    const session = readSessionCookie(c) ?? `nobody of ${source}`;
    const arrived = underWay.enter({ [`source ${source}`]: mostOfSource, [`session ${session}`]: mostOfSession });
    if (!arrived) return refuse(c, 429, 'Too much is on its way at once. Try again in a moment.');
    const refused = await awaitBody(c, options).finally(arrived);
    return refused ?? next();
  };
}
