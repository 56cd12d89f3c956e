import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { type Browser, makeBrowser, openPushService } from '../support/browser-maker.ts';
import { pictures } from '../support/demo-house.ts';
import { freePort } from '../support/free-port.ts';
import { type House, startHouse } from '../support/house.ts';
import { layRoad } from '../support/push-road.ts';
import { call, enter, foundCouncil } from '../support/seat.ts';

test.use({ serviceWorkers: 'allow' });

/** No maker of browsers answers here, so the browser's own subscription is this one: true keys, at an address of the stand-in. */
async function standIn(page: Page, { given }: Browser): Promise<void> {
  await page.addInitScript(({ endpoint, p256dh, auth }) => {
    const bytes = (text: string) =>
      Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0)).buffer;
    const made = { endpoint, getKey: (name: string) => bytes(name === 'auth' ? auth : p256dh), unsubscribe: async () => true };
    Object.defineProperty(PushManager.prototype, 'subscribe', { value: async () => made });
  }, given);
}

/** Hands the real worker a push, as the browser does with what its maker brought. */
async function handOver(page: Page, data: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  const registered = new Promise<string>((done) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [own] = registrations.filter(({ scopeURL }) => scopeURL.startsWith(origin));
      if (own) done(own.registrationId);
    });
  });
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.deliverPushMessage', { origin, registrationId: await registered, data });
  await devtools.detach();
}

const shownIn = (page: Page) =>
  page.evaluate(async () => {
    const shown = await (await navigator.serviceWorker.ready).getNotifications();
    return shown.map(({ title, body, tag, data, icon }) => ({ title, body, tag, data: String(data), icon }));
  });

// In words, because the types of this file are a window's: where the worker would open or bring forward one is written down.
const pressing = `(async () => {
  const led = [];
  clients.openWindow = async (url) => void led.push('opens ' + url);
  WindowClient.prototype.focus = async function () {
    led.push('shows ' + new URL(this.url).pathname);
  };
  const [notification] = await registration.getNotifications();
  const done = [];
  const event = new NotificationEvent('notificationclick', { notification });
  Object.defineProperty(event, 'waitUntil', { value: (work) => void done.push(work) });
  dispatchEvent(event);
  await Promise.all(done);
  return led;
})()`;

/**
 * A press on what is shown: a browser without a screen has nothing to press, and lets nothing else open a window, so the real
 * worker hears the very event. Answers where it leads.
 */
async function press(context: BrowserContext): Promise<string[]> {
  const [worker] = context.serviceWorkers();
  if (!worker) throw new Error('No worker runs.');
  return worker.evaluate<string[]>(pressing);
}

async function picture(page: Page): Promise<void> {
  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 1280],
    ['light', 360],
    ['dark', 360],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    await page.locator('#mail').scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(pictures, `notices-choice-${width}-${colorScheme}.png`) });
  }
}

let folder: string;
let service: Awaited<ReturnType<typeof openPushService>>;
let house: House;
let log: string;

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-push-'));
  service = await openPushService();
  const names = { 'push.example': ['8.8.4.4'], 'inside.example': ['10.0.0.7'], 'both.example': ['8.8.4.4', '127.0.0.1'] };
  const road = layRoad({ folder, port: service.port, cert: service.cert, names });
  log = road.log;
  const url = `http://localhost:${await freePort()}`;
  house = await startHouse(join(folder, 'data'), { PORT: new URL(url).port, PARLEY_URL: url, NODE_OPTIONS: road.options });
});
test.afterEach(async () => {
  house.process.kill('SIGTERM');
  await house.exited;
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

test('from Me to the screen: turned on by a press, told by the real worker in one sentence, led to Today', async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const context = await browser.newContext({ baseURL: house.url });
  await context.grantPermissions(['notifications'], { origin: house.url });
  const [page, other] = [await context.newPage(), await (await browser.newContext({ baseURL: house.url })).newPage()];
  const device = makeBrowser();
  await standIn(page, device);
  const ana = { page, email: await enter(page, 'Ana') };
  const ben = { page: other, email: await enter(other, 'Ben') };
  const councilId = await foundCouncil(ana, [ben]);
  await page.goto('/me');
  await page.getByLabel('By mail', { exact: true }).selectOption('never');
  await page.getByRole('button', { name: 'Show notices here' }).click();
  await expect(page.getByText('They are shown here since')).toBeVisible();
  await picture(page);
  // beside it two that no public address stands behind, of the same council
  for (const [name, host] of [
    ['Cara', 'inside'],
    ['Dan', 'both'],
  ] as const) {
    const inside = await (await browser.newContext({ baseURL: house.url })).newPage();
    const email = await enter(inside, name);
    const { link } = await call(page, 'invitation.create', { councilId, email });
    await call(inside, 'invitation.accept', { token: link?.split('token=')[1], charterVersion: 1 });
    await call(inside, 'push.keep', makeBrowser(`https://${host}.example/one`).given);
  }
  await call(other, 'help.create', { councilId, help: { text: 'HELPCANARY 4848', length: 'short', feedback: 'ideas' } });
  // the minute's hold, and a round of the post
  await expect.poll(() => service.shown([device]).length, { timeout: 120_000, intervals: [1_000] }).toBe(1);
  const [pushed] = service.shown([device]);
  expect(pushed?.body).not.toMatch(/CANARY|4848|Ben|Thursday/);
  await handOver(page, JSON.stringify(pushed));
  await expect
    .poll(() => shownIn(page))
    .toMatchObject([{ title: 'Parley', body: pushed?.body, tag: 'parley', data: pushed?.id }]);
  expect((await shownIn(page)).map(({ icon }) => icon)).toEqual([`${house.url}/icon-192.png`]);
  // the same once more stands once
  await handOver(page, JSON.stringify(pushed));
  await expect.poll(() => shownIn(page)).toHaveLength(1);
  expect(await press(context)).toEqual(['opens /']);
  expect(await shownIn(page)).toEqual([]);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await handOver(page, JSON.stringify(pushed));
  await expect.poll(() => shownIn(page)).toHaveLength(1);
  expect(await press(context)).toEqual(['shows /']);
  // the other two were tried, and nobody was called for them
  await page.waitForTimeout(6_000);
  expect(new Set(readFileSync(log, 'utf8').trim().split('\n'))).toEqual(new Set(['8.8.4.4']));
  expect(service.received).toHaveLength(service.shown([device]).length);
});
