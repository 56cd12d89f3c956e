import { wholeLevels } from '@parley/domain/item/levels';
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { call, enter } from '../support/seat.ts';

const cadence = { weekday: 4, time: '18:00', zone: 'Europe/Vienna', minutes: 90 };

/** Ana has an opening with a mission that Ben may read. */
async function share(ana: Page, ben: Page) {
  await enter(ana, 'Ana');
  const address = await enter(ben, 'Ben');
  const { councilId } = await call(ana, 'council.create', { name: 'Thursday', purpose: '', cadence, charter: 'We keep it.' });
  const { link } = await call(ana, 'invitation.create', { councilId, email: address });
  await call(ben, 'invitation.accept', { token: link?.split('token=')[1], charterVersion: 1 });
  const opening = { company: 'Acme', role: 'Staff engineer', alias: 'a shop', stage: 'lead', on: '2026-01-05' };
  const { opportunityId } = await call(ana, 'opportunity.create', opening);
  const { missionId = '' } = await call(ana, 'mission.create', { opportunityId });
  const levels = wholeLevels('hidden');
  const { shareId } = await call(ana, 'share.set', { itemId: missionId, councilId, readerId: null, levels, expiresAt: null });
  return { missionId, shareId, room: `/opportunities/${opportunityId}/mission` };
}

const say = (page: Page, itemId: string, text: string) =>
  call(page, 'thread.start', { itemId, blockId: 'statement', label: 'Statement', text, mentions: [] });

/** The calls and the streams that the pages of a browser make from here on. */
function listen(context: BrowserContext) {
  const calls: string[] = [];
  const streams: string[] = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.pathname === '/trpc/stream.follow') streams.push(url.href);
    else if (url.pathname.startsWith('/trpc/')) calls.push(url.pathname);
  });
  return { calls, streams };
}

const begun = (page: Page) => page.waitForRequest(/stream\.follow/);
/** What a page asks for after its stream has begun, because of what was done just before it was opened, is over by then. */
async function settled(calls: readonly string[], page: Page): Promise<void> {
  for (let before = -1; before < calls.length; ) {
    before = calls.length;
    await page.waitForTimeout(5_000);
  }
}

test('what one person does is on the other’s screen at once, and a share that is taken back takes the page with it', async ({
  browser,
}) => {
  const [one, two] = [await browser.newContext(), await browser.newContext()];
  const [ana, ben] = [await one.newPage(), await two.newPage()];
  const { missionId, shareId, room } = await share(ana, ben);
  await Promise.all([begun(ana), ana.goto(room)]);
  await Promise.all([begun(ben), ben.goto(room)]);
  await expect(ben.getByText('Ana shares this with you')).toBeVisible();
  await say(ben, missionId, 'I would say what the number was before.');
  await expect(ana.getByRole('button', { name: /^1 comment on/ })).toBeVisible();
  await say(ana, missionId, 'Forty days.');
  await expect(ben.getByRole('button', { name: /^2 comments on/ })).toBeVisible();
  await call(ana, 'share.revoke', { shareId });
  await expect(ben.getByText('Ana shares this with you')).toBeHidden();
  await one.close();
  await two.close();
});

test('ten tabs of one browser have one stream, and when the leading one is closed another goes on', async ({ browser }) => {
  const [one, two] = [await browser.newContext(), await browser.newContext()];
  const [first, ben] = [await one.newPage(), await two.newPage()];
  const { missionId, room } = await share(first, ben);
  const { streams } = listen(one);
  await Promise.all([begun(first), first.goto(room)]);
  const others: Page[] = [];
  for (let at = 0; at < 9; at += 1) {
    const tab = await one.newPage();
    await tab.goto(room);
    others.push(tab);
  }
  for (const tab of others) await expect(tab.getByRole('button', { name: 'Comment on: The mission as a whole' })).toBeVisible();
  await say(ben, missionId, 'To every tab.');
  for (const tab of [first, ...others]) {
    await tab.bringToFront();
    await expect(tab.getByRole('button', { name: /^1 comment on/ })).toBeVisible();
  }
  expect(streams).toHaveLength(1);
  await first.close();
  await expect.poll(() => streams.length).toBe(2);
  expect(streams[1]).toContain('lastEventId');
  await say(ben, missionId, 'To those that are left.');
  for (const tab of others) {
    await tab.bringToFront();
    await expect(tab.getByRole('button', { name: /^2 comments on/ })).toBeVisible();
  }
  expect(streams).toHaveLength(2);
  await one.close();
  await two.close();
});

/** The same person in a browser of its own, with a stream of its own. */
const again = async (browser: Browser, context: BrowserContext) =>
  browser.newContext({ storageState: await context.storageState() });

test('an idle page asks for nothing, nor does it when somebody comes back to it', async ({ browser }) => {
  const [first, two] = [await browser.newContext(), await browser.newContext()];
  const { room } = await share(await first.newPage(), await two.newPage());
  // side by side: the test is long for its waiting alone
  const idle = async (address: string) => {
    const context = await again(browser, first);
    const page = await context.newPage();
    const { calls } = listen(context);
    await Promise.all([begun(page), page.goto(address)]);
    await settled(calls, page);
    calls.length = 0;
    await page.waitForTimeout(20_000);
    await page.evaluate(() => {
      document.dispatchEvent(new Event('visibilitychange'));
      globalThis.dispatchEvent(new Event('focus'));
    });
    await page.waitForTimeout(1_000);
    expect(calls, address).toEqual([]);
    await context.close();
  };
  await Promise.all([room, '/', '/council', '/opportunities'].map(idle));
  await first.close();
  await two.close();
});

test('the end of a session is seen in every tab by itself, and what others wrote is gone', async ({ browser }) => {
  const [one, two] = [await browser.newContext(), await browser.newContext()];
  const [ana, ben] = [await one.newPage(), await two.newPage()];
  const { missionId, room } = await share(ana, ben);
  await say(ben, missionId, 'A sentence of Ben’s.');
  const other = await one.newPage();
  await Promise.all([begun(ana), ana.goto(room)]);
  await other.goto(room);
  for (const tab of [other, ana]) {
    await tab.bringToFront();
    await tab.getByRole('button', { name: /^1 comment on/ }).click();
    await expect(tab.getByText('A sentence of Ben’s.')).toBeVisible();
  }
  await call(ana, 'identity.signOutEverywhere', undefined);
  for (const tab of [ana, other]) {
    await expect(tab.getByRole('dialog', { name: 'Your session has ended' })).toBeVisible();
    await expect(tab.getByText('A sentence of Ben’s.')).toHaveCount(0);
  }
  await one.close();
  await two.close();
});

test('a line that is cut is said quietly, and what was missed is there when it is back', async ({ browser }) => {
  const [one, two] = [await browser.newContext(), await browser.newContext()];
  const [ana, ben] = [await one.newPage(), await two.newPage()];
  const { missionId, room } = await share(ana, ben);
  const { calls } = listen(one);
  await Promise.all([begun(ana), ana.goto(room)]);
  await settled(calls, ana);
  await one.setOffline(true);
  await expect(ana.getByText(/Parley cannot be reached\. This is how things stood/)).toBeVisible();
  await say(ben, missionId, 'While you were away.');
  await one.setOffline(false);
  await expect(ana.getByRole('button', { name: /^1 comment on/ })).toBeVisible();
  await expect(ana.getByText(/Parley cannot be reached/)).toBeHidden();
  await one.close();
  await two.close();
});
