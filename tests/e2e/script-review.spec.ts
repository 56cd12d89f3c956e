import { blankDebrief } from '@parley/domain/debrief/debrief';
import { expect, type Page, test } from '@playwright/test';
import { accessible } from '../support/accessible.ts';
import { accept, drawn, seatTable, select, suggest } from '../support/review.ts';
import { call } from '../support/seat.ts';

const said = (page: Page) => page.getByLabel('As you will say it');
const starting = 'Thank you. I want this job, and I would like to settle the details with you.';

test('a reader suggests other words for a script; the owner takes them in reverse order, with credit', async ({ browser }) => {
  const { pages, owner: ana, share } = await seatTable(browser, ['Ana', 'Ben']);
  const opening = { company: 'Northwind Pay', role: 'Staff engineer', alias: 'a shop', stage: 'offer', on: '2026-01-05' };
  const { opportunityId } = await call(ana, 'opportunity.create', opening);
  const given = { opportunityId, receivedOn: null, deadline: null, draft: null };
  const { offerId } = await call(ana, 'offer.create', given);
  const { negotiationId } = await call(ana, 'negotiation.create', { offerId, currency: 'EUR' });
  await share(negotiationId);
  for (const page of pages) await page.goto(`/opportunities/${opportunityId}/negotiation/plan`);
  const [, ben] = pages;
  if (!ben) throw new Error('Nobody reads it.');
  await expect(said(ben)).toContainText(starting);

  await suggest(ben, 'I want this job', 'I would love this job');
  await suggest(ben, 'settle the details', 'agree on the details');
  for (const page of pages) await expect.poll(() => drawn(page)).toEqual(['I would love this job', 'agree on the details']);
  // what is drawn behind a quote is no text of the script
  await expect(said(ana)).toContainText(starting);
  await ana.locator('mark[data-quote]').first().click();
  await accessible(ana);

  await accept(ana, 'agree on the details');
  await accept(ana, 'I would love this job');
  const wanted = 'Thank you. I would love this job, and I would like to agree on the details with you.';
  for (const page of pages) await expect(said(page)).toContainText(wanted);
  await expect(ana.getByText('2 resolved here')).toBeVisible();

  await ana.getByRole('button', { name: 'Close the comments' }).click();
  await ana.getByRole('button', { name: 'More: “First call”' }).click();
  await ana.getByRole('menuitem', { name: 'Earlier versions' }).click();
  await expect(ana.getByRole('dialog').getByLabel('From', { exact: true })).toContainText('Suggestion accepted, by Ben,');
});

const talks = (page: Page) => page.locator('article[data-thread]');

/** `c` on selected words, `k` from the page, `j` from one to the next, `/` without leaving: as the list of keys says. */
async function talkByKeys(page: Page, words: string): Promise<void> {
  await select(page, words);
  await page.keyboard.press('c');
  await page.getByLabel('Comment on these words').fill('Said by keys alone.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Said by keys alone.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(talks(page)).toHaveCount(0);
  await page.keyboard.press('k');
  await expect(talks(page).first()).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.locator('article[data-thread]:focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  const here = page.url();
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox', { name: 'Search everything you may read' })).toBeFocused();
  await page.keyboard.press('Escape');
  expect(page.url()).toBe(here);
}

test('a script and a debrief are talked about by keys alone, as the list of keys says', async ({ browser }) => {
  const { owner: ana, pages, share } = await seatTable(browser, ['Ana', 'Ben']);
  const opening = { company: 'Northwind Pay', role: 'Staff engineer', alias: 'a shop', stage: 'offer', on: '2026-01-05' };
  const { opportunityId } = await call(ana, 'opportunity.create', opening);
  const { offerId } = await call(ana, 'offer.create', { opportunityId, receivedOn: null, deadline: null, draft: null });
  const { negotiationId } = await call(ana, 'negotiation.create', { offerId, currency: 'EUR' });
  const { debriefId } = await call(ana, 'debrief.create', { opportunityId, kind: 'interview' });
  const document = {
    ...blankDebrief('interview'),
    said: 'The budget is fixed until spring.',
    felt: 'Heard, and a little rushed.',
  };
  await call(ana, 'debrief.save', { debriefId, rev: 1, document });
  for (const item of [negotiationId, debriefId]) await share(item);
  const [, ben] = pages;
  if (!ben) throw new Error('Nobody reads it.');
  const about = (itemId: string | undefined, label: string) =>
    call(ben, 'thread.start', { itemId, blockId: 'item', label, text: 'What do you want most?', mentions: [] });
  await about(negotiationId, 'The negotiation as a whole');
  await about(debriefId, 'The debrief as a whole');

  await ana.goto(`/opportunities/${opportunityId}/negotiation/plan`);
  await expect(said(ana)).toContainText(starting);
  await talkByKeys(ana, 'settle the details');
  await ana.goto(`/opportunities/${opportunityId}/debriefs`);
  await talkByKeys(ana, 'fixed until spring');
  await expect(talks(ana)).toHaveCount(0);
});
