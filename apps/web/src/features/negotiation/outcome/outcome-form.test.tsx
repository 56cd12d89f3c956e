import { expect, test } from 'vitest';
import { holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';
import { moveOf, openTable } from '../../../../../../tests/support/table.ts';

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
