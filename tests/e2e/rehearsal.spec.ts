import { type Browser, expect, type Page, type Route, test } from '@playwright/test';
import { wholeLevels } from '../../packages/domain/src/item/levels.ts';
import { accessible } from '../support/accessible.ts';
import { call, enter, foundCouncil } from '../support/seat.ts';

type Guest = { page: Page; email: string };

/** Somebody at a phone of 360 pixels. */
async function sit(browser: Browser, name: string): Promise<Guest> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
  const page = await context.newPage();
  return { page, email: await enter(page, name) };
}

/** An offer in negotiation; answers its plan's address. */
async function negotiate({ page }: Guest) {
  const opening = { company: 'Quuxcorp', role: 'Staff engineer', alias: '', stage: 'offer', on: '2026-01-05' };
  const { opportunityId } = await call(page, 'opportunity.create', opening);
  const { offerId } = await call(page, 'offer.create', { opportunityId, receivedOn: null, deadline: null, draft: null });
  const { negotiationId = '' } = await call(page, 'negotiation.create', { offerId, currency: 'EUR' });
  return { negotiationId, plan: `/opportunities/${opportunityId}/negotiation/plan` };
}

const step = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).tap();
const narrow = (page: Page) =>
  expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), 'fits 360 px').toBeLessThanOrEqual(360);

/** Holds the next step of both until both have pressed: neither hears of the other's before. */
async function holdUntilBoth(pages: readonly Page[]): Promise<void> {
  let pressed = 0;
  let release = () => {};
  const both = new Promise<void>((done) => {
    release = done;
  });
  const hold = async (route: Route) => {
    pressed += 1;
    if (pressed === pages.length) release();
    await both;
    await route.continue();
  };
  for (const page of pages) await page.route(/trpc\/rehearsal\.move/, hold, { times: 1 });
}

async function answer(page: Page, words: string, change: RegExp): Promise<void> {
  await page.getByLabel(/^What did you hear/).fill(words);
  await page.getByLabel('What made it believable?').fill('The figure came with its reason.');
  await page.getByLabel(change).fill(`${words}, and slower`);
  await press(page, 'Seal my answers');
}

/** From the notice, which leads to the rehearsal itself, to the brief that is written. */
async function takePart({ page }: Guest): Promise<void> {
  await page.goto('/notices');
  await page.getByRole('link', { name: /Ana asks you to play the employer/ }).tap();
  await page.getByLabel(/^The most you can pay/).fill('133k');
  await page.getByLabel('Equity').check();
  await page.getByLabel(/^What you would give instead/).fill('A sign-on of ten, for a reason that I can repeat');
  await page.getByLabel(/^By the book/).check();
  await accessible(page);
  await narrow(page);
  await press(page, 'I am ready');
  await expect(page.getByText('€133,000 base a year')).toBeVisible();
}

/** Both press Next before either hears of the other: one step, and the second is told. */
async function stepTogether(pages: readonly [Page, Page]): Promise<void> {
  await holdUntilBoth(pages);
  await Promise.all(pages.map((page) => press(page, 'Next')));
  for (const page of pages) await expect(step(page, 'What you need to succeed')).toBeVisible();
  const told = async () =>
    (await Promise.all(pages.map((page) => page.getByText('The other has just moved it on.').count()))).join('');
  await expect.poll(told).toMatch(/^(10|01)$/);
}

async function playCall(ana: Page, ben: Page): Promise<void> {
  await press(ana, 'Begin the call');
  for (const page of [ana, ben]) {
    await expect(step(page, 'Say that you want it')).toBeVisible();
    await expect(page.getByRole('timer', { name: 'Time left in this step' })).toHaveText(/^(1:00|0:5\d)$/);
  }
  await expect(ana.getByText('€133,000')).toHaveCount(0);
  await stepTogether([ana, ben]);
  await press(ben, 'Next');
  await expect(step(ana, 'One clear ask')).toBeVisible();
  await ana.getByLabel('The words').fill('With that scope I would ask for 140');
  await ana.getByLabel('With a figure').selectOption('Base, a year');
  await ana.getByLabel(/^Base, a year/).fill('140k');
  await press(ana, 'Write it down');
  await expect(ben.getByText('“With that scope I would ask for 140”')).toBeVisible();
  await press(ana, 'Start the silence');
  await expect(ben.getByRole('timer', { name: 'Length of the silence' })).toHaveText(/^0:0\d$/);
  for (const page of [ana, ben]) await narrow(page);
  await accessible(ben);
}

/** Her phone is gone for a while: what is typed and where it is come back. */
async function loseTheLine(ana: Page, ben: Page): Promise<void> {
  await ana.getByLabel('The words').fill('half a sentence');
  await expect(ana.getByText('Saved', { exact: false }).first()).toBeVisible();
  await ana.context().setOffline(true);
  await ben.getByLabel('The words').fill('That is difficult');
  await ben.getByText('Difficult', { exact: true }).tap();
  await press(ben, 'Write it down');
  await expect(ben.getByText(/^silence, 0:/)).toBeVisible();
  await press(ben, 'Next');
  await ana.context().setOffline(false);
  await ana.reload();
  await expect(step(ana, 'Silence')).toBeVisible();
  await expect(ana.getByText('“That is difficult”')).toBeVisible();
  await expect(ana.getByLabel('The words')).toHaveValue('half a sentence');
}

test('two phones play a call: one step and one clock, the brief stays closed until both have answered', async ({ browser }) => {
  const [ana, ben] = [await sit(browser, 'Ana'), await sit(browser, 'Ben')];
  const councilId = await foundCouncil(ana, [ben]);
  const { negotiationId, plan } = await negotiate(ana);
  const shared = { itemId: negotiationId, councilId, readerId: null, levels: wholeLevels('hidden'), expiresAt: null };
  await call(ana.page, 'share.set', shared);
  await ana.page.goto(plan);
  await ana.page.getByLabel('Who plays the employer').selectOption('Ben');
  await press(ana.page, 'Ask to rehearse');
  await expect(ana.page.getByText(/^Ben writes the brief first/)).toBeVisible();
  await takePart(ben);
  await playCall(ana.page, ben.page);
  await loseTheLine(ana.page, ben.page);

  await press(ben.page, 'End the call');
  for (const { page } of [ana, ben]) await expect(step(page, 'Three questions, while it is fresh')).toBeVisible();
  await accessible(ana.page);
  await answer(ana.page, 'That it is difficult', /^One thing you change/);
  await expect(step(ana.page, 'Ben is still writing')).toBeVisible();
  await expect(ana.page.getByText('€133,000')).toHaveCount(0);
  await answer(ben.page, 'A figure and its reason', /^One thing for Ana/);
  for (const { page } of [ana, ben]) {
    await expect(step(page, 'The brief, opened')).toBeVisible();
    await expect(page.getByText('€133,000 base a year')).toBeVisible();
    await narrow(page);
  }
  await accessible(ana.page);
  const heard = ana.page.getByRole('region', { name: 'What Ben heard' });
  await expect(heard.getByText('A figure and its reason', { exact: true })).toBeVisible();
  await heard.getByRole('button', { name: 'Commit to it for a week' }).tap();
  await expect(heard.getByText(/^A commitment until/)).toBeVisible();
  // nothing of it stands in the ledger
  await ana.page.goto(plan.replace('plan', 'ledger'));
  await expect(ana.page.getByText('With that scope I would ask for 140')).toHaveCount(0);
  for (const { page } of [ana, ben]) await page.context().close();
});

test('alone, cards play the employer, and a reload loses none', async ({ browser }) => {
  const { page } = await sit(browser, 'Solo');
  await page.goto((await negotiate({ page, email: '' })).plan);
  await press(page, 'Rehearse with cards');
  await press(page, 'Begin the call');
  await press(page, 'Draw a card');
  const card = page.getByRole('region', { name: 'They say' }).getByRole('blockquote');
  await expect(card).toBeVisible();
  const says = await card.textContent();
  await page.reload();
  await expect(card).toHaveText(says ?? '');
  await press(page, 'Draw the next card');
  await expect(page.getByText(/^2 of \d+ drawn$/)).toBeVisible();
  await accessible(page);
  await narrow(page);
  await press(page, 'End the call');
  await page.getByLabel(/^What did you hear yourself say/).fill('Too much');
  await page.getByLabel('What made it believable?').fill('Nothing yet');
  await page.getByLabel(/^One thing you change/).fill('Count to ten');
  await press(page, 'Turn the cards over');
  await expect(step(page, 'Who sat behind the cards')).toBeVisible();
  await page.context().close();
});
