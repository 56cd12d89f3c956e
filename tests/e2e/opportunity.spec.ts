import { expect, test } from '@playwright/test';
import { accessible } from '../support/accessible.ts';
import { call, enter } from '../support/seat.ts';

const opening = (role: string, stage: string) => ({ company: `The ${role} company`, role, alias: '', stage, on: '2026-01-05' });

test('a person adds openings, moves them about the board, and takes a slip back', async ({ page }) => {
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(error.message));
  page.on('console', (message) => message.type() === 'error' && broken.push(message.text()));
  await enter(page, 'Ana');
  await page.goto('/opportunities');
  await expect(page.getByText('Write down the first opening you are pursuing')).toBeVisible();
  await accessible(page);

  await page.getByRole('button', { name: 'Add an opportunity' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Company').fill('Northwind Pay');
  await dialog.getByRole('button', { name: 'Add opportunity' }).click();
  await expect(dialog.getByText('Write the role.')).toBeVisible();
  await dialog.getByLabel('Role').fill('Staff engineer');
  await dialog.getByRole('button', { name: 'Add opportunity' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Staff engineer' })).toBeVisible();

  for (const [role, stage] of [
    ['Head of data', 'screen'],
    ['Architect', 'offer'],
  ] as const)
    await call(page, 'opportunity.create', opening(role, stage));
  await page.goto('/opportunities');
  const column = (name: string) => page.getByRole('region', { name, exact: true });
  const card = page.getByRole('article').filter({ hasText: 'Staff engineer' });
  await card.dragTo(column('Applied'));
  await expect(column('Applied').getByText('Northwind Pay')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(column('Lead').getByText('Northwind Pay')).toBeVisible();

  // The same with the keyboard alone; what cannot be says why.
  await card.getByRole('button', { name: 'Move Staff engineer to…' }).press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Accepted' })).toContainText('There is no offer yet');
  await page.getByRole('menuitem', { name: 'Interview' }).press('Enter');
  await expect(column('Interview').getByText('Northwind Pay')).toBeVisible();

  await page.getByRole('article').filter({ hasText: 'Architect' }).getByRole('button').press('Enter');
  await page.getByRole('menuitem', { name: 'Declined' }).press('Enter');
  await expect(column('Ended').getByText('The Architect company')).toBeVisible();
  await accessible(page);

  await page.getByRole('button', { name: 'List', exact: true }).click();
  await page.getByRole('button', { name: 'Role' }).click();
  await expect(page).toHaveURL(/view=list/);
  await expect(page.getByRole('row').nth(1)).toContainText('Architect');
  await page.getByRole('button', { name: 'Role' }).click();
  await page.reload();
  await expect(page.getByRole('row').nth(1)).toContainText('Staff engineer');
  await accessible(page);
  expect(broken).toEqual([]);
});

test('the page of an opening: narrow and dark, and deleted with everything in it', async ({ page }) => {
  await enter(page, 'Ben');
  await page.goto('/opportunities');
  await page.getByRole('button', { name: 'Add an opportunity' }).first().click();
  await page.getByRole('dialog').getByLabel('Company').fill('Northwind Pay');
  await page.getByRole('dialog').getByLabel('Role').fill('Staff engineer');
  await page.getByRole('button', { name: 'Add opportunity' }).click();

  await page.getByRole('button', { name: 'Add a next step' }).click();
  await page.getByRole('textbox', { name: 'Next step' }).fill('Send the draft to Cara');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: /Send the draft to Cara/ })).toBeVisible();

  await page.setViewportSize({ width: 360, height: 740 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await accessible(page);
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

  await page.getByRole('button', { name: 'More actions', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await expect(page.getByText('Write down the first opening you are pursuing')).toBeVisible();
});
