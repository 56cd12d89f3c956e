import { type Browser, expect, type Page, test } from '@playwright/test';
import { typedLeaves } from '../attack/leaves.ts';
import { createWalk, type Walk, walkScreens } from '../attack/walked.ts';
import { bare, shownOn, writeAll } from '../attack/written.ts';
import { enterDemo, openDemoHouse } from '../support/demo-house.ts';
import { walkMinutes as minutes } from '../support/walk-size.ts';

const leaves = new Set(typedLeaves());
const reached = new Map<string, number>();
const shown = new Set<string>();
const strings = new Set<string>();
const findings = new Set<string>();
let writes = 0;
const say = (line: string) => process.stdout.write(`${line}\n`);

type Who = { email: string | null; from: string[] };
/** Who walks: two owners, a listener, and somebody who has no account yet. */
const people: Who[] = [
  ...['ana', 'chiara', 'eva'].map((name) => ({ email: `${name}@example.org`, from: ['/', '/me', '/council', '/opportunities'] })),
  { email: null, from: ['/sign-in', '/sign-up', '/reset', '/'] },
];

/** Everything that must not happen while somebody writes. */
function listen(page: Page): void {
  const note = (what: string) => findings.add(`${what} on ${new URL(page.url()).pathname}`);
  page.on('dialog', (dialog) => {
    if (dialog.type() !== 'beforeunload') note(`a script ran: ${dialog.message()}`);
    void dialog.accept();
  });
  page.on('pageerror', (error) => note(error.message));
  page.on('console', (message) => {
    // what the walk spoils on its way, and what is refused, is answered with a 400
    if (message.type() === 'error' && !message.text().includes('status of 400')) note(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 500) note(`${response.status()} of ${new URL(response.url()).pathname}`);
  });
  page.on('request', (request) => {
    const [asked, here] = [new URL(request.url()), new URL(page.url())];
    if (here.protocol.startsWith('http') && asked.protocol.startsWith('http') && asked.origin !== here.origin)
      note(`asked elsewhere: ${request.url()}`);
  });
}

/** Writes once into what is in sight, and looks at it again at 360 after a new start. */
async function write(walk: Walk, at: string, round: number): Promise<void> {
  const { page } = walk;
  writes += 1;
  const { typed, used, sent } = await writeAll(walk, writes * 61, { foulest: round === 1, isLong: round > 1 && round % 2 === 0 });
  const isTyped = (text: string) => text.length > 1 && typed.some((one) => one.trim() === text.trim());
  const mine = sent.filter(({ leaf, text }) => leaves.has(leaf) && isTyped(text));
  for (const { leaf } of mine) reached.set(leaf, (reached.get(leaf) ?? 0) + 1);
  for (const one of used) strings.add(one);
  if (mine.length === 0) return;
  let seen = bare(await shownOn(page));
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(at);
  await walk.quiet();
  seen += bare(await shownOn(page));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > 360) findings.add(`${at} is ${wide} wide at 360 after ${JSON.stringify(typed).slice(0, 160)}`);
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const one of mine) if (seen.includes(bare(one.text))) shown.add(one.leaf);
}

/** Walks as one of the demo's people, or as somebody new, until that time. */
async function attackAs(browser: Browser, url: string, who: Who, until: number): Promise<void> {
  const page = await enterDemo(browser, url, who.email);
  await page.setViewportSize({ width: 1280, height: 900 });
  page.setDefaultTimeout(5_000);
  listen(page);
  const walk = createWalk(page);
  const isOver = () => performance.now() > until;
  const onWrite = (at: string) => (round: number) => write(walk, at, round);
  await walkScreens(walk, who.from, { only: /^\/(?!method|sample)/, isOver, onWrite });
  const places = [...walk.places].map(([kind, count]) => `${kind} ${count}`).join(', ');
  say(`  ${who.email ?? 'somebody new'}: ${reached.size} of ${leaves.size} fields of the API; ${places}`);
  await page.context().close();
}

test('naughty strings in every field that a walk finds: refused in words or shown as sent, and none of them runs', async ({
  browser,
}) => {
  test.skip(minutes === 0, 'takes minutes of its own: npm run attack -- --fields 30');
  test.setTimeout(0);
  const house = await openDemoHouse();
  const begun = performance.now();
  try {
    for (const [nth, who] of people.entries())
      await attackAs(browser, house.url, who, begun + (minutes * 60_000 * (nth + 1)) / people.length);
  } finally {
    await house.close();
  }
  const never = [...leaves].filter((leaf) => !reached.has(leaf));
  const unseen = [...reached.keys()].filter((leaf) => !shown.has(leaf));
  for (const leaf of never) say(`  never reached: ${leaf}`);
  for (const leaf of unseen) say(`  not seen again where it was written: ${leaf}`);
  const writings = [...reached.values()].reduce((sum, count) => sum + count, 0);
  say(
    `naughty: ${strings.size} strings, ${writings} writings into ${reached.size} of ${leaves.size} fields, ${findings.size} findings`,
  );
  expect([...findings]).toEqual([]);
  expect(reached.size).toBeGreaterThanOrEqual(5);
  expect(shown.size).toBeGreaterThanOrEqual(5);
});
