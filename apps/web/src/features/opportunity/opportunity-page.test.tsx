import { expect, test } from 'vitest';
import { holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';
import { makeOffer } from '../../../../../tests/support/table.ts';

const world = holdWorld();

test('an opportunity shows what it is to its owner', async () => {
  const ana = await world().person('Ana');
  const { opportunityId } = await makeOffer(ana);
  const screen = openScreen(ana, `/opportunities/${opportunityId}`);
  await screen.find('heading', /Engineer/);
  expect(document.title).toContain('Engineer, Acme');
});

test('a failed look says so in words', async () => {
  const ben = await world().person('Ben');
  const { opportunityId } = await makeOffer(ben);
  const screen = openScreen(ben, `/opportunities/${opportunityId}`, { breaks: ['opportunity.page'] });
  await screen.findByText('We could not fetch the opportunity.');
});
