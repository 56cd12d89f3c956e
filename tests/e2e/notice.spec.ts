import { wholeLevels } from '@parley/domain/item/levels';
import { emptyMission } from '@parley/domain/mission/mission';
import { expect, type Page, test } from '@playwright/test';
import { call, enter } from '../support/seat.ts';

const cadence = { weekday: 4, time: '18:00', zone: 'Europe/Vienna', minutes: 90 };

/** A mission of Ana's that Ben may read. */
async function shareMission(ana: Page, ben: Page) {
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
  return { missionId, councilId, opportunityId };
}

const share = async (ana: Page, ben: Page) => (await shareMission(ana, ben)).missionId;

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
  await expect(bell).toHaveAccessibleName('Notices 2 new');
  await say('And by when.');
  await bell.click();
  const line = ana.getByRole('link', { name: /Ben commented on your job mission/ });
  await expect(line).toHaveCount(1);
  // a moment on the screen, and nothing is pressed
  await expect(bell).toHaveAccessibleName('Notices');
  await expect(line).toBeVisible();
  await line.click();
  await expect(ana).toHaveURL(/\/mission\?on=[^&]+$/);
  await expect(ana.getByRole('article', { name: 'Conversation started by Ben' }).last()).toBeFocused();
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

test('a notice of quoted words lands on the words, opens their conversation, and is seen', async ({ browser }) => {
  const [one, two] = [await browser.newContext(), await browser.newContext()];
  const [ana, ben] = [await one.newPage(), await two.newPage()];
  const itemId = await share(ana, ben);
  const said = 'Make payments so dependable that nobody talks about them.';
  const needs = Array.from({ length: 18 }, (_, at) => ({
    id: crypto.randomUUID(),
    leg: 'resources',
    text: at === 17 ? said : `Need number ${at}`,
    amount: null,
    keyResultId: null,
  }));
  await call(ana, 'mission.save', { missionId: itemId, rev: 1, document: { ...emptyMission, needs } });
  const { id } = await call(ben, 'identity.me', undefined);
  const quote = { of: said, start: 5, end: 13 };
  const words = { itemId, blockId: needs.at(-1)?.id, label: said, quote, text: 'Whose payments?', mentions: [id] };
  const { threadId } = await call(ana, 'thread.start', words);
  await ben.goto('/me');
  const bell = ben.getByRole('link', { name: /^Notices/ });
  await expect(bell).toHaveAccessibleName('Notices 2 new');
  await bell.click();
  await ben.getByRole('link', { name: /Ana mentioned you on their job mission/ }).click();
  const thread = ben.getByRole('article', { name: 'Conversation started by Ana' });
  await expect(thread).toBeFocused();
  await expect(thread).toContainText('Whose payments?');
  await expect(ben.locator('mark', { hasText: 'payments' })).toBeInViewport();
  await expect(ben).toHaveURL(/\/mission\?on=[^&]+$/);
  // from Today, too, and the other one only told that it is shared
  await call(ana, 'comment.add', { threadId, text: 'Ben?', mentions: [id] });
  await ben.goto('/');
  await ben.getByRole('link', { name: /Ana mentioned you/ }).click();
  await expect(thread).toBeFocused();
  await expect(bell).toHaveAccessibleName(/^Notices( 1 new)?$/);
  await one.close();
  await two.close();
});

test('what is asked lands where it is answered, and who joined on the members', async ({ browser }) => {
  const [one, two] = [await browser.newContext(), await browser.newContext()];
  const [ana, ben] = [await one.newPage(), await two.newPage()];
  const { councilId, opportunityId } = await shareMission(ana, ben);
  const made = async () => (await call(ana, 'debrief.create', { opportunityId, kind: 'interview' })).debriefId;
  const itemId = await made();
  await made();
  await call(ana, 'share.set', { itemId, councilId, readerId: null, levels: wholeLevels('hidden'), expiresAt: null });
  await call(ana, 'debrief.askReads', { debriefId: itemId, read: { likelihood: 60, reason: '' } });
  await ben.goto('/notices');
  await ben.getByRole('link', { name: /Ana shared their debrief and asks for your read/ }).click();
  const reads = ben.getByRole('region', { name: 'Sealed reads' });
  await expect(reads).toBeFocused();
  await expect(reads).toBeInViewport();
  await ana.goto('/notices');
  await ana.getByRole('link', { name: /Ben joined Thursday/ }).click();
  await expect(ana.locator('#members')).toBeFocused();
  await expect(ana.getByRole('heading', { name: 'Members' })).toBeInViewport();
  await one.close();
  await two.close();
});
