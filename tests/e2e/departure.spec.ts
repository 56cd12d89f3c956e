import { readFileSync } from 'node:fs';
import type { Archive } from '@parley/domain/archive/archive';
import { wholeLevels } from '@parley/domain/item/levels';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { unpackFile } from '../../apps/web/src/lib/file/zip.ts';
import { accessible } from '../support/accessible.ts';
import { call, enter } from '../support/seat.ts';

const cadence = { weekday: 4, time: '18:00', zone: 'Europe/Vienna', minutes: 90 };

const letter = '%PDF-1.4\nThe letter as it came.\n%%EOF\n';

/** An offer of this page's person, with its letter kept. */
async function keepLetter(page: Page, opportunityId: string) {
  const { offerId = '' } = await call(page, 'offer.create', { opportunityId, receivedOn: null, deadline: null, draft: null });
  const status = await page.evaluate(
    async ([offer, body]) => {
      const raw = { 'content-type': 'application/octet-stream', 'x-parley-key': crypto.randomUUID() };
      const headers = { ...raw, 'x-parley-offer': offer, 'x-parley-name': btoa('letter.pdf').replaceAll('=', '') };
      return (await fetch('/trpc/attachment.keep', { method: 'POST', headers, body })).status;
    },
    [offerId, letter] as const,
  );
  expect(status).toBe(200);
}

/** Ana has a mission that Ben has commented on; Ben has an opportunity of his own. */
async function talk(ana: Page, ben: Page) {
  await enter(ana, 'Ana');
  const address = await enter(ben, 'Ben');
  const { councilId } = await call(ana, 'council.create', { name: 'Thursday', purpose: '', cadence, charter: 'We keep it.' });
  const { link } = await call(ana, 'invitation.create', { councilId, email: address });
  await call(ben, 'invitation.accept', { token: link?.split('token=')[1], charterVersion: 1 });
  const opening = { company: 'Acme', role: 'Staff engineer', alias: 'a shop', stage: 'lead', on: '2026-01-05' };
  const { opportunityId } = await call(ana, 'opportunity.create', opening);
  const { missionId = '' } = await call(ana, 'mission.create', { opportunityId });
  await call(ana, 'share.set', { itemId: missionId, councilId, readerId: null, levels: wholeLevels('hidden'), expiresAt: null });
  await keepLetter(ben, (await call(ben, 'opportunity.create', { ...opening, company: 'Nordlys' })).opportunityId ?? '');
  const said = { itemId: missionId, blockId: 'statement', label: 'Statement', text: 'Say the number first.', mentions: [] };
  await call(ben, 'thread.start', said);
  return `/opportunities/${opportunityId}/mission`;
}

/** A new account takes in what the other has taken along: the letter of its offer is what it was. */
async function bringElsewhere(browser: Browser, path: string) {
  const page = await (await browser.newContext({ acceptDownloads: true })).newPage();
  await enter(page, 'Benagain');
  await page.goto('/me');
  await page.getByText('Bring an archive from another Parley').click();
  await page.getByLabel('The zip file that Parley gave you').setInputFiles({
    name: 'parley.zip',
    mimeType: 'application/zip',
    buffer: readFileSync(path),
  });
  await page.getByRole('button', { name: 'Bring it in' }).click();
  await expect(page.getByText(/^Brought in: 1 opportunity, 1 offer, 1 file kept with an offer/)).toBeVisible();
  await accessible(page);
  await page.goto('/opportunities');
  await page
    .getByRole('link', { name: /Staff engineer/ })
    .first()
    .click();
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Offer' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download letter.pdf' }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toBe(letter);
  await page.context().close();
}

test('somebody takes everything along and goes: the file is whole, the other reads a former member, every tab is at the door', async ({
  browser,
}) => {
  const [one, two] = [await browser.newContext(), await browser.newContext({ acceptDownloads: true })];
  const [ana, ben] = [await one.newPage(), await two.newPage()];
  const room = await talk(ana, ben);
  await ana.goto(room);
  await ana.getByRole('button', { name: /^1 comment on/ }).click();
  await expect(ana.getByText('Ben', { exact: true }).first()).toBeVisible();

  await ben.goto('/me');
  const [download] = await Promise.all([
    ben.waitForEvent('download'),
    ben.getByRole('button', { name: 'Take my archive' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^parley-\d{4}-\d\d-\d\d\.zip$/);
  const zip = new Blob([Uint8Array.from(readFileSync(await download.path()))]);
  const { tables }: Archive = JSON.parse((await unpackFile(zip, 'archive.json')) ?? '{}');
  expect(await unpackFile(zip, `attachments/${String(tables.attachment?.[0]?.id)}/letter.pdf`)).toBe(letter);
  await expect(ben.getByText(/is in your downloads, with \d+ entries\./)).toBeVisible();

  const phone = await two.newPage();
  await Promise.all([phone.waitForRequest(/\/trpc\//), phone.goto('/opportunities')]);
  await expect(phone.getByRole('link', { name: /Staff engineer/ }).first()).toBeVisible();
  await ben.bringToFront();
  await ben.getByRole('button', { name: 'End my account' }).click();
  const dialog = ben.getByRole('dialog', { name: 'End your account' });
  await expect(dialog.getByText(/^1 comment that you wrote for others/)).toBeVisible();
  await accessible(ben);
  await dialog.getByLabel('Your password, to confirm').fill('a quiet room for Ben');
  await dialog.getByRole('button', { name: 'End my account for good' }).click();
  await expect(ben).toHaveURL(/\/sign-in/);
  await expect(phone.getByRole('dialog', { name: 'Your session has ended' })).toBeVisible();
  await expect(ana.getByText('A former member').first()).toBeVisible();
  await expect(ana.getByText('Say the number first.')).toBeVisible();
  await bringElsewhere(browser, await download.path());
  await one.close();
  await two.close();
});
