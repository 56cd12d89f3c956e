import { expect, test } from 'vitest';
import { holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';

const world = holdWorld();
const opening = { company: 'Zyxwell', role: 'Staff engineer', alias: 'fintech', stage: 'interview', on: '2026-11-10' } as const;

test('somebody new reads what will stand here', async () => {
  const screen = openScreen(await world().person('Eva'), '/notices');
  await screen.findByText('Nothing has happened yet');
  expect((await screen.find('link', /^Notices/)).textContent).toBe('Notices');
});

test('news are bundled, counted in the rail, and put away by one press', async () => {
  const [ana, ben, cara] = [await world().person('Ana'), await world().person('Ben'), await world().person('Cara')];
  const councilId = await world().council('Wednesday', [ana, ben, cara]);
  const { opportunityId } = await ana.api.opportunity.create.mutate(opening);
  const { missionId } = await ana.api.mission.create.mutate({ opportunityId });
  const whole = {
    company: 'hidden',
    pay: 'hidden',
    equity: 'hidden',
    benefits: 'hidden',
    dates: 'hidden',
    notes: 'hidden',
  } as const;
  await ana.api.share.set.mutate({ itemId: missionId, councilId, readerId: null, levels: whole, expiresAt: null });
  const words = { itemId: missionId, blockId: 'item', label: 'The mission', text: 'QUOTECANARY', mentions: [] };
  await ben.api.thread.start.mutate(words);
  await cara.api.thread.start.mutate(words);
  const screen = openScreen(ana, '/notices');
  await screen.findByText(/Cara and Ben commented on your job mission/);
  await screen.findByText(/Cara and Ben joined Wednesday/);
  await expect.poll(() => screen.getByRole('link', { name: /^Notices/ }).textContent).toBe('Notices2 new');
  expect(document.body.textContent).not.toContain('QUOTECANARY');
  await screen.press('button', 'Mark all as seen');
  await expect.poll(() => screen.getByRole('link', { name: /^Notices/ }).textContent).toBe('Notices');
  await screen.find('heading', 'Earlier');
  expect(screen.queryByRole('heading', { name: 'New' })).toBeNull();
});

test('a failed look says so in words', async () => {
  const screen = openScreen(await world().person('Fay'), '/notices', { breaks: ['today.notices'] });
  await screen.findByText('We could not fetch your notices.');
});
