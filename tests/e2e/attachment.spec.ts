import { expect, type Page, test } from '@playwright/test';
import { accessible } from '../support/accessible.ts';
import { call, enter } from '../support/seat.ts';

const pdf = Buffer.from('%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF');
const name = 'Offer Quuxcorp – 26 November.pdf';

async function begin(ana: Page, ben: Page): Promise<string> {
  await enter(ana, 'Ana', 'USD', 'en-US');
  const email = await enter(ben, 'Ben', 'USD', 'en-US');
  const cadence = { weekday: 4, time: '18:00', zone: 'Europe/Vienna', minutes: 90 };
  const table = { name: 'Wednesday', purpose: '', cadence, charter: 'We keep what we hear.' };
  const { councilId } = await call(ana, 'council.create', table);
  const { link } = await call(ana, 'invitation.create', { councilId, email });
  await call(ben, 'invitation.accept', { token: link?.split('token=')[1], charterVersion: 1 });
  const opening = { company: 'Quuxcorp', role: 'Staff engineer', alias: 'fintech', stage: 'offer', on: '2026-01-05' };
  const { opportunityId = '' } = await call(ana, 'opportunity.create', opening);
  await ana.goto(`/opportunities/${opportunityId}/offer`);
  await ana.getByRole('button', { name: 'Enter the offer' }).click();
  await ana.getByLabel('Base a year').fill('145k');
  await ana.getByRole('button', { name: 'Put on record' }).click();
  return opportunityId;
}

/** Shares with Ben by the dialog, with the letter or without. */
async function share(ana: Page, withLetter: boolean): Promise<void> {
  await ana.getByRole('button', { name: /^Who sees this/ }).click();
  const dialog = ana.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: 'Ben' }).check();
  const letter = dialog.getByRole('group', { name: 'The letter itself' });
  if (withLetter) await letter.getByText('Shown', { exact: true }).click();
  await expect(dialog.getByText(/^Ben will see/)).toContainText(
    withLetter ? 'the letter itself, with all that it says' : 'no company',
  );
  await accessible(ana);
  await dialog.getByRole('button', { name: 'Share with Ben' }).click();
  await expect(dialog).toHaveCount(0);
}

test('a letter is kept, shared only when chosen, opened by its reader and seen in the log', async ({ page, browser }) => {
  const ben = await (await browser.newContext()).newPage();
  const opportunityId = await begin(page, ben);
  const region = page.getByRole('region', { name: 'Letter as it came' });
  const field = region.getByLabel('Keep the letter');
  await field.setInputFiles({ name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<svg onload="x()">') });
  await expect(region.getByText(/can hold a script/)).toBeVisible();
  await page.context().setOffline(true);
  await field.setInputFiles({ name, mimeType: 'application/pdf', buffer: pdf });
  await expect(region.getByText(/The file is still chosen/)).toBeVisible();
  await page.context().setOffline(false);
  await region.getByRole('button', { name: 'Send it again' }).click();
  await expect(region.getByText('Only you.')).toBeVisible();
  await accessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.setViewportSize({ width: 1280, height: 800 });

  await share(page, false);
  await ben.goto(`/opportunities/${opportunityId}/offer`);
  await ben.getByRole('button', { name: 'Open this offer' }).click();
  await expect(ben.getByText('Offer from fintech')).toBeVisible();
  await expect(ben.getByText('letter', { exact: false })).toHaveCount(0);

  await share(page, true);
  // other levels: what was open is put away, and opened anew
  await ben.getByRole('button', { name: 'Open this offer' }).click();
  const [download] = await Promise.all([
    ben.waitForEvent('download'),
    ben.getByRole('button', { name: `Download ${name}` }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(name);
  await accessible(ben);
  await expect(region.getByText('Shared with Ben.')).toBeVisible();
  await page.getByText(/^Opened by Ben/).click();
  await expect(page.getByText(`Ben downloaded ${name}`)).toBeVisible();
  await ben.context().close();
});
