import { expect, type Page, type Route, test } from '@playwright/test';
import { inSight } from '../attack/opened.ts';
import { createWaiter, kindOf } from '../attack/walked.ts';
import { enterDemo, openDemoHouse } from '../support/demo-house.ts';

/** A word with no place to break, as an address or a name of a folder has none; and what would run if a page took it for its own. */
const long = '<img/src=/ran/onerror=alert(1)>Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft';

/** What somebody wrote, told from ids, days, choices and currencies by how it looks. */
const isWritten = (text: string) =>
  /^\p{Lu}.*\p{Ll}/u.test(text) && !/^[A-Z][a-z]+\/[A-Z]|T\d\d:|^[A-Za-z0-9+/=_-]{24,}$/.test(text);

/** The same answer, where each text that somebody wrote begins with the long word. */
function stretch(value: unknown): unknown {
  if (typeof value === 'string') return isWritten(value) ? `${long} ${value}` : value;
  if (Array.isArray(value)) return value.map(stretch);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, stretch(inner)]));
}

async function answerStretched(route: Route): Promise<void> {
  if (route.request().url().includes('/trpc/stream.')) return route.continue();
  const response = await route.fetch();
  const text = await response.text();
  if (!/^[[{]/.test(text)) return route.fulfill({ response, body: text });
  const answer: unknown = JSON.parse(text);
  return route.fulfill({ response, body: JSON.stringify(stretch(answer)) });
}

/** Draws the page at a width: what depends on the window's width is set with the next frame. */
async function drawAt(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** The innermost of what stands out of the window. */
const standingOut = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const out = [...document.querySelectorAll('body *')].filter((node) => node.getBoundingClientRect().right > width + 1);
    return out
      .filter((node) => ![...node.children].some((inner) => out.includes(inner)))
      .slice(0, 4)
      .map((node) => `${node.tagName}.${node.className.toString()}: ${node.textContent.slice(-40)}`);
  });

/** The words that go on in the next line, but in texts where this one stands. */
const brokenWords = (page: Page, except: string) =>
  page.evaluate((long) => {
    const broken: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      if (!node.parentElement?.checkVisibility() || node.parentElement.closest('.sr-only, svg, textarea')) continue;
      if (node.textContent?.includes(long)) continue;
      for (const hit of (node.textContent ?? '').matchAll(/[\p{L}\d]+/gu)) {
        const range = document.createRange();
        range.setStart(node, hit.index);
        range.setEnd(node, hit.index + hit[0].length);
        const lines = [...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => Math.round(top));
        if (new Set(lines).size > 1) broken.push(`${hit[0]} in ${node.parentElement.tagName}.${node.parentElement.className}`);
      }
    }
    return broken;
  }, except);

test('a word without a place to break widens no screen of a phone nor runs, and no other word is broken', async ({ browser }) => {
  const house = await openDemoHouse();
  const found: string[] = [];
  const seen = new Set<string>();
  try {
    const page = await enterDemo(browser, house.url, 'ana@example.org');
    page.on('dialog', (dialog) => dialog.dismiss().then(() => found.push('a script ran')));
    page.on('request', (request) => request.url().endsWith('/ran') && found.push('a picture was fetched'));
    const quiet = createWaiter(page);
    const queue = ['/', '/me', '/council?all=true', '/opportunities'];
    for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
      const kind = kindOf(at);
      // each opening is another: what is open in its rooms, who is asked, how far it is
      const place = at.replace(/\?.*/, at.includes('on=') ? '?on' : '');
      if (seen.has(place) || /^\/(method|sample)/.test(at)) continue;
      seen.add(place);
      await page.goto(at);
      await quiet();
      queue.push(...(await inSight(page)).links);
      for (const width of [1280, 700, 360]) {
        await drawAt(page, width);
        found.push(...(await brokenWords(page, long)).map((word) => `${kind} at ${width} breaks ${word}`));
      }
      await page.route('**/trpc/**', answerStretched);
      await page.reload();
      await quiet();
      found.push(...(await standingOut(page)).map((what) => `${kind} at 360 is widened by ${what}`));
      found.push(...(await brokenWords(page, long)).map((word) => `${kind} at 360, beside a long word, breaks ${word}`));
      await page.unrouteAll({ behavior: 'wait' });
    }
    await page.context().close();
  } finally {
    await house.close();
  }
  expect(found).toEqual([]);
  expect(seen.size).toBeGreaterThan(30);
});
