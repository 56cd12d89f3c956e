import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, expect, type Locator, type Page, type Request, test } from '@playwright/test';
import { z } from 'zod';
import { demoPassword, enterDemo, openDemoHouse, pictures, readmePicture } from '../support/demo-house.ts';
import { call } from '../support/seat.ts';

test.describe.configure({ mode: 'serial' });

type Who = 'ana' | 'chiara' | 'nobody';
let house: Awaited<ReturnType<typeof openDemoHouse>>;
let people: Record<Who, Page>;
let invitation = '';
let council = '';
let opening = '';
const broken: string[] = [];

test.beforeAll(async ({ browser }) => {
  house = await openDemoHouse();
  people = {
    ana: await enterDemo(browser, house.url, 'ana@example.org'),
    chiara: await enterDemo(browser, house.url, 'chiara@example.org'),
    nobody: await enterDemo(browser, house.url, null),
  };
  for (const page of Object.values(people)) listen(page);
  const mine = z.array(z.looseObject({ councilId: z.string() })).parse(await call(people.chiara, 'council.list', undefined));
  const councilId = mine[0]?.councilId ?? '';
  council = `/council/${councilId}`;
  await people.ana.goto('/opportunities');
  opening = (await people.ana.getByRole('link', { name: 'Head of Product' }).first().getAttribute('href')) ?? '';
  const made = await call(people.chiara, 'invitation.create', { councilId, email: 'fadi@example.org' });
  invitation = z.looseObject({ link: z.string() }).parse(made).link;
});
test.afterEach(() => expect(broken.filter((line) => !line.includes('401'))).toEqual([]));
test.afterAll(() => house.close());

const section = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

/** What each page is waiting for, its stream apart. */
const underway = new WeakMap<Page, Set<Request>>();

function listen(page: Page): void {
  const requests = new Set<Request>();
  underway.set(page, requests);
  page.on('request', (request) => request.resourceType() !== 'eventsource' && requests.add(request));
  page.on('requestfinished', (request) => requests.delete(request));
  page.on('requestfailed', (request) => requests.delete(request));
  page.on('pageerror', (error) => broken.push(error.message));
  page.on('console', (message) => message.type() === 'error' && broken.push(message.text()));
}

/** Nothing was on its way at three looks in a row: what an answer leads to is asked for at once. */
async function quiet(page: Page): Promise<void> {
  for (let looks = 0; looks < 3; looks = underway.get(page)?.size === 0 ? looks + 1 : 0) await page.waitForTimeout(80);
}

/** A room of Ana's opening, as she or a member of her council comes to it. */
async function openOpening(page: Page, room = ''): Promise<void> {
  await page.goto(`${opening}${room}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Head of Product' })).toBeVisible();
  // what still loads moves what is about to be pressed
  await quiet(page);
}

type Screen = {
  name: string;
  who: Who;
  open: (page: Page) => Promise<unknown>;
  /** The parts of a long page, each in a picture of its own; of such a page itself, what one sees first. */
  parts?: Record<string, (page: Page) => Locator>;
};

const at = (path: () => string, heading: string | RegExp) => async (page: Page) => {
  await page.goto(path());
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
};

async function openDebriefs(page: Page): Promise<void> {
  await openOpening(page, '/debriefs');
  await section(page, 'Debriefs')
    .getByRole('button', { name: /chief operating officer/ })
    .click();
  await expect(section(page, 'Debriefs').getByText('The reads', { exact: true })).toBeVisible();
}

async function openAsReader(page: Page): Promise<void> {
  await openOpening(page, '/offer');
  await section(page, 'Offer').getByRole('button', { name: 'Open this offer' }).click();
  await expect(section(page, 'Offer').getByText(/sees that you opened this/)).toBeVisible();
}

async function openEntry(page: Page): Promise<void> {
  await openOpening(page, '/offer');
  await section(page, 'Offer').getByRole('button', { name: 'New version' }).click();
  await expect(section(page, 'Offer').getByRole('button', { name: 'Put on record' })).toBeVisible();
}

async function openSharing(page: Page): Promise<void> {
  await openOpening(page, '/offer');
  await section(page, 'Offer')
    .getByRole('button', { name: /^Who sees this/ })
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

async function openCompare(page: Page): Promise<void> {
  await openOpening(page, '/offer');
  await section(page, 'Offer').getByRole('link', { name: 'Compare' }).click();
  await page.getByRole('button', { name: 'Open and compare' }).click();
  await expect(page.getByRole('table').first()).toBeVisible();
}

async function openPrep(page: Page): Promise<void> {
  await openOpening(page);
  await page.getByRole('link', { name: 'Before the call' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

async function openRound(page: Page): Promise<void> {
  await openOpening(page, '/rounds');
  await expect(section(page, 'Counter rounds').getByRole('list', { name: 'Who has sealed' })).toBeVisible();
}

/** Chiara and Eva seal what they would counter: with the last of them the round reveals itself. */
async function openRevealed(page: Page): Promise<void> {
  const shared = z.looseObject({ parts: z.looseObject({ round: z.array(z.string()) }) });
  const { parts } = shared.parse(await call(page, 'opportunity.page', { opportunityId: opening.split('/').at(-1) }));
  const counter = (base: number, signOn: number, reason: string) => ({
    package: { base, bonusPercent: null, signOn, equity: null, others: [] },
    reason,
  });
  const eva = await enterDemo(browserOf(page), house.url, 'eva@example.org');
  const [roundId] = parts.round;
  const first = counter(9_800_000, 1_000_000, 'Nine cities is another job than four. Say so, and name the figure once.');
  const second = counter(9_500_000, 1_500_000, 'Their first figure was not their last: a little on both parts.');
  await call(page, 'round.seal', { roundId, counter: first });
  await call(eva, 'round.seal', { roundId, counter: second });
  await eva.context().close();
  await openOpening(page, '/rounds');
  await expect(section(page, 'Counter rounds').getByRole('list', { name: 'Reasons' })).toBeVisible();
}

function browserOf(page: Page): Browser {
  const browser = page.context().browser();
  if (!browser) throw new Error('The page has no browser.');
  return browser;
}

const screens: Screen[] = [
  { name: 'sign-in', who: 'nobody', open: at(() => '/sign-in', 'Sign in') },
  { name: 'invitation', who: 'nobody', open: at(() => invitation, /./) },
  { name: 'notices', who: 'chiara', open: at(() => '/notices', 'Notices') },
  { name: 'method', who: 'chiara', open: at(() => '/method', 'The method') },
  { name: 'today', who: 'ana', open: at(() => '/', 'Today') },
  { name: 'board', who: 'ana', open: at(() => '/opportunities', 'Opportunities') },
  { name: 'list', who: 'ana', open: at(() => '/opportunities?view=list', 'Opportunities') },
  { name: 'council', who: 'chiara', open: at(() => council, /./) },
  { name: 'me', who: 'ana', open: at(() => '/me', 'Me') },
  { name: 'opportunity', who: 'ana', open: openOpening },
  { name: 'mission', who: 'ana', open: (page) => openOpening(page, '/mission') },
  { name: 'debriefs', who: 'ana', open: openDebriefs },
  { name: 'offer', who: 'ana', open: (page) => openOpening(page, '/offer') },
  { name: 'plan', who: 'ana', open: (page) => openOpening(page, '/negotiation/plan') },
  { name: 'ledger', who: 'ana', open: (page) => openOpening(page, '/negotiation') },
  { name: 'terms', who: 'ana', open: (page) => openOpening(page, '/negotiation/terms') },
  { name: 'outcome', who: 'ana', open: (page) => openOpening(page, '/negotiation/outcome') },
  { name: 'offer-entry', who: 'ana', open: openEntry, parts: { 'offer-form': (page) => section(page, 'Offer') } },
  { name: 'share', who: 'ana', open: openSharing, parts: { 'share-dialog': (page) => page.getByRole('dialog') } },
  { name: 'compare', who: 'ana', open: openCompare },
  { name: 'prep', who: 'ana', open: openPrep },
  { name: 'round-open', who: 'ana', open: openRound, parts: { 'round-asked': (page) => section(page, 'Counter rounds') } },
  { name: 'round-seal', who: 'chiara', open: openRound, parts: { 'round-envelope': (page) => section(page, 'Counter rounds') } },
  {
    name: 'round-revealed',
    who: 'chiara',
    open: openRevealed,
    parts: { 'round-result': (page) => section(page, 'Counter rounds') },
  },
  { name: 'opportunity-read', who: 'chiara', open: openAsReader, parts: { 'offer-read': (page) => section(page, 'Offer') } },
];

/** The sticky header stays at the top of the page, not in the middle of the part. */
async function picture(page: Page, path: string, shown?: Locator): Promise<void> {
  await page.evaluate(() => window.scrollTo(0, 0));
  const clip = (await shown?.boundingBox()) ?? undefined;
  await page.screenshot({ path, fullPage: true, animations: 'disabled', ...(clip ? { clip } : {}) });
}

/** Both themes at both widths: pictures, and nothing that scrolls sideways; each theme without a violation. */
async function look(page: Page, { name, parts = {} }: Screen): Promise<void> {
  for (const [colorScheme, checked] of [
    ['light', 1280],
    ['dark', 360],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
      await quiet(page);
      const to = (what: string) => join(pictures, `${what}-${width}-${colorScheme}.png`);
      if (Object.keys(parts).length > 0) await page.screenshot({ path: to(name), animations: 'disabled' });
      else await picture(page, to(name));
      for (const [part, of] of Object.entries(parts)) await picture(page, to(part), of(page));
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${name} at ${width}`).toBeLessThanOrEqual(width);
      if (width !== checked) continue;
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
      expect(violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

for (const screen of screens) {
  test(`the screen "${screen.name}": light and dark, wide and narrow, without a violation`, async () => {
    await screen.open(people[screen.who]);
    await look(people[screen.who], screen);
  });
}

test('the picture of the README: what is asked for, and what the council says to it', async () => {
  const page = people.ana;
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 860 });
  await openOpening(page, '/negotiation/plan');
  await page.getByRole('button', { name: /^\d+ comments? on: A base of/ }).click();
  await expect(page.getByRole('article', { name: /^Conversation started by/ }).first()).toBeVisible();
  await page.screenshot({ path: readmePicture, animations: 'disabled' });
});

/** Goes on with the key alone until the place has the focus. */
async function press(page: Page, key: string, until: Locator): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    if (await until.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`No ${key} leads to ${String(until)}`);
}

test('the main path with the keyboard alone: sign in, today, an opening, a comment on a line of it', async ({ browser }) => {
  const page = await enterDemo(browser, house.url, null);
  await press(page, 'Tab', page.getByLabel('E-mail'));
  await page.keyboard.type('ana@example.org');
  await press(page, 'Tab', page.getByLabel('Password'));
  await page.keyboard.type(demoPassword);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await press(page, 'Tab', page.getByRole('main').getByRole('link', { name: /^Put the letter into the ledger/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Head of Product' })).toBeVisible();
  await press(page, 'Tab', page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Mission' }));
  await page.keyboard.press('Enter');
  // who comes from another room goes on in this one
  await expect(page.getByRole('heading', { level: 2, name: 'Mission' })).toBeFocused();
  const line = section(page, 'Mission').getByRole('group', { name: /Searches that end without a bicycle/ });
  await expect(line).toBeVisible();
  await press(page, 'Tab', line);
  await page.keyboard.press('c');
  const box = page.getByLabel(/^Start (a|another) conversation$/);
  await press(page, 'Tab', box);
  await page.keyboard.type('Count only the searches on weekdays.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('article').getByText('Count only the searches on weekdays.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('article', { name: /^Conversation started by/ })).toHaveCount(0);
  await page.context().close();
});
