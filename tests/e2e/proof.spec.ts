import { expect, type Page, test } from '@playwright/test';
import { accessible } from '../support/accessible.ts';
import { call, enter } from '../support/seat.ts';

const written = [
  {
    outcome: 'Releases went from 45 minutes to 12 without a night shift',
    metric: '45 → 12 minutes',
    scope: 'Nine teams, one monorepo, 160 engineers',
    verify: 'Inês Duarte, then head of platform at Feedzai; the talk of October 2025 is public.',
    led: true,
  },
  {
    outcome: 'Brought the falls on two geriatric wards down by a third in one winter',
    metric: '31 → 20 falls, December to March',
    scope: 'Wards 4B and 5A, 58 beds',
    verify: 'Quality report 2025 of the Klinikum, page 41. Sister Okafor.',
    led: true,
  },
  { outcome: 'Opened the Rotterdam depot three weeks early', metric: '', scope: 'Contract of 2.4 M €', verify: '', led: false },
  {
    outcome: 'Taught four classes of the eighth grade to pass mathematics',
    metric: '88 % passed, 61 % the year before',
    scope: '112 pupils',
    verify: 'Frau Lindqvist, headmistress',
    led: false,
  },
  {
    outcome: '大阪支店の新規契約を一年で倍にした',
    metric: '年間 38 件 → 79 件',
    scope: '営業 6 名',
    verify: '',
    led: true,
  },
];

const library = (page: Page) => page.getByRole('region', { name: 'Proof library' });

async function openLibrary(page: Page) {
  await enter(page, 'Ana');
  await page.goto('/me');
  await expect(library(page).getByRole('button', { name: 'Add a proof' })).toBeVisible();
}

test('a library is written, read on a telephone, corrected, and a removal is undone', async ({ page }) => {
  await openLibrary(page);
  await library(page).getByRole('button', { name: 'Add a proof' }).press('Enter');
  await page.keyboard.type(written[0]?.outcome ?? '');
  await page.keyboard.press('Enter');
  await expect(library(page).getByText('nobody can check it yet')).toBeVisible();
  for (const proof of written.slice(1)) await call(page, 'proof.create', { proof });
  await page.reload();
  await expect(library(page).getByRole('listitem')).toHaveCount(written.length);
  await page.setViewportSize({ width: 360, height: 780 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await accessible(page);
  await library(page)
    .getByRole('button', { name: /^More: “Releases went/ })
    .click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.getByLabel(/^The number/).fill('45 → 12 minutes');
  await accessible(page);
  await page.getByRole('button', { name: 'Save the proof' }).click();
  await expect(library(page).getByText('45 → 12 minutes')).toBeVisible();
  await library(page)
    .getByRole('button', { name: /^More: “Opened the Rotterdam/ })
    .click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(library(page).getByText('Opened the Rotterdam depot')).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(library(page).getByText('Opened the Rotterdam depot')).toBeVisible();
  await page.reload();
  await expect(library(page).getByRole('listitem')).toHaveCount(written.length);
});
