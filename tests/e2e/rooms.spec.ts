import { expect, type Page, test } from '@playwright/test';
import { enterRoom } from '../support/rooms.ts';
import { call, enter } from '../support/seat.ts';

const act = 'Put the letter into the ledger, then ask for two more days before the weekend begins';

/** Ana at the end of an opening that has something in every room; answers its address. */
async function begin(page: Page): Promise<string> {
  await enter(page, 'Ana');
  const opening = { company: 'Quuxcorp', role: 'Staff engineer', alias: '', stage: 'offer', on: '2026-01-05' };
  const made = await call(page, 'opportunity.create', opening);
  const { opportunityId } = made;
  const blank = { level: '', place: '', source: '', posting: '', targeted: false, people: [] };
  const details = { company: 'Quuxcorp', alias: '', role: 'Staff engineer', ...blank, next: { act, on: null } };
  await call(page, 'opportunity.save', { opportunityId, rev: 1, details });
  await call(page, 'mission.create', { opportunityId });
  const deadline = { kind: 'date', on: '2099-11-24', zone: 'America/Denver' };
  const { offerId } = await call(page, 'offer.create', { opportunityId, receivedOn: null, deadline, draft: null });
  const { negotiationId } = await call(page, 'negotiation.create', { offerId, currency: 'EUR' });
  const figures = { base: 8_500_000, bonusPercent: null, signOn: null, equity: null, others: [] };
  const said = { words: 'That is what we have.', firmness: 'possible', heard: [] };
  const move = { party: 'employer', kind: 'propose', channel: 'call', package: figures, at: '2026-01-06T10:00:00Z', ...said };
  await call(page, 'move.add', { negotiationId, move });
  await call(page, 'debrief.create', { opportunityId, kind: 'interview' });
  return `/opportunities/${opportunityId}`;
}

const current = (page: Page) => page.getByRole('navigation', { name: 'Rooms' }).locator('[aria-current=page]');

test('every room has an address, and whoever changes rooms goes on in the new one', async ({ page }) => {
  const address = await begin(page);
  await page.goto(address);
  await expect(current(page)).toHaveText('Overview');
  for (const [room, path, title] of [
    ['Mission', '/mission', 'Mission'],
    ['Debriefs', '/debriefs', 'Debriefs'],
    ['Offer', '/offer', 'Offer'],
    ['Rounds', '/rounds', 'Counter rounds'],
    ['Overview', '', 'Overview'],
  ] as const) {
    await enterRoom(page, room);
    await expect(page).toHaveURL(`${address}${path}`);
    await expect(current(page)).toHaveText(room);
    await expect(page.getByRole('heading', { level: 2, name: title })).toBeFocused();
    await expect(page.getByRole('heading', { level: 1, name: 'Staff engineer' })).toBeVisible();
  }
  await page.goBack();
  await expect(page.getByRole('heading', { level: 2, name: 'Counter rounds' })).toBeVisible();
});

test('what was seen is there again at once: no room shows a skeleton twice', async ({ page }) => {
  await page.goto(await begin(page));
  const rooms = ['Mission', 'Debriefs', 'Offer', 'Negotiation', 'Rounds'] as const;
  for (const room of rooms) {
    await enterRoom(page, room);
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeFocused();
    await expect(page.locator('main [role=status]').filter({ hasText: 'Fetching' })).toHaveCount(0);
    await page.waitForTimeout(500);
  }
  await page.evaluate(() => {
    const seen: string[] = [];
    const look = () => {
      for (const node of document.querySelectorAll('main [role=status]'))
        if (node.textContent?.startsWith('Fetching')) seen.push(node.textContent);
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    Reflect.set(window, 'skeletons', seen);
  });
  for (const room of rooms) {
    await enterRoom(page, room);
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeFocused();
  }
  expect(await page.evaluate(() => Reflect.get(window, 'skeletons'))).toEqual([]);
});

test('the header is low and whole at both widths, stays in sight, and nothing under it jumps', async ({ page }) => {
  const address = await begin(page);
  await page.addInitScript(() => {
    Reflect.set(window, 'shift', 0);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        Reflect.set(window, 'shift', Reflect.get(window, 'shift') + Reflect.get(entry, 'value'));
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const [width, most] of [
    [1280, 120],
    [360, 96],
  ] as const) {
    await page.setViewportSize({ width, height: 740 });
    for (const room of ['', '/mission', '/debriefs', '/offer', '/negotiation/plan', '/negotiation/ledger', '/rounds']) {
      await page.goto(`${address}${room}`);
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate(() => Reflect.get(window, 'shift')), `${room} at ${width}`).toBeLessThanOrEqual(0.02);
      const header = page.locator('main header').first();
      expect((await header.boundingBox())?.height, `${room} at ${width}`).toBeLessThanOrEqual(most);
      const cut = await header.evaluate((node) =>
        [...node.querySelectorAll('button, a, ol')]
          .filter((one) => one.scrollWidth > one.clientWidth + 1)
          .map((one) => one.outerHTML),
      );
      expect(cut, `${room} at ${width}`).toEqual([]);
      await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
      await expect(page.getByRole('heading', { level: 1, name: 'Staff engineer' })).toBeInViewport();
      await expect(current(page)).toBeInViewport();
    }
  }
});

test('the conversations close with the room in which they were opened', async ({ page }) => {
  await page.goto(`${await begin(page)}/mission`);
  await page.getByRole('button', { name: 'Comment on: The mission as a whole' }).click();
  await expect(page.getByLabel('Start a conversation')).toBeVisible();
  await enterRoom(page, 'Offer');
  await expect(page.getByRole('heading', { level: 2, name: 'Offer' })).toBeFocused();
  await expect(page.getByLabel('Start a conversation')).toHaveCount(0);
});
