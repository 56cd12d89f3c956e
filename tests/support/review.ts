import { type Browser, expect, type Page } from '@playwright/test';
import { call, enter } from './seat.ts';

const cadence = { weekday: 4, time: '18:00', zone: 'Europe/Vienna', minutes: 90 };

/** Everybody at a browser of their own, in one council; the first of them owns what is talked about. */
export async function seatTable(browser: Browser, names: readonly string[]) {
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
  const levels = { company: 'hidden', pay: 'exact', equity: 'exact', benefits: 'exact', dates: 'exact', notes: 'exact' };
  const share = (itemId: string | undefined) =>
    call(owner, 'share.set', { itemId, councilId, readerId: null, levels, expiresAt: null });
  return { pages, owner, share };
}

/** Selects words on the page as a person does: from their first letter to their last. */
export async function select(page: Page, words: string): Promise<void> {
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

/** Selects from an offset in the first piece with some words to one in the last, as a pointer may: through a character too. */
export async function drag(page: Page, from: [string, number], to: [string, number]): Promise<void> {
  await page.getByText(from[0]).first().waitFor();
  await page.evaluate(
    (ends) => {
      const nodes: Text[] = [];
      for (const block of document.querySelectorAll('[data-quotable]')) {
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) nodes.push(node);
      }
      const [first, last] = ends.map(([words]) => nodes.find(({ data }) => data.includes(words)));
      if (!first || !last) throw new Error('Nobody can select this.');
      const at = (index: number, node: Text) => node.data.indexOf(ends[index]?.[0] ?? '') + (ends[index]?.[1] ?? 0);
      getSelection()?.setBaseAndExtent(first, at(0, first), last, at(1, last));
    },
    [from, to],
  );
}

/** Suggests other words for a quote, by pointer. */
export async function suggest(page: Page, quote: string, words: string): Promise<void> {
  await select(page, quote);
  await page.getByRole('button', { name: 'Suggest', exact: true }).click();
  await page.getByLabel('Instead of these words').fill(words);
  await page.getByRole('button', { name: 'Suggest', exact: true }).click();
  await expect(page.getByLabel('Instead of these words')).toHaveCount(0);
}

/** The words that are drawn behind quotes, in the order of the page. */
export const drawn = (page: Page) =>
  page.locator('[data-instead]').evaluateAll((parts) => parts.map((part) => part.getAttribute('data-instead')));

/** Accepts what is suggested for a quote; what is shown there once it has arrived is the next one. */
export async function accept(page: Page, words: string): Promise<void> {
  const card = page.getByRole('article').filter({ hasText: words });
  await card.getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(card.getByRole('button', { name: 'Accept', exact: true })).toHaveCount(0);
}
