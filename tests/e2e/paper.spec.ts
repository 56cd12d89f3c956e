import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { accessible } from '../support/accessible.ts';
import { call, enter } from '../support/seat.ts';

const secret = {
  member: 'Zebulon Quist',
  council: 'Marblehead table',
  comment: 'Heliotrope remark',
  answer: 'Ochre answer',
  corrections: 'Vermilion words',
};
const result = (metric: string) => ({
  ...{ id: randomUUID(), metric, direction: 'fall', start: '45', target: '12', current: '31.8', unit: 'min' },
  ...{ due: '2027-08-23', firstNinetyDays: false },
});
const objectives = (count: number, results: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: randomUUID(),
    title: `Objective ${at + 1}: ship without fear`,
    keyResults: Array.from({ length: results }, (__, place) => result(`Result ${at + 1}.${place + 1} of the platform`)),
  }));

/** A mission that a council has read, spoken of and asked about. */
async function stage(page: Page) {
  await enter(page, 'Ana');
  const cadence = { weekday: 4, time: '18:00', zone: 'Europe/Vienna', minutes: 90 };
  const council = { name: secret.council, purpose: '', cadence, charter: 'We keep what we hear here.' };
  const { councilId } = await call(page, 'council.create', council);
  const opening = { company: 'Northwind Pay', role: 'Staff engineer', alias: 'a shop', stage: 'lead', on: '2026-01-05' };
  const { opportunityId } = await call(page, 'opportunity.create', opening);
  const { missionId } = await call(page, 'mission.create', { opportunityId });
  const line = (text: string, answer: string) => ({ id: randomUUID(), text, lineId: null, asked: true, answered: false, answer });
  const document = {
    ...{ statement: 'Make payments so dependable that nobody talks about them.', objectives: objectives(5, 6) },
    questions: [line('Who decides what is built?', secret.answer)],
    needs: [
      {
        id: randomUUID(),
        leg: 'budget',
        text: 'Two more engineers',
        amount: { minor: 24_000_000, currency: 'EUR' },
        keyResultId: null,
      },
    ],
    ...{ feedback: { kind: 'question', question: `${secret.member}, is this it?` }, interviewsHeld: 2, conversation: null },
    corrections: secret.corrections,
  };
  await call(page, 'mission.save', { missionId, rev: 1, document });
  const levels = { company: 'hidden', pay: 'exact', equity: 'exact', benefits: 'exact', dates: 'exact', notes: 'exact' };
  await call(page, 'share.set', { itemId: missionId, councilId, readerId: null, levels, expiresAt: null });
  await call(page, 'thread.start', {
    itemId: missionId,
    blockId: 'statement',
    label: 'Statement',
    quote: null,
    text: secret.comment,
    mentions: [],
  });
  await page.goto(`/opportunities/${opportunityId}/paper`);
  await expect(page.getByRole('article', { name: 'The page' })).toContainText('Result 5.');
}

async function print(page: Page) {
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true })));
  const { text, totalPages } = await extractText(pdf, { mergePages: true });
  const [, , width, height] = (await pdf.getPage(1)).view;
  return { text: text.replace(/\s+/g, ' '), totalPages, size: [Math.round(width ?? 0), Math.round(height ?? 0)] };
}

test('a whole mission is one page of A4 or Letter, without a trace of the council', async ({ page }) => {
  await stage(page);
  await accessible(page);
  for (const [paper, size] of [
    ['A4', [595, 842]],
    ['Letter', [612, 792]],
  ] as const) {
    await page.getByText(paper, { exact: true }).click();
    const printed = await print(page);
    expect(printed.totalPages).toBe(1);
    expect(Math.abs((printed.size[0] ?? 0) - size[0]) + Math.abs((printed.size[1] ?? 0) - size[1])).toBeLessThan(4);
    for (const words of [
      'Make payments so dependable',
      'Result 1.1',
      'Result 5.6',
      '45 → 12 min',
      'by 23 Aug 2027',
      'Two more engineers',
      'Who decides',
    ])
      expect(printed.text).toContain(words);
    for (const words of [...Object.values(secret), 'Zebulon', 'Parley', 'council', 'Ana', 'comment', 'localhost', 'review'])
      expect(printed.text.toLowerCase()).not.toContain(words.toLowerCase());
  }
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('- Result 5.6 of the platform: 45 → 12 min by 23 Aug 2027');
  for (const words of Object.values(secret)) expect(copied).not.toContain(words);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download Markdown' }).click();
  expect((await download).suggestedFilename()).toBe('mission.md');
});

test('paper is white also when Dark is chosen, and twelve objectives go on to a second page whole', async ({ page }) => {
  await page.route('**/trpc/**mission.get*', async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    await route.fulfill({
      response,
      body: body.replace(
        /"objectives":\[.*?\],"questions"/,
        () => `"objectives":${JSON.stringify(objectives(12, 5))},"questions"`,
      ),
    });
  });
  await stage(page);
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
  const article = page.getByRole('article', { name: 'The page' });
  await expect(article).toContainText('Result 12.5');
  const colours = () => article.evaluate((node) => [getComputedStyle(node).backgroundColor, getComputedStyle(node).colorScheme]);
  expect(await colours()).toEqual(['rgb(255, 255, 255)', 'light']);
  await page.emulateMedia({ media: 'print' });
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
  const printed = await print(page);
  expect(printed.totalPages).toBe(2);
  for (const words of ['Result 1.1', 'Result 12.5', 'Two more engineers']) expect(printed.text).toContain(words);
});
