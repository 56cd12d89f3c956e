// Keeps the shell of Parley, so that it opens without a network, and shows that something waits. What people write is never kept:
// answers of the API, streams and files do not pass through here, and no answer that comes is put into a cache.

// Written by the build: the name of this shell, and every file of it.
const name = 'shell';
const files = [];

const page = '/index.html';
const isAsset = (path) => path.startsWith('/assets/');
// What is no screen is left to the network: calls, streams, calendars, links of mails, anything with an ending.
const isScreen = (path) => !/^\/(trpc|calendar|mail|health)(\/|$)|\./.test(path);

self.addEventListener('install', (event) => {
  // a file that bears its hash is the same wherever it comes from
  const requests = files.map((path) => new Request(path, { cache: isAsset(path) ? 'default' : 'reload' }));
  event.waitUntil(caches.open(name).then((cache) => cache.addAll(requests)));
});

/** The shell before this one stays: a tab that still runs it finds its parts. */
async function takeOver() {
  const others = (await caches.keys()).filter((other) => other.startsWith('shell') && other !== name);
  await Promise.all(others.slice(0, -1).map((other) => caches.delete(other)));
  await self.clients.claim();
}

self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting();
});

async function fromShell(path, request) {
  const own = await caches.open(name);
  return (await own.match(path)) ?? (await caches.match(path)) ?? fetch(request);
}

/** The network first, so that a reload brings what is new; the shell where there is none. */
async function orShell(path, request) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await (await caches.open(name)).match(path);
    if (!kept) throw error;
    return kept;
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (isScreen(pathname)) event.respondWith(orShell(page, request));
  } else if (isAsset(pathname)) event.respondWith(fromShell(pathname, request));
  else if (files.includes(pathname)) event.respondWith(orShell(pathname, request));
});

/** A push says that something waits and never what: one line on the screen, and the same push again makes no second sound. */
async function tell({ id, body }) {
  const shown = await self.registration.getNotifications({ tag: 'parley' });
  const again = shown.some(({ data }) => data === id);
  const look = { icon: '/icon-192.png', badge: '/badge-96.png', lang: 'en' };
  await self.registration.showNotification('Parley', { ...look, body, data: id, tag: 'parley', renotify: !again });
}

self.addEventListener('push', (event) => {
  event.waitUntil(tell(event.data?.json() ?? { id: '', body: 'Something is new in Parley.' }));
});

/** Today, in the window that shows it or in a new one: what stands open in another stays as it is. */
async function openToday() {
  const windows = await self.clients.matchAll({ type: 'window' });
  const today = windows.find(({ url }) => new URL(url).pathname === '/');
  await (today ? today.focus() : self.clients.openWindow('/'));
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openToday());
});
