import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { browser } from '../support/browser.ts';
import { freePort } from '../support/free-port.ts';
import { call, enter } from '../support/seat.ts';
import { startServer } from './server.ts';
import { type Work, workWhile } from './tasks.ts';

const say = (what: string, figure: string) => process.stdout.write(`${what.padEnd(72)} ${figure}\n`);
const ms = (value: number) => `${value.toFixed(1)} ms`;
const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
const median = (all: readonly number[]) =>
  at(
    all.toSorted((one, other) => one - other),
    0.5,
  );

const statement = 'Make payments so dependable that nobody talks about them, and nobody leaves because of them.';
const metric = 'Minutes from a merged change to production, in the middle of the day';
const remark = 'I like how the second result follows from the first one; I wonder who owns the budget for it.';

const need = 'One more engineer for the platform, from the first month on';

/** A mission of four objectives with four key results each, and so many threads on its lines, each of so many comments. */
async function makeMission(page: Page, threads: number, comments: number): Promise<string> {
  const opening = { company: 'Northwind Pay', role: 'Staff engineer', alias: '', stage: 'lead', on: '2026-01-05' };
  const { opportunityId } = await call(page, 'opportunity.create', opening);
  const { missionId } = await call(page, 'mission.create', { opportunityId });
  const result = () => ({
    ...{ id: randomUUID(), metric, direction: 'fall', start: '45', target: '12', current: '30', unit: 'min' },
    ...{ due: '2027-08-23', firstNinetyDays: false },
  });
  const objectives = Array.from({ length: 4 }, () => ({
    id: randomUUID(),
    title: 'Ship without fear',
    keyResults: Array.from({ length: 4 }, result),
  }));
  const needs = [{ id: randomUUID(), leg: 'resources', text: need, amount: null, keyResultId: null }];
  const rest = { questions: [], needs, feedback: null, interviewsHeld: 0, conversation: null, corrections: '' };
  await call(page, 'mission.save', { missionId, rev: 1, document: { statement, objectives, ...rest } });
  const blocks = objectives.flatMap(({ keyResults }) => keyResults.map(({ id }) => id));
  for (let thread = 0; thread < threads; thread += 1) {
    const start = (thread % 6) * 8;
    const quote = { of: metric, start, end: start + 12 };
    const about = { itemId: missionId, blockId: blocks[thread % blocks.length], label: metric, quote };
    const { threadId } = await call(page, 'thread.start', { ...about, text: remark, mentions: [] });
    for (let more = 1; more < comments; more += 1) await call(page, 'comment.add', { threadId, text: remark, mentions: [] });
  }
  return `/opportunities/${opportunityId}/mission`;
}

const lines = {
  statement: /^Make payments/,
  objective: /^Ship without/,
  'key result': /^Minutes from/,
  need: /^One more engineer/,
} as const;
const turns = 5;

const text = ' and it is typed on and on, word by word, as one does in the evening before a call that matters';

/** What the page does for each key that is typed, on a processor four times slower. */
const typeText = (page: Page) =>
  workWhile(page, 4, async (key) => {
    for (const letter of text) {
      key();
      await page.keyboard.press(letter === ' ' ? 'Space' : letter);
      await page.waitForTimeout(60);
    }
  });

type Line = keyof typeof lines;
const isLine = (place: string): place is Line => place in lines;

async function typeIn(page: Page, line: Line): Promise<Work> {
  await page.getByRole('group', { name: lines[line] }).first().press('Enter');
  const field = page.locator('[data-mission] textarea:focus');
  const before = await field.inputValue();
  const work = await typeText(page);
  await field.fill(before);
  await page.keyboard.press('Escape');
  await field.waitFor({ state: 'detached' });
  return work;
}

/** A comment on a line, its conversations open beside the mission. */
async function typeComment(page: Page): Promise<Work> {
  const mark = page.getByRole('button', { name: /^\d+ comments? on: Minutes from/ }).first();
  await mark.click();
  const field = page.getByRole('textbox', { name: 'Start another conversation' });
  await field.fill('Seen');
  const work = await typeText(page);
  await field.fill('');
  await page.getByRole('button', { name: 'Close the comments' }).click();
  await field.waitFor({ state: 'detached' });
  return work;
}

/** The least that a browser does for a key: a field that is all of its page. */
async function typeAlone(page: Page): Promise<Work> {
  const alone = await page.context().newPage();
  await alone.setContent('<textarea style="width: 600px; field-sizing: content" autofocus></textarea>');
  await alone.locator('textarea').fill(metric);
  const work = await typeText(alone);
  await alone.close();
  return work;
}

function sayWork(where: string, runs: readonly Work[]): void {
  const spread = (all: readonly number[]) => {
    const sorted = all.toSorted((one, other) => one - other);
    return [at(sorted, 0.5), at(sorted, 0.95), sorted.at(-1) ?? Number.NaN].map(ms).join(', ');
  };
  const frames = runs.flatMap((run) => run.frames);
  const late = frames.filter((one) => one > 16).length;
  say(`work for a key ${where}, 30 threads, 4 × slower: median, 95 %, most`, spread(runs.flatMap(({ beats }) => beats)));
  say('  of it in a frame; frames over 16 ms', `${spread(frames)}; ${late} of ${frames.length}`);
}

/** From the address to the words on the screen. */
async function openTime(page: Page, address: string, url: string): Promise<number> {
  await page.goto(`${url}${address}`);
  await page.getByRole('heading', { name: statement }).waitFor();
  return page.evaluate(() => performance.getEntriesByName('mission shown')[0]?.startTime ?? performance.now());
}

const data = mkdtempSync(join(tmpdir(), 'parley-bench-'));
const server = await startServer(await freePort(), data);
const engine = await chromium.launch(await browser());
const page = await (
  await engine.newContext({ baseURL: server.url, viewport: { width: 1280, height: 900 }, locale: 'en-GB' })
).newPage();
await enter(page, 'Bench');
const spoken = await makeMission(page, 30, 1);
await page.goto(spoken);
await page.locator('mark[data-quote]').first().waitFor();
const places: [string, () => Promise<Work>][] = [
  ...Object.keys(lines)
    .filter(isLine)
    .map((line): [string, () => Promise<Work>] => [line, () => typeIn(page, line)]),
  ['comment', () => typeComment(page)],
  ['only field of a page', () => typeAlone(page)],
];
const runs = new Map<string, Work[]>();
// in turns: the machine is not the same all the time
for (let turn = 0; turn < turns; turn += 1)
  for (const [place, type] of places) runs.set(place, [...(runs.get(place) ?? []), await type()]);
for (const [place, all] of runs) sayWork(`in the ${place}`, all);

const [none, many] = [await makeMission(page, 0, 0), await makeMission(page, 20, 10)];
// marks the moment at which the words stand there
await page.addInitScript(`new MutationObserver((_, seen) => {
  if (!document.querySelector('[data-mission] h3')) return;
  performance.mark('mission shown');
  seen.disconnect();
}).observe(document, { childList: true, subtree: true })`);
const times: { none: number[]; many: number[] } = { none: [], many: [] };
for (let run = 0; run < 11; run += 1) {
  times.none.push(await openTime(page, none, server.url));
  times.many.push(await openTime(page, many, server.url));
}
const [bare, full] = [median(times.none.slice(1)), median(times.many.slice(1))];
say('a mission with 200 comments opens / one without', `${ms(full)} / ${ms(bare)} = ${(full / bare).toFixed(2)}`);
await engine.close();
await server.stop();
rmSync(data, { recursive: true, force: true });
