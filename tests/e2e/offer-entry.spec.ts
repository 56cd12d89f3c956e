import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { call, enter } from '../support/seat.ts';

/** Ana at an opening of hers that has no offer yet. */
async function begin(page: Page): Promise<void> {
  await enter(page, 'Ana', 'USD', 'en-US');
  const opening = { company: 'Quuxcorp', role: 'Staff engineer', alias: '', stage: 'offer', on: '2026-01-05' };
  const { opportunityId } = await call(page, 'opportunity.create', opening);
  await page.goto(`/opportunities/${opportunityId}/offer`);
  await page.getByRole('button', { name: 'Enter the offer' }).click();
}

/** Puts it on record and expects this sentence beside this field. */
async function refused(page: Page, label: string | RegExp, sentence: string, nth = 0): Promise<void> {
  await page.getByRole('button', { name: 'Put on record' }).click();
  const field = page.getByLabel(label, { exact: typeof label === 'string' }).nth(nth);
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(new RegExp(sentence.replace(/[.()%]/g, '\\$&')));
}

test('every part of a full letter is entered, counted, and there again for the next version', async ({ page }) => {
  await begin(page);
  await page.getByRole('button', { name: 'With shares (RSU)' }).click();
  await page.getByLabel('Base a year').fill('100k');
  await page.getByLabel('Bonus target, of base').fill('10');
  await page.getByLabel('Sign-on, year 1').fill('12k');
  await page.getByLabel('If I leave early').selectOption({ label: 'All at first, then less by month' });
  await page.getByLabel('Months in which all is owed').fill('3');
  await page.getByLabel('Value of the grant').fill('40k');
  await page.getByRole('button', { name: 'Add another grant' }).click();
  await page.getByLabel('Grant 2: its name').fill('Late grant');
  await page.getByLabel('Value of the grant').nth(1).fill('8k');
  await page.getByLabel('Vesting starts').nth(1).fill('2027-03-01');
  await page.getByRole('button', { name: 'Guaranteed bonus' }).click();
  await page.getByLabel('Guaranteed bonus, year 1').fill('15k');
  await page.getByRole('button', { name: 'Written refreshers' }).click();
  await page.getByLabel('Refreshers: in the letter?').selectOption('known');
  await page.getByLabel('Value of the grant').nth(2).fill('20k');
  await page.getByLabel('They add, of what I put in').fill('100');
  await page.getByLabel('Up to, of base').fill('3');
  await page.getByRole('button', { name: 'Add a tier' }).click();
  await page.getByLabel('Then they add').fill('50');
  await page.getByLabel('Up to, of base').nth(1).fill('5');
  await page.getByRole('button', { name: 'Other benefits' }).click();
  await page.getByRole('button', { name: 'Add a benefit' }).click();
  await page.getByLabel('Benefit', { exact: true }).fill('Train pass');
  await page.getByLabel('Worth a year').fill('1,200');
  await page.getByRole('button', { name: 'Put on record' }).click();
  await expect(page.getByText('v1 written', { exact: true })).toBeVisible();
  const years = page.getByRole('table', { name: 'Per vest year, USD' });
  await expect(years.getByRole('row', { name: /^Guaranteed bonus/ })).toContainText('5,000');
  await expect(years.getByRole('row', { name: /^Written refreshers/ })).toContainText('5,000');
  await expect(years.getByRole('row', { name: /^Pension or match/ })).toContainText('16,000');
  await expect(years.getByRole('row', { name: /^Other benefits/ })).toContainText('4,800');
  await expect(page.getByText(/^Late grant: \d+ vests as a table/)).toBeVisible();
  await page.getByText('What I owe back if I leave early').click();
  await expect(page.getByRole('table', { name: /^Owed after/ }).getByRole('row', { name: /^3/ })).toContainText('12,000');
  await page.getByRole('button', { name: 'New version' }).click();
  await expect(page.getByLabel('Grant 2: its name')).toHaveValue('Late grant');
  await expect(page.getByLabel('Value of the grant').nth(1)).toHaveValue('8,000');
  await expect(page.getByLabel('Guaranteed bonus, year 1')).toHaveValue('15,000');
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('what cannot be is refused with its sentence beside the field', async ({ page }) => {
  await begin(page);
  await page.getByRole('button', { name: 'Start-up, with options' }).click();
  await page.getByLabel('Base a year').fill('100k');
  await refused(page, 'Options', 'Fill this in or remove it.');
  await page.getByLabel('Options', { exact: true }).fill('4000');
  await page.getByLabel('Price of a share').fill('2');
  await page.getByLabel('Strike price').fill('3');
  await expect(page.getByLabel('Strike price')).toHaveAccessibleDescription('At or above the price: worth 0 today, not less.');
  await page.getByLabel('Months', { exact: true }).fill('');
  await refused(page, 'Months', 'Fill this in or remove it.');
  await expect(page.getByLabel('Of the grant', { exact: true })).not.toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Months', { exact: true }).fill('48');
  await page.getByLabel('Of the grant', { exact: true }).fill('99');
  await refused(page, 'Of the grant', 'The schedule sums to 99 %, not to 100 %.');
  await page.getByLabel('Of the grant', { exact: true }).fill('100');
  await page.getByLabel('Cliff, months').fill('60');
  await refused(page, /^Cliff, months/, 'The cliff (60 months) is longer than the grant (48 months).');
  await page.getByLabel('Cliff, months').fill('12');
  await page.getByLabel('Vesting starts').fill('2027-01-31');
  await page.getByLabel('Answer by').fill('2027-03-28');
  await page.getByLabel('Their time zone').selectOption('Europe/Berlin');
  await page.getByLabel('At', { exact: false }).and(page.locator('input[type=time]')).fill('02:30');
  await expect(page.getByText('skip this hour on that day. Which one is meant?')).toBeVisible();
  await page.getByLabel(/^After it: 3:30/).check();
  await page.locator('input[type=time]').fill('');
  await page.getByLabel('Answer by').fill('2027-10-31');
  await page.locator('input[type=time]').fill('02:30');
  await expect(page.getByText('pass this hour twice on that day. Which one is meant?')).toBeVisible();
  await page.getByLabel(/^The second/).check();
  await page.getByRole('button', { name: 'Put on record' }).click();
  await expect(page.getByText('v1 written', { exact: true })).toBeVisible();
  await expect(page.getByText('The strike is at or above the price: worth nothing today.')).toBeVisible();
  const years = page.getByRole('table', { name: 'Per vest year, USD' });
  await expect(years.getByRole('row', { name: /^Options/ })).toHaveText(/^Options48 months, monthly–––––/);
  await expect(years.getByRole('row', { name: /^Total/ })).toContainText('400,000');
  await expect(page.getByText(/2:30 AM in Berlin/)).toBeVisible();

  await page.getByRole('button', { name: 'Change' }).first().click();
  await page.getByText('Words to ask for more time').click();
  await expect(page.getByLabel('To say or to send')).toHaveValue(/my answer by Tue, Nov 2\. /);
  await page.getByText('Refused', { exact: true }).click();
  await page.getByLabel(/^Note as a red flag/).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Refused more time for an answer.')).toBeVisible();
});
