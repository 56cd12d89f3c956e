import { type Browser, devices, expect, type Page, type Route, test } from '@playwright/test';
import { call, enter, foundCouncil } from '../support/seat.ts';

type Guest = { page: Page; email: string };

async function sit(browser: Browser, name: string, phone = false): Promise<Guest> {
  const { viewport, userAgent, deviceScaleFactor, isMobile, hasTouch } = devices['Pixel 7'];
  const context = await browser.newContext(phone ? { viewport, userAgent, deviceScaleFactor, isMobile, hasTouch } : {});
  const page = await context.newPage();
  return { page, email: await enter(page, name) };
}

const turn = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true });
/** Holds the next step of each of these until all have been pressed: none hears of another's before. */
async function holdUntilAll(pages: readonly Page[]): Promise<void> {
  let pressed = 0;
  let release = () => {};
  const all = new Promise<void>((done) => {
    release = done;
  });
  const hold = async (route: Route) => {
    pressed += 1;
    if (pressed === pages.length) release();
    await all;
    await route.continue();
  };
  for (const page of pages) await page.route(/trpc\/meeting\.move/, hold, { times: 1 });
}

const next = (page: Page) => page.getByRole('button', { name: 'Next' });

type Guests = Record<'ana' | 'ben' | 'dev', Guest> & { all: readonly Guest[] };

/** Commitments, plus and delta, and the end: on every screen at once. */
async function close({ all, ana, ben, dev }: Guests): Promise<void> {
  await next(dev.page).click();
  await expect(turn(ana.page, 'New commitments')).toBeVisible();
  await next(dev.page).click();
  await ben.page.getByLabel('Plus: what was good').fill('Everybody was heard');
  await ben.page.getByRole('button', { name: 'Write it down' }).first().click();
  await expect(ana.page.getByText('Everybody was heard')).toBeVisible();
  await ana.page.getByLabel('Delta: what to do otherwise').fill('Begin on time');
  await ana.page.getByRole('button', { name: 'Write it down' }).nth(1).tap();
  await expect(dev.page.getByText('Begin on time')).toBeVisible();
  await dev.page.getByRole('button', { name: 'End the meeting' }).click();
  for (const { page } of all) await expect(page.getByRole('region', { name: 'Earlier meetings' })).toBeVisible();
  // how somebody came in is theirs again
  await expect(ben.page.getByText('you came in at 4')).toBeVisible();
  await expect(ana.page.getByText('you came in at')).toBeHidden();
}

/** What somebody brings to the table: a request, and a commitment whose day has come. */
async function bring(ben: Guest, councilId: string): Promise<void> {
  const help = { text: 'Which half of my pitch should go?', length: 'short', feedback: 'choice' };
  await call(ben.page, 'help.create', { councilId, help });
  const commitment = { text: 'Write to three people at hospitals', dueOn: '2020-02-03' };
  await call(ben.page, 'commitment.take', { councilId, commitment });
}

/** Four of five minutes have gone by the clock of this window: it gives its signal, and says when the time is over. */
async function watchTheClock({ page }: Guest): Promise<void> {
  await expect(page.getByText('of 5 minutes')).toBeVisible();
  await page.clock.fastForward(3 * 60_000);
  await expect(page.getByText('One minute left')).toBeHidden();
  await page.clock.fastForward(60_000);
  await expect(page.getByText('One minute left')).toBeVisible();
  await page.clock.fastForward(60_000);
  await expect(page.getByText('over time')).toBeVisible();
}

/** How somebody comes in, as the others hear it. */
async function comeIn({ ana, ben }: Pick<Guests, 'ana' | 'ben'>): Promise<void> {
  await ben.page.getByText('4', { exact: true }).click();
  await ben.page.getByLabel('Why').fill('A rejection this morning');
  await ben.page.getByRole('button', { name: 'Tell the table' }).click();
  await expect(ana.page.getByText('A rejection this morning')).toBeVisible();
}

const countTold = (page: Page) => page.getByText('Somebody else has just moved the meeting.').count();

test('four people meet, one at a phone who chairs: everybody sees the same turn, and two presses make one step', async ({
  browser,
}) => {
  const cara = await sit(browser, 'Cara');
  const ana = await sit(browser, 'Ana', true);
  const [ben, dev] = [await sit(browser, 'Ben'), await sit(browser, 'Dev')];
  const all = [cara, ana, ben, dev];
  await dev.page.clock.install();
  const councilId = await foundCouncil(cara, [ana, ben, dev]);
  await bring(ben, councilId);
  for (const { page } of all) {
    await Promise.all([page.waitForRequest(/stream\.follow/), page.goto(`/council/${councilId}/meeting`)]);
    await expect(page.getByRole('button', { name: 'Begin the meeting' })).toBeVisible();
  }

  await ana.page.getByRole('button', { name: 'Begin the meeting' }).tap();
  for (const { page } of all) {
    await expect(turn(page, 'Check-in')).toBeVisible();
    await expect(page.getByRole('timer')).toHaveText(/^[45]:\d\d$/);
  }
  await comeIn({ ana, ben });

  // the phone chairs; the moderator could too, the others see who does
  await expect(ben.page.getByText('Ana chairs.')).toBeVisible();
  await expect(next(ben.page)).toBeHidden();
  await next(ana.page).tap();
  for (const { page } of all) await expect(page.getByText('Turn 2 of 8')).toBeVisible();

  // both chairs press before either hears of the other: one step, and the second is told
  await holdUntilAll([ana.page, cara.page]);
  await Promise.all([next(ana.page).tap(), next(cara.page).click()]);
  for (const { page } of all) await expect(page.getByText('Turn 3 of 8')).toBeVisible();
  await expect.poll(async () => (await countTold(ana.page)) + (await countTold(cara.page))).toBe(1);

  await next(cara.page).click();
  await expect(turn(ana.page, 'Ben: update')).toBeVisible();
  await expect(ana.page.getByText('Write to three people at hospitals')).toBeVisible();
  await ben.page.getByRole('button', { name: 'Kept', exact: true }).click();
  await expect(dev.page.getByText('1 of 1 kept')).toBeVisible();
  await watchTheClock(dev);

  // her phone goes away: another takes the chair
  await ana.page.context().setOffline(true);
  await dev.page.getByRole('button', { name: 'Take the chair' }).click();
  await expect(ben.page.getByText('Dev chairs.')).toBeVisible();
  await next(dev.page).click();
  await expect(turn(ben.page, 'Dev: update').or(turn(ben.page, 'You: update')).or(turn(ben.page, 'Ana: update'))).toBeVisible();
  await next(dev.page).click();
  await expect(turn(dev.page, 'Ben: help wanted')).toBeVisible();
  await dev.page.getByRole('button', { name: 'Answer' }).click();
  await dev.page.getByLabel('Your answer').fill('The second half.');
  await dev.page.getByRole('button', { name: 'Answer' }).click();
  await expect(ben.page.getByText('The second half.')).toBeVisible();
  await ana.page.context().setOffline(false);
  await expect(turn(ana.page, 'Ben: help wanted')).toBeVisible({ timeout: 60_000 });

  await close({ all, ana, ben, dev });
  for (const { page } of all) await page.context().close();
});
