import { attachmentKinds, endingOf, mostBytes, savedName } from '@parley/domain/offer/attachment/attachment';
import { wrongSize } from '@parley/domain/offer/attachment/file';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { Deps } from '../context.ts';
import { readSessionCookie } from '../cookie.ts';
import { createUnderWay } from '../limit.ts';

/*
 * How a file travels (decision 37): raw, at the address of its procedure, and packed into the call that it is before the
 * guard sees it. Everything that holds for a call holds for it: policy, key, limits, what it makes stale.
 */

const keeping = '/trpc/attachment.keep';
const opening = '/trpc/attachment.open';
const raw = 'application/octet-stream';

/** A file on its way in: the one call whose body is no JSON. */
export const isFile = (c: Context): boolean =>
  c.req.path === keeping && (c.req.header('content-type') ?? '').split(';', 1).join('').trim() === raw;

const tooLarge = () => {
  const message = wrongSize(mostBytes + 1) ?? '';
  return { code: 'PAYLOAD_TOO_LARGE', id: null, message, fields: [{ path: 'body', message }], newer: null };
};

const limit = bodyLimit({ maxSize: mostBytes, onError: (c) => c.json({ error: { message: '', data: tooLarge() } }, 413) });

/** The name as it was before it was made fit for a header. */
const nameIn = (c: Context) => Buffer.from(c.req.header('x-parley-name') ?? '', 'base64url').toString('utf8');

async function pack(c: Context, body: ArrayBuffer): Promise<void> {
  const offerId = c.req.header('x-parley-offer') ?? '';
  const replaces = c.req.header('x-parley-replaces') ?? null;
  const headers = new Headers(c.req.raw.headers);
  headers.set('content-type', 'application/json');
  for (const name of ['content-length', 'transfer-encoding']) headers.delete(name);
  const call = JSON.stringify({ offerId, replaces, name: nameIn(c), body: Buffer.from(body).toString('base64') });
  c.req.raw = new Request(c.req.url, { method: 'POST', headers, body: call });
}

/** Files of one person that may be on their way at once: each holds its bytes until all are here. */
const mostUnderWay = 5;

/** Makes the call of a file. Nothing is read from who is not signed in: the guard says so to an empty call. */
export function packFile({ sessions }: Pick<Deps, 'sessions'>): MiddlewareHandler {
  const underWay = createUnderWay();
  return async (c, next) => {
    if (!isFile(c)) return next();
    const cookie = readSessionCookie(c);
    const caller = cookie ? await sessions.validate(cookie) : null;
    if (!caller) {
      await pack(c, new ArrayBuffer());
      return next();
    }
    const arrived = underWay.enter({ [caller.accountId]: mostUnderWay });
    if (!arrived) return c.json({ error: { message: 'Let the other files arrive first, then add this one.' } }, 429);
    return limit(c, async () => {
      await pack(c, await c.req.raw.arrayBuffer());
      await next();
    }).finally(arrived);
  };
}

const opened = z.object({
  result: z.object({ data: z.object({ name: z.string(), kind: z.enum(attachmentKinds), body: z.string() }) }),
});

/** RFC 6266: the plain name for old readers, the real one in UTF-8 beside it. */
function disposition(name: string): string {
  const coded = encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="letter.${endingOf(name) ?? 'bin'}"; filename*=UTF-8''${coded}`;
}

/** Whether the answer to this call is wanted as a file. */
export const wantsFile = (c: Context): boolean => c.req.path === opening && c.req.header('accept') === raw;

/** An opened file as a download and nothing else: no browser shows it as a page, runs what is in it, or keeps it. */
export async function unpackFile(c: Context, response: Response): Promise<Response> {
  if (!wantsFile(c) || response.status !== 200) return response;
  const { name, kind, body } = opened.parse(await response.json()).result.data;
  const headers = new Headers(response.headers);
  headers.set('Content-Type', raw);
  headers.set('Content-Disposition', disposition(savedName(name, kind)));
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Content-Security-Policy', "sandbox; default-src 'none'; frame-ancestors 'none'");
  headers.set('Cache-Control', 'no-store');
  headers.delete('content-length');
  return new Response(Buffer.from(body, 'base64'), { status: 200, headers });
}
