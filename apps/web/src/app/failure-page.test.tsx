import { expect, test } from 'vitest';
import { holdWorld, openScreen } from '../../../../tests/support/screen.tsx';

const world = holdWorld();

test('an address without a page says so, and leads to Today', async () => {
  const screen = openScreen(await world().person('Ana'), '/nowhere');
  await screen.find('heading', 'There is no page at this address');
  expect(screen.getByRole('link', { name: 'Go to Today' }).getAttribute('href')).toBe('/');
});

test('what is not there and what is somebody else’s get the same words', async () => {
  const [ben, cara] = [await world().person('Ben'), await world().person('Cara')];
  const opening = { company: 'Acme', alias: '', role: 'Engineer', stage: 'lead', on: '2026-11-01' } as const;
  const { opportunityId } = await ben.api.opportunity.create.mutate(opening);
  const words = [];
  for (const id of [opportunityId, '01999999-0000-7000-8000-000000000000']) {
    const screen = openScreen(cara, `/opportunities/${id}`);
    const [heading] = await screen.findAllByRole('heading', { name: 'You cannot see this page' });
    words.push(heading?.closest('main')?.textContent);
  }
  expect(words[0]).toContain('your access has ended');
  expect(words[1]).toBe(words[0]);
});
