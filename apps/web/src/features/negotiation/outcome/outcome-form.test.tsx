import { expect, test } from 'vitest';
import { holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';
import { guardTable, moveOf, openTable } from '../../../../../../tests/support/table.ts';

const world = holdWorld();

test('a base a thousandth of what is on the table is asked about before an outcome is recorded', async () => {
  const ana = await world().person('Ana');
  const { opportunityId, negotiationId } = await openTable(ana);
  await ana.api.move.add.mutate({ negotiationId, move: moveOf('2026-05-10T09:00:00Z', 'employer', 11_800_000) });
  const kept = () => ana.api.outcome.get.query({ negotiationId }).then(({ outcome }) => outcome?.package.base ?? null);
  const screen = openScreen(ana, `/opportunities/${opportunityId}/negotiation/outcome`);
  await screen.press('button', 'Declined or withdrawn');
  await screen.write(/^Base, a year/, '121');
  await screen.press('button', 'Record it');
  await screen.findByText('€121. Did you mean €121,000?');
  expect(await kept()).toBeNull();
  await screen.press('button', 'Take €121,000');
  await screen.press('button', 'Record it');
  await expect.poll(kept).toBe(12_100_000);
});

test('an outcome in whose words the walk-away stands waits until its owner says that it may', async () => {
  const ben = await world().person('Ben');
  const { opportunityId, negotiationId } = await openTable(ben);
  await guardTable(ben, negotiationId);
  const kept = () => ben.api.outcome.get.query({ negotiationId }).then(({ outcome }) => outcome?.words ?? null);
  const screen = openScreen(ben, `/opportunities/${opportunityId}/negotiation/outcome`);
  await screen.press('button', 'Declined or withdrawn');
  await screen.write(/^In my words/, 'They never came near 180k.');
  await screen.press('button', 'Record it');
  await screen.findByText('This is the figure of your walk-away.');
  expect(await kept()).toBeNull();
  await screen.press('button', 'Save it all the same');
  await expect.poll(kept).toBe('They never came near 180k.');
});
