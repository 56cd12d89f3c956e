import { type Browser, expect, type Page, test } from '@playwright/test';
import { accessible } from '../support/accessible.ts';
import { call, enter } from '../support/seat.ts';

const cadence = { weekday: 4, time: '18:00', zone: 'Europe/Vienna', minutes: 90 };
const statement = 'Make payments so dependable that nobody talks about them, and nobody leaves because of them.';

async function openRoom(browser: Browser, names: readonly string[]) {
  const pages = await Promise.all(names.map(async () => (await browser.newContext()).newPage()));
  const addresses: string[] = [];
  for (const [at, page] of pages.entries()) addresses.push(await enter(page, names[at] ?? ''));
  const [owner, ...others] = pages;
  if (!owner) throw new Error('Nobody owns the room.');
  const council = { name: 'Thursday table', purpose: '', cadence, charter: 'We keep what we hear here.' };
  const { councilId } = await call(owner, 'council.create', council);
  for (const [at, guest] of others.entries()) {
    const { link } = await call(owner, 'invitation.create', { councilId, email: addresses[at + 1] });
    await call(guest, 'invitation.accept', { token: link?.split('token=')[1], charterVersion: 1 });
  }
  const opening = { company: 'Northwind Pay', role: 'Staff engineer', alias: 'a shop', stage: 'lead', on: '2026-01-05' };
  const { opportunityId } = await call(owner, 'opportunity.create', opening);
  const { missionId } = await call(owner, 'mission.create', { opportunityId });
  const levels = { company: 'hidden', pay: 'exact', equity: 'exact', benefits: 'exact', dates: 'exact', notes: 'exact' };
  await call(owner, 'share.set', { itemId: missionId, councilId, readerId: null, levels, expiresAt: null });
  for (const page of pages) await page.goto(`/opportunities/${opportunityId}/mission`);
  return pages;
}

/** Selects words on the page as a person does: from their first letter to their last. */
async function select(page: Page, words: string): Promise<void> {
  await page.getByText(words).first().waitFor();
  await page.evaluate((wanted) => {
    for (const block of document.querySelectorAll('[data-quotable]')) {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at !== -1) return getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      }
    }
    throw new Error(`Nobody can select “${wanted}”.`);
  }, words);
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

test('two reviewers comment on words while the owner edits above and inside them; every thread stays listed', async ({
  browser,
}) => {
  const [ana, ben, cara] = await openRoom(browser, ['Ana', 'Ben', 'Cara']);
  if (!ana || !ben || !cara) throw new Error('Somebody is missing.');
  await write(ana, 'The mission in one or two sentences', statement);

  await select(ben, 'so dependable');
  await ben.keyboard.press('c');
  await say(ben, 'How dependable?');
  await select(cara, 'nobody leaves');
  await cara.getByRole('button', { name: 'Comment', exact: true }).click();
  await say(cara, 'Who would leave?');
  await expect.poll(() => marked(ana), { timeout: 12_000 }).toEqual(['so dependable', 'nobody leaves']);

  // above the quotes, and inside one of them
  const edited = `In two years: ${statement.replace('nobody leaves', 'nobody at all leaves').replace('Make', 'make')}`;
  await write(ana, 'The mission in one or two sentences', edited);
  for (const page of [ana, ben, cara])
    await expect.poll(() => marked(page), { timeout: 12_000 }).toEqual(['so dependable', 'nobody at all leaves']);

  await ana.locator('mark[data-quote]').first().click();
  const first = ana.getByRole('article', { name: 'Conversation started by Ben' });
  await expect(first).toBeFocused();
  await expect(first.getByText('so dependable')).toBeVisible();
  await ana.keyboard.press('j');
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
