import { expect, test } from '@playwright/test';
import { accessible } from '../support/accessible.ts';
import { enter, keptBy } from '../support/seat.ts';

test('somebody who is signed in looks around in the sample: nothing is asked for, nothing kept, nothing mixed', async ({
  page,
}) => {
  await enter(page, 'Noor');
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto('/sign-in');
  const before = await keptBy(page);
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const [answer] = await Promise.all([
    page.waitForResponse((response) => new URL(response.url()).pathname === '/sample'),
    page.getByRole('link', { name: 'Look around in a sample council' }).click(),
  ]);
  expect(answer.headers()['content-security-policy']).toContain("connect-src 'none'");
  const mark = page.getByRole('complementary', { name: 'Sample' });
  await expect(mark.getByText('All invented; nothing is kept.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await accessible(page);

  await page.getByRole('link', { name: 'Council', exact: true }).click();
  await expect(page).toHaveURL(/\/sample\/council\/[0-9a-f-]{36}$/);
  await page.getByRole('button', { name: 'Ask for help' }).click();
  await page.getByLabel('What do you want help with?').fill('A word typed in the sample');
  await page.getByRole('button', { name: 'Ask the council' }).click();
  await expect(page.getByText('This is a sample: nothing that you do here is kept.')).toBeVisible();
  await page.getByRole('link', { name: 'Opportunities' }).click();
  await page.getByRole('link', { name: 'Head of Product' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Head of Product' })).toBeVisible();
  // the same address again, from outside
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Head of Product' })).toBeVisible();
  await expect(mark).toBeVisible();

  expect(asked.filter((path) => !/^\/(sample|assets|icon|theme)/.test(path))).toEqual([]);
  expect(complaints).toEqual([]);
  await mark.getByRole('link', { name: 'Leave' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
  const storage = (kept: typeof before) => kept.filter(({ place }) => /Storage|indexedDB|caches|cookies/.test(place));
  expect(storage(await keptBy(page))).toEqual(storage(before));
});
