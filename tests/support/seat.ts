import { randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';

type Data = Record<string, string>;

/** One call of the API as the person of this page: what a story needs before it begins. */
export async function call(page: Page, path: string, input: unknown): Promise<Data> {
  const text = await page.evaluate(
    async ([to, body]) => {
      const key = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      const headers = { 'content-type': 'application/json', 'x-parley-key': key };
      const answer = await fetch(`/trpc/${to}`, { method: 'POST', headers, body: body ?? '' });
      if (!answer.ok) throw new Error(`${to}: ${answer.status} ${await answer.text()}`);
      return answer.text();
    },
    [path, JSON.stringify(input)] as const,
  );
  const { result }: { result: { data: Data } } = JSON.parse(text);
  return result.data;
}

/** An address that nobody else has: tests run side by side on one server, and begin in the same millisecond. */
export const freshAddress = (name: string) => `${name.toLowerCase()}.${randomUUID().slice(0, 13)}@example.org`;

/** Signs this page's person up and in; answers the address. */
export async function enter(page: Page, name: string, currency = 'EUR', locale = 'en-GB'): Promise<string> {
  const email = freshAddress(name);
  const password = `a quiet room for ${name}`;
  await page.goto('/sign-in');
  await call(page, 'identity.signUp', { email, password, displayName: name, timeZone: 'Asia/Kathmandu', locale, currency });
  await call(page, 'identity.signIn', { email, password });
  return email;
}

/**
 * Somebody at a browser of their own, and every byte that reached it while it was listened to: answers to requests, and the
 * messages of the one stream. There are no sockets: whatever comes by one lands in `frames`.
 */
export type Seat = {
  name: string;
  page: Page;
  email: string;
  heard: { url: string; body: string }[];
  frames: string[];
  messages: string[];
  listening: boolean;
};

export async function sitDown(browser: Browser, name: string): Promise<Seat> {
  const page = await (await browser.newContext()).newPage();
  const seat: Seat = { name, page, email: '', heard: [], frames: [], messages: [], listening: false };
  page.on('websocket', (socket) => seat.frames.push(socket.url()));
  page.on('response', async (response) => {
    // it has no end; its messages are heard below
    if (response.headers()['content-type']?.startsWith('text/event-stream')) return;
    if (!seat.listening || !new URL(response.url()).pathname.startsWith('/trpc')) return;
    // a request cut off by leaving the page has no body
    const body = await response.text().catch(() => '');
    seat.heard.push({ url: response.url(), body: `${JSON.stringify(response.headers())}\n${body}` });
  });
  const devtools = await page.context().newCDPSession(page);
  devtools.on('Network.eventSourceMessageReceived', ({ eventName, data }) => {
    if (seat.listening && eventName === 'message') seat.messages.push(data);
  });
  await devtools.send('Network.enable');
  seat.email = await enter(page, name);
  return seat;
}

/** A council of this chair, with the guests in it; answers its id. */
export async function foundCouncil(chair: Pick<Seat, 'page'>, guests: readonly Pick<Seat, 'page' | 'email'>[]): Promise<string> {
  const cadence = { weekday: 4, time: '18:00', zone: 'Europe/Vienna', minutes: 90 };
  const council = { name: 'Thursday table', purpose: '', cadence, charter: 'We keep what we hear here.' };
  const { councilId } = await call(chair.page, 'council.create', council);
  for (const { page, email } of guests) {
    const { link } = await call(chair.page, 'invitation.create', { councilId, email });
    await call(page, 'invitation.accept', { token: link?.split('token=')[1], charterVersion: 1 });
  }
  return councilId ?? '';
}

/** What this browser keeps without any request: both storages, every database, the caches, the cookies, the page itself. */
export async function keptBy(page: Page): Promise<{ place: string; text: string }[]> {
  const cookies = await page.context().cookies();
  const kept = await page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
    const records: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const base = await asked(indexedDB.open(name));
      for (const table of base.objectStoreNames) {
        const store = base.transaction(table).objectStore(table);
        records.push([name, table, await asked(store.getAllKeys()), await asked(store.getAll())]);
      }
      base.close();
    }
    const cached: string[] = [];
    // only over https or localhost
    for (const name of 'caches' in globalThis ? await caches.keys() : []) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) cached.push(request.url, (await (await cache.match(request))?.text()) ?? '');
    }
    const typed = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
    return {
      localStorage: JSON.stringify({ ...localStorage }),
      sessionStorage: JSON.stringify({ ...sessionStorage }),
      indexedDB: JSON.stringify(records),
      caches: cached.join('\n'),
      history: JSON.stringify([history.state, location.href, window.name]),
      page: document.documentElement.outerHTML,
      'what is read': document.body.innerText,
      'what stands in fields': typed.map(({ value }) => value).join('\n'),
    };
  });
  return [...Object.entries(kept).map(([place, text]) => ({ place, text })), { place: 'cookies', text: JSON.stringify(cookies) }];
}
