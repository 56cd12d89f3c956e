import { expect, type Locator, type Page, test } from '@playwright/test';
import { select } from '../support/review.ts';
import { call, enter } from '../support/seat.ts';

const statement = 'Ship the platform that nobody has to think about';

/** An opening of one’s own with a mission that has a statement and an objective. */
async function begin(page: Page, name: string): Promise<void> {
  await enter(page, name);
  const opening = { company: 'Northwind Pay', role: 'Staff engineer', alias: 'a shop', stage: 'lead', on: '2026-01-05' };
  const { opportunityId } = await call(page, 'opportunity.create', opening);
  await call(page, 'mission.create', { opportunityId });
  await page.goto(`/opportunities/${opportunityId}/mission`);
  await page
    .getByRole('group', { name: /press Enter to edit/ })
    .first()
    .press('Enter');
  await page.getByLabel('The mission in one or two sentences').fill(statement);
  await page.keyboard.press('Escape');
  await expect(page.getByText(statement)).toBeVisible();
}

const talk = async (page: Page): Promise<Locator> => {
  await page.getByRole('button', { name: /^Comment on: The mission as a whole/ }).click();
  return page.getByLabel('Start a conversation');
};

test('the words of a comment on selected words go into its field and are no keys of the page', async ({ page }) => {
  await begin(page, 'Ana');
  await select(page, 'the platform');
  await page.keyboard.press('c');
  await expect(page.getByLabel('Comment on these words')).toBeFocused();
  await page.keyboard.type('good idea, go on');
  await expect(page.getByLabel('Comment on these words')).toHaveValue('good idea, go on');
});

test('the buttons beside selected words go when one writes elsewhere', async ({ page }) => {
  await begin(page, 'Ana');
  const box = await talk(page);
  await select(page, 'the platform');
  const offered = page.getByRole('button', { name: 'Suggest' }).or(page.getByRole('button', { name: 'Comment', exact: true }));
  await expect(offered.first()).toBeVisible();
  const before = await offered.count();
  await box.click();
  await page.keyboard.type('elsewhere');
  await expect.poll(() => offered.count()).toBeLessThan(before);
});

test('what is typed while a comment is on its way begins the next one', async ({ page }) => {
  await begin(page, 'Ana');
  const box = await talk(page);
  await page.route('**/trpc/thread.start*', async (route) => {
    await expect(page.getByLabel(/^Start a/)).toHaveValue('Who decides? And who pays?');
    await route.continue();
  });
  await box.pressSequentially('Who decides?');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type(' And who pays?');
  const next = page.getByLabel('Start another conversation');
  await expect(next).toHaveValue('And who pays?');
  await expect(next).toBeFocused();
  await expect(page.getByRole('article').getByText('Who decides?', { exact: true })).toBeVisible();
});

test('a press on Comment leaves one in the field, where undo does not bring back what was sent', async ({ page }) => {
  await begin(page, 'Ana');
  const box = await talk(page);
  await box.pressSequentially('First thought');
  await page.getByRole('button', { name: 'Comment', exact: true }).click();
  const next = page.getByLabel('Start another conversation');
  await expect(next).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(next).toHaveValue('');
});

test('the keys of an input method choose its words and nothing of the page', async ({ page }) => {
  await begin(page, 'Ana');
  await page.getByText(statement).click();
  const line = page.getByLabel('The mission in one or two sentences');
  await expect(line).toBeFocused();
  const keyboard = await page.context().newCDPSession(page);
  await keyboard.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
  for (const key of ['Escape', 'Enter', 'Tab'])
    await line.evaluate(
      (field, name) =>
        field.dispatchEvent(new KeyboardEvent('keydown', { key: name, isComposing: true, bubbles: true, cancelable: true })),
      key,
    );
  await expect(line).toBeVisible();
  await keyboard.send('Input.insertText', { text: '日本' });
  await expect(line).toHaveValue(`${statement}日本`);
});

test('a copied cell is pasted where the caret stands, and undo takes it back', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await begin(page, 'Ana');
  await page.getByRole('button', { name: 'Objective', exact: true }).click();
  const line = page.getByLabel('New objective');
  await line.pressSequentially('Uptime');
  await page.evaluate(() => navigator.clipboard.writeText('Monthly\n'));
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+v');
  await expect(line).toHaveValue('MonthlyUptime');
  await page.keyboard.press('Control+z');
  await expect(line).toHaveValue('Uptime');
  await page.keyboard.press('Home');
  await page.keyboard.press('Control+v');
  await page.keyboard.type(' ');
  await expect(line).toHaveValue('Monthly Uptime');
});

test('a line that cannot be empty has its words back by Escape', async ({ page }) => {
  await begin(page, 'Ana');
  await page.getByRole('button', { name: 'Objective', exact: true }).click();
  await page.getByLabel('New objective').fill('Uptime');
  await page.keyboard.press('Escape');
  await page.getByText('Uptime').click();
  await page.getByLabel('Objective', { exact: true }).fill('');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Uptime')).toBeVisible();
});
