import { expect, type Page, test } from '@playwright/test';
import { drag } from '../support/review.ts';
import { call, enter } from '../support/seat.ts';

async function say(page: Page, text: string): Promise<void> {
  await page.keyboard.press('c');
  await page.getByLabel('Comment on these words').fill(text);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(text)).toBeVisible();
}

const marked = (page: Page) => page.locator('mark[data-quote]').allTextContents();

async function begin(page: Page) {
  await enter(page, 'Ana');
  const opening = { company: 'Northwind Pay', role: 'Staff engineer', alias: 'a shop', stage: 'lead', on: '2026-01-05' };
  const { opportunityId } = await call(page, 'opportunity.create', opening);
  await call(page, 'mission.create', { opportunityId });
  await page.goto(`/opportunities/${opportunityId}/mission`);
}

async function state(page: Page, text: string): Promise<void> {
  await page
    .getByRole('group', { name: /press Enter to edit/ })
    .first()
    .press('Enter');
  await page.getByLabel('The mission in one or two sentences').fill(text);
  await page.keyboard.press('Escape');
}

test('a quote in Hebrew with a family in it takes whole characters, reads from the right, and follows what is typed before it', async ({
  page,
}) => {
  await begin(page);
  const text = 'הצוות מחליט עם 👨‍👩‍👧‍👦 מה הוא בונה הלאה.';
  await state(page, text);
  // from inside the word to inside the family
  await drag(page, ['מחליט', 0], ['👨‍👩‍👧‍👦', 3]);
  await say(page, 'למה?');
  await expect.poll(() => marked(page)).toEqual(['מחליט עם 👨‍👩‍👧‍👦']);
  const block = page.locator('[data-quotable]').first();
  expect(await block.evaluate((one) => getComputedStyle(one).direction)).toBe('rtl');
  await state(page, `🚀 ${text}`);
  await expect.poll(() => marked(page)).toEqual(['מחליט עם 👨‍👩‍👧‍👦']);
});

test('one character of a text that repeats is quoted where it was selected', async ({ page }) => {
  await begin(page);
  await state(page, 'ทีมตัดสินใจ ทีมสร้าง 決める 決める');
  await drag(page, ['決める 決', 4], ['決める 決', 5]);
  await say(page, 'Which one?');
  await expect.poll(() => marked(page)).toEqual(['決']);
  const before = await page.locator('mark[data-quote]').evaluate((mark) => mark.previousSibling?.textContent);
  expect(before).toBe('ทีมตัดสินใจ ทีมสร้าง 決める ');
});
