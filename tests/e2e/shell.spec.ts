import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { pictures } from '../support/demo-house.ts';
import { type Front, openFront } from '../support/front.ts';
import { call, enter, keptBy } from '../support/seat.ts';

test.use({ serviceWorkers: 'allow' });

let front: Front;
test.beforeEach(async ({ baseURL }) => {
  front = await openFront(baseURL ?? '');
});
test.afterEach(() => front.close());

/** Somebody at a page that the worker has taken over, with all of the shell kept. */
async function settle(page: Page, path = '/'): Promise<void> {
  await page.goto(`${front.url}${path}`);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 60_000 });
}

async function open(page: Page, name: string): Promise<string> {
  await page.goto(front.url);
  return enter(page, name);
}

test('the manifest is served, and its pictures are what it says', async ({ page, request }) => {
  await page.goto(`${front.url}/sign-in`);
  const address = await page.locator('link[rel=manifest]').getAttribute('href');
  const answer = await request.get(`${front.url}${address}`);
  expect(answer.headers()['content-type']).toBe('application/manifest+json');
  const { icons, start_url, display, share_target } = await answer.json();
  expect({ start_url, display, to: share_target.action }).toEqual({
    start_url: '/',
    display: 'standalone',
    to: '/opportunities',
  });
  for (const { src, sizes, type } of icons) {
    const icon = await request.get(`${front.url}${src}`);
    expect(icon.headers()['content-type']).toBe(type);
    const bytes = await icon.body();
    if (type === 'image/png') expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes);
  }
  expect(icons.filter(({ purpose }: { purpose: string }) => purpose === 'maskable')).toHaveLength(2);
  // the browser's own judgement of what it read
  const devtools = await page.context().newCDPSession(page);
  const { url, errors } = await devtools.send('Page.getAppManifest');
  expect({ url, errors }).toEqual({ url: `${front.url}/parley.webmanifest`, errors: [] });
});

test('the shell answers without a network, says so, and holds nothing that anybody wrote', async ({ page }) => {
  const email = await open(page, 'Ana');
  await settle(page);
  const opening = { company: 'COMPANYCANARY', role: 'TITLECANARY', alias: '', stage: 'interview', on: '2026-01-20' };
  await call(page, 'opportunity.create', opening);
  for (const path of ['/opportunities', '/me', '/']) await page.goto(`${front.url}${path}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  const cached = (await keptBy(page)).find(({ place }) => place === 'caches')?.text ?? '';
  // not the text itself: it is megabytes, and would be printed
  const holds = (words: readonly string[]) => words.filter((word) => cached.includes(word));
  expect(holds(['<div id="root"></div>', 'COMPANYCANARY', 'TITLECANARY', email])).toEqual(['<div id="root"></div>']);
  const addresses = await page.evaluate(async () => {
    const caught = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return caught.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(addresses.length).toBeGreaterThan(20);
  expect(addresses.filter((path) => !/^\/(assets\/[\w.-]+|index\.html|theme\.js|icon\.svg)$/.test(path))).toEqual([]);
  front.away = true;
  await page.goto(`${front.url}/opportunities`);
  await expect(page.getByText('The server cannot be reached.')).toBeVisible();
  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 360],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 740 });
    await page.screenshot({ path: join(pictures, `offline-${width}-${colorScheme}.png`) });
  }
  front.away = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('TITLECANARY')).toBeVisible();
});

test('a new version is offered in a line, and a tab of the one before goes on although its files are gone', async ({ page }) => {
  await open(page, 'Ben');
  await settle(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  Object.assign(front, { renewed: true });
  await page.evaluate(() => Reflect.set(window, 'stays', true));
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  const line = page.getByText('There is a new version of Parley.');
  await expect(line).toBeVisible();
  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 360],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 740 });
    await page.screenshot({ path: join(pictures, `new-version-${width}-${colorScheme}.png`) });
  }
  front.gone = true;
  await page.getByRole('link', { name: 'Me', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Me' })).toBeVisible();
  expect(await page.evaluate(() => Reflect.get(window, 'stays'))).toBe(true);
  front.gone = false;
  await page.getByRole('button', { name: 'Load it' }).click();
  await page.waitForFunction(() => !Reflect.get(window, 'stays'), undefined, { timeout: 0 });
  await expect(page.getByRole('heading', { level: 1, name: 'Me' })).toBeVisible();
  expect(await page.evaluate(() => caches.keys())).toContain('shell-second');
  await expect(line).toBeHidden();
});

test('where another tab has loaded it already, the line of this one loads it too', async ({ page, context }) => {
  await open(page, 'Cleo');
  await settle(page);
  const other = await context.newPage();
  await other.goto(`${front.url}/`);
  await expect(other.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  Object.assign(front, { renewed: true });
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
  await page.evaluate(() => Reflect.set(window, 'stays', true));
  for (const tab of [other, page]) await expect(tab.getByText('There is a new version of Parley.')).toBeVisible();
  for (const tab of [other, page]) {
    await tab.bringToFront();
    await tab.getByRole('button', { name: 'Load it' }).click();
    await expect(tab.getByText('There is a new version of Parley.')).toBeHidden();
  }
  await page.waitForFunction(() => !Reflect.get(window, 'stays'), undefined, { timeout: 0 });
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
});

test('a reload brings the new version, and then there is nothing to offer', async ({ page }) => {
  await open(page, 'Cara');
  await settle(page);
  Object.assign(front, { renewed: true });
  await page.reload();
  await expect(page.locator('script[src="/assets/second.js"]')).toHaveCount(1);
  await page.waitForFunction(async () => (await caches.keys()).includes('shell-second'), undefined, { timeout: 60_000 });
  await page.waitForFunction(async () => !(await navigator.serviceWorker.ready).waiting);
  await expect(page.getByText('There is a new version of Parley.')).toBeHidden();
});

test('what a phone shares opens as an opportunity to be added', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, 'Dan');
  const shared = new URLSearchParams([
    ['add', 'Head of Paper'],
    ['add', 'https://jobs.lever.co/brightly'],
  ]);
  await page.goto(`${front.url}/opportunities?${shared}`);
  const dialog = page.getByRole('dialog', { name: 'Add an opportunity' });
  await expect(dialog.getByLabel('Company')).toHaveValue('Brightly');
  await expect(dialog.getByLabel('Role')).toHaveValue('Head of Paper');
});
