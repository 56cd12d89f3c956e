import { expect, type Page, test } from '@playwright/test';
import { accessible } from '../support/accessible.ts';
import { call, enter } from '../support/seat.ts';

/** A signed-in person at the page of an opening that has a mission. */
async function begin(page: Page, name: string): Promise<string> {
  await enter(page, name);
  const opening = { company: 'Northwind Pay', role: 'Staff engineer', alias: '', stage: 'lead', on: '2026-01-05' };
  const { opportunityId } = await call(page, 'opportunity.create', opening);
  await page.goto(`/opportunities/${opportunityId}/mission`);
  await page.getByRole('button', { name: 'Begin the mission' }).click();
  await expect(page.getByLabel('The mission in one or two sentences')).toBeFocused();
  return opportunityId ?? '';
}

const mission = (page: Page) => page.getByRole('region', { name: 'Mission', exact: true });

async function state(page: Page, text: string): Promise<void> {
  await page.getByLabel('The mission in one or two sentences').fill(text);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: text })).toBeVisible();
}

async function addObjective(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Objective', exact: true }).click();
  await page.getByLabel('New objective').fill(title);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: title })).toBeVisible();
}

test('a mission is written in place, its numbers are checked beside their field, and all of it stays', async ({ page }) => {
  await begin(page, 'Ana');
  await state(page, 'Make payments so dependable that nobody talks about them.');
  for (const title of ['Ship without fear', 'A platform others choose']) await addObjective(page, title);

  await page.getByRole('button', { name: 'Key result', exact: true }).first().click();
  await page.getByRole('button', { name: 'All fields' }).click();
  await page.getByLabel('What is measured').fill('Minutes to production');
  await page.getByText('should fall').click();
  await page.getByLabel('Start').fill('45');
  await page.getByLabel('Target').fill('45');
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('The target is the same as the start.')).toBeVisible();
  await page.getByLabel('Target').fill('12');
  await page.getByLabel('Now (optional)', { exact: true }).fill('31,8');
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: '31.8', exact: true }).click();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('meter', { name: 'Progress of Minutes to production' })).toHaveAttribute('aria-valuetext', '40%');

  await page.getByRole('button', { name: 'Need', exact: true }).click();
  await page.getByLabel('Need', { exact: true }).fill('Two more engineers');
  await page.getByRole('button', { name: 'All fields' }).click();
  await expect(page.getByLabel('What it takes', { exact: true })).toHaveValue('Two more engineers');
  await page.getByLabel('Amount').fill('240k');
  await page.getByLabel('Serves').selectOption({ label: 'Minutes to production' });
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('serves “Minutes to production”')).toBeVisible();
  await expect(page.getByText('saved', { exact: true })).toBeVisible();
  await accessible(page);

  await page.reload();
  await expect(page.getByText('€240,000')).toBeVisible();
  await page.getByRole('button', { name: 'Actions for “Ship without fear”' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(page.getByText('Minutes to production')).toBeHidden();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText('serves “Minutes to production”')).toBeVisible();
  await expect(mission(page).getByRole('heading', { level: 4 }).first()).toHaveText('Ship without fear');

  // in review is what sharing makes it
  await expect(mission(page).getByRole('button', { name: /^Who sees this: only you/ })).toBeVisible();
  await expect(mission(page).getByRole('button', { name: 'Share it for review' })).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await accessible(page);
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test('what cannot be sent survives the loss of the line and a reload', async ({ page }) => {
  await begin(page, 'Ben');
  await page.route('**/trpc/mission.save', (route) => route.abort());
  await state(page, 'Written in a tunnel.');
  await expect(page.getByText(/^No connection\. Keep writing:/)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Written in a tunnel.' })).toBeVisible();
  await expect(page.getByText(/^No connection\. Keep writing:/)).toBeVisible();
  await page.unroute('**/trpc/mission.save');
  // it goes by itself
  await expect(page.getByText('saved', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Written in a tunnel.' })).toBeVisible();
  await expect(page.getByText('not saved yet')).toBeHidden();

  // A line half written stands there again, without a press.
  await page.getByRole('button', { name: 'Question for the interviews' }).click();
  await page.getByLabel('Question', { exact: true }).fill('Who decides what');
  await page.waitForTimeout(800);
  await page.reload();
  await expect(page.getByLabel('Question', { exact: true })).toHaveValue('Who decides what');
});
