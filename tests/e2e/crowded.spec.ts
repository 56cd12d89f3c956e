import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { drag } from '../support/review.ts';
import { call, enter } from '../support/seat.ts';

const statement = 'Make payments so dependable that nobody talks about them.';
const metric = 'Minutes from a merged change to production';

/** A mission of a statement and one key result, open on the page. */
async function begin(page: Page) {
  await enter(page, 'Ana');
  const opening = { company: 'Northwind Pay', role: 'Staff engineer', alias: '', stage: 'lead', on: '2026-01-05' };
  const { opportunityId } = await call(page, 'opportunity.create', opening);
  const { missionId } = await call(page, 'mission.create', { opportunityId });
  const result = {
    ...{ id: randomUUID(), metric, direction: 'fall', start: '45', target: '12', current: null, unit: 'min' },
    ...{ due: null, firstNinetyDays: false, proof: null },
  };
  const objectives = [{ id: randomUUID(), title: 'Ship without fear', keyResults: [result] }];
  const rest = { questions: [], needs: [], feedback: null, interviewsHeld: 0, conversation: null, corrections: '' };
  await call(page, 'mission.save', { missionId, rev: 1, document: { statement, objectives, ...rest } });
  return { address: `/opportunities/${opportunityId}/mission`, missionId, blockId: result.id };
}

const marked = (page: Page) => page.locator('mark[data-quote]').allTextContents();

test('words selected over several lines are about those in the first of them', async ({ page }) => {
  const { address } = await begin(page);
  await page.goto(address);
  await drag(page, ['nobody talks', 0], ['a merged change', 'a merged change'.length]);
  await page.keyboard.press('c');
  await page.getByLabel('Comment on these words').fill('Says who?');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Says who?')).toBeVisible();
  await expect.poll(() => marked(page)).toEqual(['nobody talks about them.']);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('article')).toHaveCount(0);
  await page.reload();
  await expect.poll(() => marked(page)).toEqual(['nobody talks about them.']);
});

test('five hundred conversations on one line are read, walked through and answered', async ({ page }) => {
  test.slow();
  const { address, missionId, blockId } = await begin(page);
  const about = { itemId: missionId, blockId, label: metric, mentions: [] };
  for (let from = 0; from < 500; from += 20)
    await Promise.all(
      Array.from({ length: 20 }, (_, at) => {
        const start = ((from + at) % 6) * 7;
        const quote = (from + at) % 2 === 0 ? { of: metric, start, end: start + 7 } : null;
        return call(page, 'thread.start', { ...about, quote, text: `Remark ${from + at + 1}.` });
      }),
    );
  await page.goto(address);
  await page.getByRole('button', { name: `500 comments on: ${metric}` }).click();
  await expect(page.getByRole('article')).toHaveCount(500);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(page.getByRole('article').nth(1)).toBeFocused();
  const last = page.getByRole('article').last();
  await last.getByRole('button', { name: 'Reply' }).click();
  await last.getByLabel('Your reply').fill('This one is answered.');
  await page.keyboard.press('Control+Enter');
  await expect(last.getByText('This one is answered.')).toBeVisible();
  // one more is refused in words, and what was typed stays
  await page.getByLabel('Start another conversation').fill('And one more.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('At most 500 conversations are held here. Reply in one of them.')).toBeVisible();
  await expect(page.getByLabel('Start another conversation')).toHaveValue('And one more.');
  // and the line is written as before
  await page.getByRole('button', { name: 'Close the comments' }).click();
  await page.getByRole('group', { name: /^Minutes from/ }).press('Enter');
  await page.getByRole('textbox', { name: 'Key result' }).fill(`${metric} 45 → 10 min`);
  await page.keyboard.press('Escape');
  await expect(page.getByText('saved', { exact: true }).first()).toBeVisible();
  const quoted = [0, 14, 28].map((start) => metric.slice(start, start + 7));
  await expect.poll(() => marked(page)).toEqual(quoted);
});
