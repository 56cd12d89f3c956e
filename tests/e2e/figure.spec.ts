import { expect, type Page, test } from '@playwright/test';
import { accessible } from '../support/accessible.ts';
import { call, enter } from '../support/seat.ts';

/** The form of an offer, for somebody who reads numbers in this way. */
async function openForm(page: Page, currency: string, locale: string) {
  const email = await enter(page, 'Ana', currency, locale);
  const cadence = { weekday: 4, time: '18:00', zone: 'Europe/Vienna', minutes: 90 };
  await call(page, 'council.create', { name: 'Wednesday', purpose: '', cadence, charter: 'We keep what we hear.' });
  const opening = { company: 'Quuxcorp', role: 'Staff engineer', alias: 'fintech', stage: 'offer', on: '2026-01-05' };
  const { opportunityId } = await call(page, 'opportunity.create', opening);
  await page.goto(`/opportunities/${opportunityId}/offer`);
  await page.getByRole('button', { name: 'Enter the offer' }).click();
  return email;
}

/** Types key by key, and looks after each that nothing was taken away or changed. */
async function typeInto(page: Page, label: string, text: string) {
  const field = page.getByLabel(label);
  await field.click();
  for (const [at] of [...text].entries()) {
    await field.press(text[at] ?? '');
    await expect(field).toHaveValue(text.slice(0, at + 1));
  }
  await field.blur();
  await expect(field).toHaveValue(text);
}

test('what is typed stays as typed, and stands beside the field as it was read', async ({ page }) => {
  await openForm(page, 'INR', 'en-IN');
  await typeInto(page, 'Base a year', '12 LPA');
  await expect(page.getByText('= ₹12,00,000 a year')).toBeVisible();
  await page.getByLabel('Sign-on: in the letter?').selectOption('Stated');
  for (const text of ['3,00,000', '0.5k', '-5', '1e5']) {
    await page.getByLabel('Sign-on, year 1').fill('');
    await typeInto(page, 'Sign-on, year 1', text);
    await expect(page.getByLabel('Sign-on: in the letter?')).toHaveValue('known');
  }
  await expect(page.getByText('Write the number out. Enter an amount, such as 1,85,000 or 185k.')).toBeVisible();
  await typeInto(page, 'Sign-on, year 2', '0.5k');
  await expect(page.getByText('= ₹500', { exact: true })).toBeVisible();
  await page.getByLabel('Base a year').fill('1,00,000 pm');
  await page.getByLabel('Base a month').blur();
  await expect(page.getByText('= ₹1,00,000 a month')).toBeVisible();
  await expect(page.getByText('₹12,00,000 a year: × 12 months.')).toBeVisible();
  await page.getByLabel('Sign-on, year 2').fill('');
  await typeInto(page, 'Sign-on, year 2', '5,000 pm');
  await expect(page.getByText('That is an amount a month. This one is paid once.')).toBeVisible();
});

test('what may be two figures is asked, and another currency is offered and changes no figure', async ({ page }) => {
  await openForm(page, 'EUR', 'de-DE');
  await typeInto(page, 'Base a year', '185.50');
  await expect(page.getByText('This can be read in two ways. Which is it?')).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: '185,50 €' }).click();
  await expect(page.getByLabel('Base a year')).toHaveValue('185,50');
  await page.getByLabel('Base a year').fill('$100.000');
  await page.getByLabel('Base a year').blur();
  await expect(page.getByText('This field is in EUR; you wrote $.')).toBeVisible();
  await page.getByRole('button', { name: 'Change to USD' }).click();
  await expect(page.getByText('= 100.000 $')).toBeVisible();
  await expect(page.getByLabel('Base a year')).toHaveValue('$100.000');
  await page.getByLabel('Base a year').fill('100.000');
  await page.getByLabel('Currency').selectOption('JPY');
  await expect(page.getByLabel('Base a year')).toHaveValue('100.000');
  await expect(page.getByText('= 100.000 ¥')).toBeVisible();
});
