import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { type Context, Hono, type MiddlewareHandler } from 'hono';

type Asset = { type: string; plain: Uint8Array<ArrayBuffer>; brotli: Uint8Array<ArrayBuffer> | null; forever: boolean };

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers: Record<string, string> = {
  'Content-Security-Policy': contentPolicy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // browsers heed it over https alone, and without https there is no session
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

const fixed = Object.entries(headers);

/** Node's own answer, where there is one: what is set there is written with the rest, and what an answer says itself goes before. */
export function answerBehind({ env }: Context): ServerResponse | null {
  const outgoing: unknown = env?.outgoing;
  return outgoing instanceof ServerResponse ? outgoing : null;
}

/** The same strict headers on every answer, the API's included; a file that was opened has a narrower policy of its own. */
export const strictHeaders: MiddlewareHandler = async (c, next) => {
  const answer = answerBehind(c);
  if (answer) {
    for (const [name, value] of fixed) answer.setHeader(name, value);
    return next();
  }
  await next();
  const own = c.res.headers.get('Content-Security-Policy');
  for (const [name, value] of fixed) c.res.headers.set(name, value);
  if (own !== null) c.res.headers.set('Content-Security-Policy', own);
  return undefined;
};

const bytes = (path: string) => new Uint8Array(readFileSync(path));

function readAssets(folder: string): Map<string, Asset> {
  const assets = new Map<string, Asset>();
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  for (const name of names.filter((entry) => extname(entry) in types && !entry.startsWith('.vite'))) {
    const path = join(folder, name);
    const brotli = existsSync(`${path}.br`) ? bytes(`${path}.br`) : null;
    // Everything under assets carries the hash of its content in its name.
    const forever = name.startsWith('assets/');
    assets.set(`/${name}`, { type: types[extname(name)] ?? '', plain: bytes(path), brotli, forever });
  }
  return assets;
}

function send(c: Context, asset: Asset): Response {
  c.header('Content-Type', asset.type);
  c.header('Cache-Control', asset.forever ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (!asset.brotli) return c.body(asset.plain);
  c.header('Vary', 'Accept-Encoding');
  if (!/\bbr\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(asset.plain);
  c.header('Content-Encoding', 'br');
  return c.body(asset.brotli);
}

/** The built screens from memory: files by their name, the one page for every address that is not a file. */
export function createWeb(folder: string): Hono {
  const assets = readAssets(folder);
  const page = assets.get('/index.html');
  const web = new Hono();
  // the sample lives of what it brought along: by the browser's own rule it can ask nobody for anything of anybody's
  const alone = contentPolicy.replace("connect-src 'self'", "connect-src 'none'");
  web.get('*', (c) => {
    const asset = assets.get(c.req.path);
    if (asset) return send(c, asset);
    const isPage = extname(c.req.path) === '' && !/^\/(trpc|events|assets)(\/|$)/.test(c.req.path);
    if (/^\/sample(\/|$)/.test(c.req.path)) c.header('Content-Security-Policy', alone);
    return page && isPage ? send(c, page) : c.text('Not found', 404);
  });
  return web;
}
