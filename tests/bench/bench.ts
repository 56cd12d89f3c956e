import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runningUrl } from '@parley/db/embedded';
import { defaultAssumptions } from '@parley/domain/compensation/assumptions';
import { blankComponents, type Components, known, none } from '@parley/domain/compensation/components';
import { projectOffer } from '@parley/domain/compensation/project-offer';
import { chromium, type Page } from '@playwright/test';
import { browser } from '../support/browser.ts';
import { freePort } from '../support/free-port.ts';
import { startBare } from './bare.ts';
import { type Drag, dragSlider } from './drag.ts';
import { largest } from './largest.ts';
import { compare, type Shot } from './load.ts';
import { startServer } from './server.ts';

const data = mkdtempSync(join(tmpdir(), 'parley-bench-'));
const say = (what: string, figure: string) => process.stdout.write(`${what.padEnd(72)} ${figure}\n`);
const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

const email = 'bench@example.org';
const password = 'a long sentence of words';

/** A signed-in person over plain HTTP. */
async function signIn(url: string) {
  let cookie = '';
  const call = async (path: string, input: unknown): Promise<Record<string, never>> => {
    const headers = {
      'content-type': 'application/json',
      'sec-fetch-site': 'same-origin',
      cookie,
      'x-parley-key': crypto.randomUUID(),
    };
    const response = await fetch(`${url}/trpc/${path}`, { method: 'POST', headers, body: JSON.stringify(input) ?? '' });
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    const { result, error } = await response.json();
    if (error) throw new Error(`${path}: ${error.message}`);
    return result.data;
  };
  const place = { timeZone: 'UTC', locale: 'en-GB', currency: 'EUR' };
  await call('identity.signUp', { email, password, displayName: 'Bench', ...place });
  await call('identity.signIn', { email, password });
  return { call, cookie: () => cookie };
}

async function benchThreads(url: string, database: string, { call, cookie }: Awaited<ReturnType<typeof signIn>>) {
  const me: { id?: string } = await call('identity.me', undefined);
  const opening = { company: 'A company', role: 'A role', alias: '', stage: 'lead', on: '2026-11-02' };
  const { opportunityId } = await call('opportunity.create', opening);
  const { missionId } = await call('mission.create', { opportunityId });
  const text = 'I like how the second result follows from the first one; I wonder who owns the budget for it.';
  const { threadId } = await call('thread.start', {
    itemId: missionId,
    blockId: 'statement',
    label: 'Statement',
    text,
    mentions: [],
  });
  for (let count = 1; count < 50; count += 1) await call('comment.add', { threadId, text, mentions: [] });
  const other = await call('thread.start', { itemId: missionId, blockId: 'item', label: 'All', text, mentions: [] });

  const bare = await startBare(database, await freePort());
  const ours = (path: string, input: unknown): Shot => ({
    url: `${url}/trpc/${path}`,
    headers: { cookie: cookie() },
    body: () => JSON.stringify(input),
  });
  const least = (path: string, input: unknown): Shot => ({ url: `${bare.url}/${path}`, body: () => JSON.stringify(input) });
  const read = await compare(ours('thread.list', { itemId: missionId }), least('read', { threadId }), 400);
  say('read an item with 50 comments, ours / bare handler', `${ms(read.ours)} / ${ms(read.bare)} = ${read.ratio.toFixed(1)}`);
  const posted = { threadId: other.threadId, text, mentions: [] };
  const post = await compare(
    ours('comment.add', posted),
    least('post', { threadId: other.threadId, authorId: me.id, text }),
    200,
  );
  say('post a comment, ours / bare handler', `${ms(post.ours)} / ${ms(post.bare)} = ${post.ratio.toFixed(1)}`);
  await bare.stop();
}

async function enter(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
}

/** Largest contentful paint of the signed-in home, median of five fresh contexts. */
async function benchHome(url: string): Promise<void> {
  const engine = await chromium.launch(await browser());
  const times: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const context = await engine.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
    const page = await context.newPage();
    await enter(page, url);
    await page.goto(url);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    times.push(
      await page.evaluate(
        () =>
          new Promise<number>((done) => {
            new PerformanceObserver((list) => done(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
              type: 'largest-contentful-paint',
              buffered: true,
            });
          }),
      ),
    );
    await context.close();
  }
  await engine.close();
  say('largest contentful paint of the home, median of 5', ms(times.toSorted((one, two) => one - two)[2] ?? Number.NaN));
}

/** Four grants that vest by the month over so many months. */
function offerOf(months: number, listed: boolean): Components {
  const grant = (name: string, shares: number) => ({
    name,
    kind: 'rsu' as const,
    size: { by: 'shares' as const, shares },
    price: '101.25',
    strike: null,
    preferred: null,
    listed,
    vesting: {
      start: { after: 0 },
      granted: null,
      steps: [{ months, percent: '100', every: 1 as const }],
      cliff: { months: 12, share: null },
    },
  });
  return {
    ...blankComponents(),
    base: known(18_000_000),
    bonus: known({ target: '15' }),
    signOn: none,
    grants: known([grant('one', 4_000), grant('two', 1_000), grant('three', 777), grant('four', 12_345)]),
  };
}

/** The sliders of an offer beside one on an empty page, dragged alike, on this machine and on one four times as slow. */
async function benchSliders(url: string, { call }: Awaited<ReturnType<typeof signIn>>): Promise<void> {
  const opening = { company: 'A company', role: 'A role', alias: '', stage: 'offer', on: '2026-11-02' };
  const { opportunityId } = await call('opportunity.create', opening);
  const { offerId } = await call('offer.create', { opportunityId, receivedOn: null, deadline: null, draft: null });
  const content = { currency: 'USD', components: offerOf(120, false), notes: '' };
  await call('offer.addVersion', { offerId, rev: 1, version: { stage: 'written', content } });
  const engine = await chromium.launch(await browser());
  const page = await engine.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  await enter(page, url);
  const shown = (drag: Drag) =>
    `${drag.perSecond.toFixed(0)} a second, ${(drag.dropped * 100).toFixed(0)} % dropped, longest ${ms(drag.longest)}`;
  for (const slowdown of [1, 4]) {
    const times = slowdown === 1 ? 'at full speed' : `${slowdown} times slower`;
    await page.setContent('<input type="range" aria-label="Empty" style="width: 400px">');
    const empty = await dragSlider(page, 'Empty', slowdown);
    say(`frames while dragging, empty page, ${times}`, shown(empty));
    await page.goto(`${url}/opportunities/${opportunityId}`);
    await page.getByText(/^Assumptions: /).click();
    await page.getByLabel('Years looked at').fill('10');
    await page.getByRole('columnheader', { name: 'Year 10' }).waitFor();
    for (const name of ['Share price', 'Dilution by later rounds']) {
      const ours = await dragSlider(page, name, slowdown);
      const ratio = (ours.perSecond / empty.perSecond).toFixed(2);
      say(`frames while dragging “${name}”, ${times}`, `${shown(ours)}, figures ${ours.redrawn.toFixed(0)} times = ${ratio}`);
    }
  }
  await engine.close();
}

function benchProjection(): void {
  const assumptions = { ...defaultAssumptions, horizon: 10 };
  const offers = { 'four grants': offerOf(48, true), 'the largest that the form can express': largest };
  for (const [name, components] of Object.entries(offers)) {
    for (let warm = 0; warm < 300; warm += 1) projectOffer({ currency: 'EUR', components }, assumptions);
    const began = performance.now();
    for (let count = 0; count < 500; count += 1) projectOffer({ currency: 'EUR', components }, assumptions);
    say(`project an offer: ${name}, ten years`, ms((performance.now() - began) / 500));
  }
}

try {
  const port = await freePort();
  const first = await startServer(port, data);
  say('first start on an empty folder to 200 of /health', ms(first.startedIn));
  await first.stop();
  const server = await startServer(port, data);
  say('start on existing data to 200 of /health', ms(server.startedIn));
  try {
    const owner = runningUrl(data);
    if (!owner) throw new Error('The database is not running.');
    const person = await signIn(server.url);
    // past row-level security, which the bare handler does without
    await benchThreads(server.url, owner.replace('//parley:', '//postgres:'), person);
    await benchHome(server.url);
    await benchSliders(server.url, person);
    benchProjection();
  } finally {
    await server.stop();
  }
} finally {
  rmSync(data, { recursive: true, force: true });
}
