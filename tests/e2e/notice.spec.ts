import { wholeLevels } from '@parley/domain/item/levels';
import { expect, type Page, test } from '@playwright/test';
import { call, enter } from '../support/seat.ts';

const cadence = { weekday: 4, time: '18:00', zone: 'Europe/Vienna', minutes: 90 };

/** A mission of Ana's that Ben may read. */
async function share(ana: Page, ben: Page): Promise<string> {
  await enter(ana, 'Ana');
  const email = await enter(ben, 'Ben');
  const { councilId } = await call(ana, 'council.create', { name: 'Thursday', purpose: '', cadence, charter: 'We keep it.' });
  const { link } = await call(ana, 'invitation.create', { councilId, email });
  await call(ben, 'invitation.accept', { token: link?.split('token=')[1], charterVersion: 1 });
  const opening = { company: 'Acme', role: 'Staff engineer', alias: 'a shop', stage: 'lead', on: '2026-01-05' };
  const { opportunityId } = await call(ana, 'opportunity.create', opening);
  const { missionId = '' } = await call(ana, 'mission.create', { opportunityId });
  const levels = wholeLevels('hidden');
  await call(ana, 'share.set', { itemId: missionId, councilId, readerId: null, levels, expiresAt: null });
  return missionId;
}

test('a notice is counted on every page at once, and to look at it is to have seen it', async ({ browser }) => {
  const [one, two] = [await browser.newContext(), await browser.newContext()];
  const [ana, ben] = [await one.newPage(), await two.newPage()];
  const itemId = await share(ana, ben);
  await Promise.all([ana.waitForRequest(/stream\.follow/), ana.goto('/me')]);
  const bell = ana.getByRole('link', { name: /^Notices/ });
  await expect(bell).toHaveAccessibleName('Notices 1 new');
  const say = (text: string) =>
    call(ben, 'thread.start', { itemId, blockId: 'statement', label: 'Statement', text, mentions: [] });
  await say('I would say what the number was before.');
  await expect(bell).toHaveAccessibleName('Notices 2 new', { timeout: 3_000 });
  await say('And by when.');
  await bell.click();
  const line = ana.getByRole('link', { name: /Ben commented on your job mission/ });
  await expect(line).toHaveCount(1);
  // a moment on the screen, and nothing is pressed
  await expect(bell).toHaveAccessibleName('Notices');
  await expect(line).toBeVisible();
  await line.click();
  await expect(ana).toHaveURL(/\/mission$/);
  await one.close();
  await two.close();
});

test('a mention waits in the count until it is followed', async ({ browser }) => {
  const [one, two] = [await browser.newContext(), await browser.newContext()];
  const [ana, ben] = [await one.newPage(), await two.newPage()];
  const itemId = await share(ana, ben);
  const { id } = await call(ben, 'identity.me', undefined);
  await call(ana, 'thread.start', { itemId, blockId: 'statement', label: 'Statement', text: 'Ben?', mentions: [id] });
  await ben.setViewportSize({ width: 360, height: 740 });
  await ben.goto('/notices');
  const bell = ben.getByRole('link', { name: /^Notices/ });
  await expect(bell).toHaveAccessibleName('Notices 1 new');
  await ben.getByRole('link', { name: /Ana mentioned you on their job mission/ }).click();
  await expect(bell).toHaveAccessibleName('Notices');
  await one.close();
  await two.close();
});
