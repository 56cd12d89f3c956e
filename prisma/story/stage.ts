import { randomBytes } from 'node:crypto';
import { createApp } from '@parley/api/app';
import type { Deps } from '@parley/api/context';
import { createLimits } from '@parley/api/limit';
import type { AppRouter } from '@parley/api/router';
import { civilDay } from '@parley/domain/offer/deadline';
import { createTRPCClient, httpLink, type TRPCClient } from '@trpc/client';

const home = 'Europe/Vienna';

/** The story's time: acts happen at a moment before now, each a few seconds after the one before. */
export type StoryClock = {
  read: () => Date;
  /** Goes to so many days and hours before now. */
  go: (days: number, hours?: number) => void;
  /** The moment so many days and hours before now. */
  moment: (days: number, hours?: number) => string;
  /** The civil date so many days before now; negative for days to come. */
  day: (days: number) => string;
  now: Date;
};

export function createClock(now: Date): StoryClock {
  let at = now.getTime();
  const before = (days: number, hours = 0) => now.getTime() - (days * 24 + hours) * 3_600_000;
  return {
    read: () => new Date((at = Math.min(at + 4_000, now.getTime()))),
    go: (days, hours) => void (at = before(days, hours)),
    moment: (days, hours) => new Date(before(days, hours)).toISOString(),
    day: (days) => civilDay(new Date(before(days)), home),
    now,
  };
}

export type Product = { request: (path: string, init: RequestInit) => Response | Promise<Response> };

/** The product itself: people arrive and sign in now, and act at the story's time. */
export function openProduct(deps: Deps, clock: StoryClock): Product {
  const house = { ...deps, limits: createLimits({ scale: 10_000 }), sourceOf: () => '127.0.0.1' };
  const door = createApp(house);
  const story = createApp({
    ...house,
    asUser: (client, accountId, work) => deps.asUser(client, accountId, (db) => work(db, clock.read())),
    asIdentity: (client, work) => deps.asIdentity(client, (db) => work(db, clock.read())),
  });
  return { request: (path, init) => (path.startsWith('/trpc/identity.') ? door : story).request(path, init) };
}

export type Member = { id: string; email: string; api: TRPCClient<AppRouter> };

function cookieOf(response: Response): string | null {
  const line = response.headers.getSetCookie().at(-1);
  return line === undefined ? null : line.split(';', 1).join('');
}

/** Somebody at a browser of their own: calls go through the whole API, as from any screen. */
export function createMember(product: Product, email: string): Member {
  let cookie = '';
  const send = async (url: string, body: string) => {
    const headers = new Headers({ 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' });
    headers.set('x-parley-key', randomBytes(16).toString('hex'));
    if (cookie !== '') headers.set('cookie', cookie);
    const response = await product.request(new URL(url).pathname, { method: 'POST', body, headers });
    cookie = cookieOf(response) ?? cookie;
    return response;
  };
  const link = httpLink({
    url: 'http://localhost/trpc',
    methodOverride: 'POST',
    fetch: (url, init) => send(String(url), String(init?.body ?? '')),
  });
  return { id: '', email, api: createTRPCClient<AppRouter>({ links: [link] }) };
}
