import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeLetter } from '@parley/domain/mail/letter';
import { notificationKinds } from '@parley/domain/notification/notification';
import { expect, test } from '@playwright/test';
import { pictures } from '../support/demo-house.ts';
import { freePort } from '../support/free-port.ts';
import { startHouse } from '../support/house.ts';
import { openPostOffice, readMail } from '../support/post-office.ts';
import { call, enter } from '../support/seat.ts';

const cadence = { weekday: 4, time: '18:00', zone: 'Europe/Vienna', minutes: 90 };

test('a real server writes a mail a minute after the act; its link leads in, and no more mail asks for a press', async ({
  browser,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-mail-'));
  const office = await openPostOffice();
  const url = `http://localhost:${await freePort()}`;
  const mail = { PARLEY_URL: url, PARLEY_SMTP_URL: office.url, PARLEY_MAIL_FROM: 'Parley <parley@parley.example>' };
  const house = await startHouse(folder, { PORT: new URL(url).port, ...mail });
  const context = await browser.newContext({ baseURL: url });
  const [ana, ben] = [await context.newPage(), await (await browser.newContext({ baseURL: url })).newPage()];
  await enter(ana, 'Ana');
  const email = await enter(ben, 'Ben');
  const { councilId } = await call(ana, 'council.create', { name: 'Thursday', purpose: '', cadence, charter: 'We keep it.' });
  const { link } = await call(ana, 'invitation.create', { councilId, email });
  await call(ben, 'invitation.accept', { token: link?.split('token=')[1], charterVersion: 1 });
  // each is asked once whether the address is theirs; then the news
  await expect.poll(() => office.received.length, { timeout: 100_000, intervals: [1_000] }).toBe(3);
  const mails = await Promise.all(office.received.map(readMail));
  expect(mails.map((mail) => mail.subject).sort()[2]).toBe('Parley: news from your council');
  const { text = '', subject } = mails.find((mail) => mail.subject?.includes('news')) ?? {};
  expect(subject).toBe('Parley: news from your council');
  expect(`${subject} ${text}`).not.toMatch(/Ben|Thursday/);
  await ana.goto(/See what it is: (\S+)/.exec(text)?.[1] ?? '');
  await expect(ana.getByText('Ben joined Thursday')).toBeVisible();
  await ana.goto(/No more mail: (\S+)/.exec(text)?.[1] ?? '');
  const stop = ana.getByRole('button', { name: 'No more mail' });
  await expect(stop).toBeVisible();
  expect((await call(ana, 'mail.get', undefined)).standard).toBe('atOnce');
  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 360],
  ] as const) {
    await ana.emulateMedia({ colorScheme });
    await ana.setViewportSize({ width, height: 740 });
    await ana.screenshot({ path: join(pictures, `unsubscribe-${width}-${colorScheme}.png`) });
  }
  await stop.click();
  await expect(ana.getByText('No more mail will come.')).toBeVisible();
  expect((await call(ana, 'mail.get', undefined)).standard).toBe('never');
  await ana.goto('/me');
  await expect(ana.getByLabel('By mail', { exact: true })).toHaveValue('never');
  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 360],
  ] as const) {
    await ana.emulateMedia({ colorScheme });
    await ana.setViewportSize({ width, height: 740 });
    await ana.getByLabel('By mail', { exact: true }).selectOption('weekly');
    await ana.locator('#mail').screenshot({ path: join(pictures, `mail-settings-${width}-${colorScheme}.png`) });
  }
  await context.close();
  house.process.kill('SIGTERM');
  await house.exited;
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a letter reads well on a light and on a dark screen, wide and narrow', async ({ page }) => {
  const origin = 'https://parley.example';
  const ways = { notices: `${origin}/notices`, settings: `${origin}/me#mail`, stop: `${origin}/unsubscribe#x` };
  await page.setContent(composeLetter(notificationKinds.slice(0, 8), ways).html);
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1280, 360]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 640 });
      await page.screenshot({ path: join(pictures, `letter-${width}-${colorScheme}.png`) });
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(ground).toBe(colorScheme === 'light' ? 'rgb(246, 250, 250)' : 'rgb(14, 21, 21)');
    }
});
