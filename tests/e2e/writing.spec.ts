import { expect, type Page, test } from '@playwright/test';
import { accessible } from '../support/accessible.ts';
import { call, enter } from '../support/seat.ts';

const words = 'The mission in one or two sentences';

/** A signed-in person whose mission was just begun. */
async function begin(page: Page, name: string): Promise<string> {
  await enter(page, name);
  const opening = { company: 'Northwind Pay', role: 'Staff engineer', alias: '', stage: 'lead', on: '2026-01-05' };
  const { opportunityId } = await call(page, 'opportunity.create', opening);
  const address = `/opportunities/${opportunityId}/mission`;
  await page.goto(address);
  await page.getByRole('button', { name: 'Begin the mission' }).click();
  await expect(page.getByLabel(words)).toBeFocused();
  return address;
}

async function line(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

const titles = (page: Page) => page.getByRole('region', { name: 'Mission', exact: true }).getByRole('heading', { level: 4 });
const lineOf = (page: Page, name: RegExp) => page.getByRole('group', { name });
const saved = (page: Page) => expect(page.getByText('saved', { exact: true })).toBeVisible();

test('a mission of two objectives and four key results is one press and seven lines', async ({ page }) => {
  await enter(page, 'Ana');
  const opening = { company: 'Northwind Pay', role: 'Staff engineer', alias: '', stage: 'lead', on: '2026-01-05' };
  const { opportunityId } = await call(page, 'opportunity.create', opening);
  await page.goto(`/opportunities/${opportunityId}/mission`);
  const begun = page.getByRole('button', { name: 'Begin the mission' });
  await begun.waitFor();
  const counted = { presses: 0, fields: 0 };
  await page.exposeFunction('countPress', () => {
    counted.presses += 1;
  });
  await page.evaluate('addEventListener("pointerdown", () => countPress(), true)');
  const write = async (label: string, text: string) => {
    await expect(page.getByLabel(label, { exact: true })).toBeFocused();
    counted.fields += 1;
    await line(page, text);
  };
  await begun.click();
  await write(words, 'Make payments so dependable that nobody talks about them.');
  await write('New objective', 'Ship without fear');
  await write('Key result', 'Minutes to production 45 → 12 min by 23 Aug 2027');
  await write('Key result', 'Failed changes 31 → 12 % by 23 Aug 2027');
  await page.keyboard.press('Enter');
  await write('New objective', 'A platform others choose');
  await write('Key result', 'Teams on it 3 → 9 by 1 Oct 2027');
  await write('Key result', 'Asks answered in a day 60 -> 95%, now 70');
  await page.keyboard.press('Escape');
  await saved(page);
  // it was ten presses and seventeen fields
  expect(counted).toEqual({ presses: 1, fields: 7 });
  await page.reload();
  await expect(titles(page).first()).toHaveText('Ship without fear');
  const region = page.getByRole('region', { name: 'Mission', exact: true });
  for (const text of ['45 → to 12 min', '31 → to 12 %', '3 → to 9', '60 → to 95 %']) await expect(region).toContainText(text);
  await expect(page.getByText('by 23 Aug 2027')).toHaveCount(2);
  await accessible(page);
});

test('what may be two numbers is asked, what is no day is said, and Escape loses nothing', async ({ page }) => {
  await begin(page, 'Ben');
  await line(page, 'Boring payments.');
  await line(page, 'Ship without fear');
  await page.keyboard.type('Lead time 45 → 12m by summer');
  await page.keyboard.press('Escape');
  await expect(page.getByText('“summer” is no day. Write it as 23 Aug or 2027-08-23.')).toBeVisible();
  await expect(page.getByLabel('Key result', { exact: true })).toHaveValue('Lead time 45 → 12m by summer');
  await page.getByLabel('Key result', { exact: true }).fill('Lead time 45 → 12m by 23 Aug 2027');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Say which number or day it is.')).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: '12 m', exact: true }).click();
  await expect(page.getByLabel('Key result', { exact: true })).toHaveValue('Lead time 45 → 12 m by 23 Aug 2027');
  await page.keyboard.press('Escape');
  await expect(lineOf(page, /^Lead time/)).toBeFocused();
  await expect(lineOf(page, /^Lead time/)).toContainText('12 m');
});

test('lines move by keys and by drag, and the whole editing is undone and done again', async ({ page }) => {
  await begin(page, 'Cara');
  for (const text of ['Boring.', 'One', 'first', 'second']) await line(page, text);
  await page.keyboard.press('Enter');
  for (const text of ['Two', 'third']) await line(page, text);
  await page.keyboard.press('Escape');
  const order = () => page.locator('[data-mission] li [data-quotable]').allTextContents();
  await expect.poll(order).toEqual(['first', 'second', 'third']);
  await lineOf(page, /^first/).press('Alt+ArrowDown');
  await expect(lineOf(page, /^first/)).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(order).toEqual(['second', 'first', 'third']);
  await expect(lineOf(page, /^first/)).toBeFocused();
  await page
    .locator('[data-block]', { hasText: 'third' })
    .getByTitle('Drag to move')
    .dragTo(lineOf(page, /^second/), { targetPosition: { x: 20, y: 14 } });
  await expect.poll(order).toEqual(['third', 'second', 'first']);
  await page.keyboard.press('Control+z');
  await expect.poll(order).toEqual(['second', 'first', 'third']);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(order).toEqual(['first', 'second', 'third']);
  // from a field that is as it was opened, too
  await lineOf(page, /^third/).press('Enter');
  await page.keyboard.press('Control+z');
  await expect.poll(order).toEqual(['first', 'second']);
  for (const _ of [1, 2, 3, 4]) await page.keyboard.press('Control+Shift+z');
  await expect.poll(order).toEqual(['third', 'second', 'first']);
  await saved(page);
});

test('a pasted document becomes lines, 200 kB of it at once', async ({ page }) => {
  await begin(page, 'Dan');
  const paste = (text: string) =>
    page.evaluate((pasted) => {
      const data = new DataTransfer();
      data.setData('text/plain', pasted);
      data.setData('text/html', '<b style="color:red">dress</b>');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, text);
  await paste('Make payments boring.\n\nShip without fear\n  • Minutes to production 45 → 12 min\n  • Failed changes 31 → 12 %');
  await expect(page.getByRole('heading', { name: 'Make payments boring.' })).toBeVisible();
  await expect(lineOf(page, /^Failed changes/)).toContainText('31 → to 12 %');
  await page.getByRole('button', { name: 'Objective', exact: true }).click();
  await paste(
    Array.from({ length: 4000 }, (_, at) => `Line ${at} of a document that is much too long for one mission`).join('\n'),
  );
  await expect(page.getByText('3996 pasted lines did not fit.')).toBeVisible();
  await accessible(page);
  await page.reload();
  await expect(page.getByText('3996 pasted lines did not fit.')).toBeVisible();
  await page.getByRole('button', { name: 'Let it go' }).click();
  await expect(titles(page).nth(1)).toHaveText('Line 0 of a document that is much too long for one mission');
});

test('a killed connection while typing, a reload and a closed tab lose nothing', async ({ page, context }) => {
  const address = await begin(page, 'Eve');
  await line(page, 'Boring.');
  await saved(page);
  await context.setOffline(true);
  await line(page, 'Written without a line');
  await page.keyboard.type('Minutes 45 → 12');
  await expect(page.getByText(/^No connection\. Keep writing:/)).toBeVisible();
  await page.waitForTimeout(700);
  await context.setOffline(false);
  await saved(page);
  await expect(page.getByLabel('Key result', { exact: true })).toHaveValue('Minutes 45 → 12');
  await page.reload();
  await expect(titles(page).first()).toHaveText('Written without a line');
  await expect(page.getByLabel('Key result', { exact: true })).toHaveValue('Minutes 45 → 12');
  // it waits, and takes no keyboard
  await expect(page.getByLabel('Key result', { exact: true })).not.toBeFocused();
  await page.getByLabel('Key result', { exact: true }).fill('Minutes 45 → 13');
  await page.close();
  const again = await context.newPage();
  await again.goto(address);
  await expect(again.getByLabel('Key result', { exact: true })).toHaveValue('Minutes 45 → 13');
});

test('two windows: edits of different lines are both kept, the same line is a choice by its words', async ({ page, context }) => {
  const address = await begin(page, 'Fay');
  for (const text of ['Boring.', 'One', 'first']) await line(page, text);
  await page.keyboard.press('Escape');
  await saved(page);
  const other = await context.newPage();
  await other.goto(address);
  await expect(lineOf(other, /^first/)).toBeVisible();
  // this window does not hear of the other's saves
  await page.route('**/trpc/**mission.get*', () => {});
  const rewrite = async (window: Page, name: RegExp, label: string, text: string) => {
    await lineOf(window, name).press('Enter');
    await window.getByLabel(label, { exact: true }).fill(text);
    await window.keyboard.press('Escape');
  };
  await rewrite(other, /^first/, 'Key result', 'first 1 → 2');
  await saved(other);
  await rewrite(page, /^One/, 'Objective', 'One, renamed');
  await expect(lineOf(page, /^first/)).toContainText('1 → to 2');
  await saved(page);
  await rewrite(other, /^Boring/, words, 'Boring payments, everywhere.');
  await saved(other);
  await rewrite(page, /^Boring/, words, 'Dull payments.');
  const choice = page.getByRole('region', { name: 'Written in two places' });
  await expect(choice.locator('mark')).not.toHaveCount(0);
  await accessible(page);
  await choice.getByRole('button', { name: 'Take the newer one' }).click();
  await page.unroute('**/trpc/**mission.get*');
  await expect(page.getByRole('heading', { name: 'Boring payments, everywhere.' })).toBeVisible();
  await saved(page);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Boring payments, everywhere.' })).toBeVisible();
  await expect(titles(page).first()).toHaveText('One, renamed');
});

test('text that runs from the right stands on its own side, also while it is written', async ({ page }) => {
  await begin(page, 'Gal');
  await page.keyboard.type('לבנות תשלומים אמינים');
  const side = (locator: ReturnType<Page['locator']>) => locator.evaluate((node) => getComputedStyle(node).direction);
  expect(await side(page.getByLabel(words))).toBe('rtl');
  await page.keyboard.press('Escape');
  const text = page.locator('[data-block=statement] [data-quotable]');
  expect(await side(text)).toBe('rtl');
  const right = await text.evaluate((node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return node.getBoundingClientRect().right - range.getBoundingClientRect().right;
  });
  expect(right).toBeLessThan(2);
});
