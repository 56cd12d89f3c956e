import { expect, type Page, test } from '@playwright/test';
import { call, freshAddress } from '../support/seat.ts';

const password = 'a quiet room with light';

/** Signs a new person up and in, and opens Today. */
async function enter(page: Page, name: string): Promise<string> {
  const email = freshAddress(name);
  await page.goto('/sign-in');
  const profile = { displayName: name, timeZone: 'Asia/Kathmandu', locale: 'en-GB', currency: 'EUR' };
  await call(page, 'identity.signUp', { email, password, ...profile });
  await call(page, 'identity.signIn', { email, password });
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  return email;
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });

test('the four places are two keys away, and the keys are listed', async ({ page }) => {
  await enter(page, 'Kim');
  for (const [key, name] of [
    ['o', 'Opportunities'],
    ['m', 'Me'],
    ['t', 'Today'],
  ] as const) {
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    await expect(heading(page, name)).toBeVisible();
    await expect(page).toHaveTitle(`${name} · Parley`);
  }
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(keys.getByText('Go to Council')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
});

test('a new page begins at its content, a fresh one at the way past the rail', async ({ page }) => {
  await enter(page, 'Pim');
  await page.getByRole('link', { name: 'Me', exact: true }).click();
  await expect(heading(page, 'Me')).toBeVisible();
  await expect(page.locator('main')).toBeFocused();
  await page.reload();
  await expect(heading(page, 'Me')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

test('a chosen theme holds over a reload and is there before the first paint', async ({ page }) => {
  await enter(page, 'Theo');
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  expect(await ground()).not.toBe(light);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await ground()).not.toBe(light);
});

test('a dialog with something typed in it asks before it closes, however often Escape is pressed', async ({ page }) => {
  await enter(page, 'Dara');
  await page.goto('/opportunities');
  await page.getByRole('button', { name: 'Add an opportunity' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Company').fill('Northwind');
  for (const _ of [1, 2, 3]) await page.keyboard.press('Escape');
  await expect(dialog.getByText('What you typed here has not been sent.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Keep writing' }).click();
  await expect(dialog.getByLabel('Company')).toHaveValue('Northwind');
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Throw it away' }).click();
  await expect(dialog).toBeHidden();
});

test('a session that ends keeps what is typed, and goes on after the password', async ({ page }) => {
  await enter(page, 'Sena');
  await page.goto('/opportunities');
  await page.getByRole('button', { name: 'Add an opportunity' }).first().click();
  const add = page.getByRole('dialog').first();
  await add.getByLabel('Company').fill('Northwind');
  await add.getByLabel('Role').fill('Staff engineer');
  await page.context().clearCookies();
  await add.getByRole('button', { name: 'Add opportunity' }).click();
  const again = page.getByRole('dialog', { name: 'Your session has ended' });
  await again.getByLabel('Password').fill(password);
  await again.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(again).toBeHidden();
  await expect(add.getByLabel('Role')).toHaveValue('Staff engineer');
  await add.getByRole('button', { name: 'Add opportunity' }).click();
  await expect(heading(page, 'Staff engineer')).toBeVisible();
});

test('a send whose answer is lost takes effect once', async ({ page }) => {
  await enter(page, 'Lou');
  await page.goto('/opportunities');
  await page.getByRole('button', { name: 'Add an opportunity' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Company').fill('Northwind');
  await dialog.getByLabel('Role').fill('Only once');
  let lost = 0;
  // The server does the work, and the answer never arrives: twice.
  await page.route('**/trpc/opportunity.create*', async (route) => {
    lost += 1;
    if (lost > 2) return route.continue();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await dialog.getByRole('button', { name: 'Add opportunity' }).click();
  await expect(heading(page, 'Only once')).toBeVisible();
  expect(lost).toBe(3);
  await page.goto('/opportunities');
  await expect(page.getByRole('link', { name: /Only once/ })).toHaveCount(1);
});

test('content that was taken back leaves the open page', async ({ page }) => {
  await enter(page, 'Ola');
  const made = await call(page, 'opportunity.create', {
    company: 'Northwind',
    role: 'Gone soon',
    alias: '',
    stage: 'lead',
    on: '2026-01-05',
  });
  const opportunityId = typeof made === 'object' && made !== null ? Reflect.get(made, 'opportunityId') : '';
  await page.goto(`/opportunities/${opportunityId}`);
  await expect(heading(page, 'Gone soon')).toBeVisible();
  await call(page, 'opportunity.remove', { opportunityId, rev: 1 });
  // The page is told, and asks by itself.
  await expect(heading(page, 'You cannot see this page')).toBeVisible();
  expect(await page.content()).not.toContain('Gone soon');
});

test('out of reach: what was read stays, with its time, until the server answers again', async ({ page }) => {
  await enter(page, 'Kim');
  const opening = { company: 'Quuxcorp', role: 'Staff engineer', alias: '', stage: 'lead', on: '2026-01-05' };
  await call(page, 'opportunity.create', opening);
  await page.goto('/opportunities');
  await page.getByRole('link', { name: 'Staff engineer' }).click();
  await expect(heading(page, 'Staff engineer')).toBeVisible();
  await page.context().setOffline(true);
  const note = page.getByText(/^Parley cannot be reached\. This is how things stood at \d\d:\d\d; it will update by itself\.$/);
  await expect(note).toBeVisible();
  await expect(heading(page, 'Staff engineer')).toBeVisible();
  await page.context().setOffline(false);
  await expect(note).toBeHidden();
});
