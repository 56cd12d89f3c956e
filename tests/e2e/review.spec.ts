import { type Browser, expect, type Page, test } from '@playwright/test';
import { accessible } from '../support/accessible.ts';
import { accept, drawn, seatTable, select, suggest } from '../support/review.ts';
import { call } from '../support/seat.ts';

const statement = 'Make payments so dependable that nobody talks about them, and nobody leaves because of them.';

async function openRoom(browser: Browser, names: readonly string[]) {
  const { pages, owner, share } = await seatTable(browser, names);
  const opening = { company: 'Northwind Pay', role: 'Staff engineer', alias: 'a shop', stage: 'lead', on: '2026-01-05' };
  const { opportunityId } = await call(owner, 'opportunity.create', opening);
  const { missionId } = await call(owner, 'mission.create', { opportunityId });
  await share(missionId);
  for (const page of pages) await page.goto(`/opportunities/${opportunityId}/mission`);
  const [ana, ben, cara] = pages;
  if (!ana || !ben || !cara) throw new Error('Somebody is missing.');
  return { ana, ben, cara, all: [ana, ben, cara] };
}

async function write(page: Page, label: string, text: string, before = /press Enter to edit/): Promise<void> {
  await page.getByRole('group', { name: before }).first().press('Enter');
  await page.getByLabel(label).fill(text);
  await page.keyboard.press('Enter');
}

async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel('Comment on these words').fill(text);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(text)).toBeVisible();
}

const marked = (page: Page) => page.locator('mark[data-quote]').allTextContents();
const text = (page: Page) => page.locator('[data-quotable]').first().textContent();

test('two reviewers comment on words while the owner edits above and inside them; every thread stays listed', async ({
  browser,
}) => {
  const { ana, ben, cara, all } = await openRoom(browser, ['Ana', 'Ben', 'Cara']);
  await write(ana, 'The mission in one or two sentences', statement);

  await select(ben, 'so dependable');
  await ben.keyboard.press('c');
  await say(ben, 'How dependable?');
  await select(cara, 'nobody leaves');
  await cara.getByRole('button', { name: 'Comment', exact: true }).click();
  await say(cara, 'Who would leave?');
  await expect.poll(() => marked(ana)).toEqual(['so dependable', 'nobody leaves']);

  // above the quotes, and inside one of them
  const edited = `In two years: ${statement.replace('nobody leaves', 'nobody at all leaves').replace('Make', 'make')}`;
  await write(ana, 'The mission in one or two sentences', edited);
  for (const page of all) await expect.poll(() => marked(page)).toEqual(['so dependable', 'nobody at all leaves']);

  await ana.locator('mark[data-quote]').first().click();
  const first = ana.getByRole('article', { name: 'Conversation started by Ben' });
  await expect(first).toBeFocused();
  await expect(first.getByText('so dependable')).toBeVisible();
  await ana.keyboard.press('j');
  await expect(ana.getByRole('article', { name: 'Conversation started by Cara' })).toBeFocused();
  // from the page, too: k opens what is talked about before, the last of all from its top
  await ana.keyboard.press('Escape');
  await expect(ana.getByRole('article')).toHaveCount(0);
  await ana.keyboard.press('k');
  await expect(ana.getByRole('article')).toHaveCount(2);
  await ana.keyboard.press('k');
  await expect(ana.getByRole('article', { name: 'Conversation started by Cara' })).toBeFocused();
  await accessible(ana);

  // the words go, the conversation stays with them
  await write(ana, 'The mission in one or two sentences', 'Payments that work.');
  await expect(ana.getByText('On earlier text.')).toHaveCount(2);
  await expect(ana.getByRole('article')).toHaveCount(2);
  await first.getByText('See it as it was').click();
  await expect(first.getByText('Make payments')).toBeVisible();
  expect(await marked(ana)).toEqual([]);
});

test('two reviewers suggest other words while the owner edits; taken in reverse order they give exactly the text that was meant', async ({
  browser,
}) => {
  const { ana, ben, cara, all } = await openRoom(browser, ['Ana', 'Ben', 'Cara']);
  await write(ana, 'The mission in one or two sentences', statement);
  await expect.poll(() => text(cara)).toBe(statement);

  await Promise.all([
    suggest(ben, 'so dependable', 'boring enough').then(() => suggest(ben, 'because of them', 'for a rival')),
    suggest(cara, 'nobody leaves', 'no customer leaves'),
  ]);
  await select(cara, 'talks about them');
  await cara.keyboard.press('c');
  await say(cara, 'Who talks today?');
  for (const page of all) await expect.poll(() => drawn(page)).toEqual(['boring enough', 'no customer leaves', 'for a rival']);
  // what is drawn behind a quote is no text of the mission
  expect(await text(ana)).toBe(statement);

  // above all of them, and inside one
  const edited = `In two years: ${statement.replace('Make', 'make').replace('nobody leaves', 'nobody ever leaves')}`;
  await write(ana, 'The mission in one or two sentences', edited);
  await ana.locator('mark[data-quote]').first().click();
  await expect(ana.getByRole('article')).toHaveCount(4);
  await expect(ana.getByText('this was for “nobody leaves”')).toBeVisible();
  await accessible(ana);

  for (const words of ['for a rival', 'no customer leaves']) await accept(ana, words);
  const last = ana.getByRole('article').filter({ hasText: 'boring enough' });
  await last.getByRole('button', { name: 'Edit first' }).click();
  await ana.getByLabel('As it should read').fill('boring');
  await last.getByRole('button', { name: 'Accept these words' }).click();

  const wanted = 'In two years: make payments boring that nobody talks about them, and no customer leaves for a rival.';
  for (const page of all) await expect.poll(() => text(page)).toBe(wanted);
  for (const page of all) await expect.poll(() => marked(page)).toEqual(['talks about them']);
  // every conversation stays listed: the one that is open, and the three that were settled
  await expect(ana.getByText('3 resolved here')).toBeVisible();
  // the one that was just taken keeps them open
  await expect(ana.getByRole('article')).toHaveCount(4);
  await expect(ana.getByText('Accepted with other words')).toBeVisible();

  await ana.getByRole('button', { name: 'Versions' }).click();
  const dialog = ana.getByRole('dialog');
  await dialog.getByLabel('From', { exact: true }).selectOption({ index: 2 });
  await expect.poll(async () => (await dialog.locator('del').allTextContents()).join('')).toBe('sodependable ');
  await expect(dialog.locator('ins')).toHaveText(['boring']);
  await expect(dialog.getByLabel('From', { exact: true })).toContainText('Suggestion accepted, by Cara');
  await accessible(ana, 'dialog');
});
