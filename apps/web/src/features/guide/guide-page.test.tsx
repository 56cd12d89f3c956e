import { newId } from '@parley/db/id';
import { expect, test } from 'vitest';
import { holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';

const world = holdWorld();
const cadence = { weekday: 4, time: '18:00', zone: 'Europe/Vienna', minutes: 90 };

test('every practice stands under its part of the road, and a word finds the ones that speak of it', async () => {
  const ana = await world().person('Ana');
  const screen = openScreen(ana, '/method');
  await screen.find('heading', 'The negotiation');
  expect(screen.getByRole('heading', { name: 'Ten mistakes' }).closest('article')?.id).toBe('mistakes');
  await screen.write('Look for something', 'leaving well');
  await screen.findByText(/^\d+ topics?$/);
  expect(screen.queryByRole('heading', { name: 'Ten mistakes' })).toBeNull();
  expect(screen.getAllByRole('article')[0]?.textContent).toContain('Leaving well');
  await screen.write('Look for something', 'zebra');
  await screen.findByText('Nothing here mentions that.');
  await screen.press('button', 'Show everything');
  await screen.find('heading', 'Ten mistakes');
});

test('the lists of my own councils are found among them', async () => {
  const ben = await world().person('Ben');
  const { councilId } = await ben.api.council.create.mutate({ name: 'Table', purpose: '', cadence, charter: 'We keep it.' });
  await ben.api.checklist.create.mutate({
    councilId,
    checklist: { title: 'Our Thursday list', lines: [{ id: newId(), text: 'Ask for the works council agreement.' }] },
  });
  const screen = openScreen(ben, '/method');
  await screen.find('heading', 'Our Thursday list');
  await screen.write('Look for something', 'works council');
  await expect.poll(() => screen.getAllByRole('article').map(({ textContent }) => textContent)).toHaveLength(1);
});
