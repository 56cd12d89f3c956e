import { expect, test } from 'vitest';
import { holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';
import { openTable } from '../../../../../tests/support/table.ts';

const world = holdWorld();

test('deleting a negotiation names the rounds that go with it', async () => {
  const ana = await world().person('Ana');
  const { opportunityId, negotiationId } = await openTable(ana);
  for (let count = 0; count < 2; count += 1) await ana.api.round.create.mutate({ negotiationId });
  const screen = openScreen(ana, `/opportunities/${opportunityId}/negotiation`);
  await screen.press('button', 'More about this negotiation');
  await screen.press('menuitem', 'Delete this negotiation');
  await screen.findByText(/Rounds 1, 2 go with it\./);
  await screen.press('button', 'Delete the negotiation');
  await expect.poll(async () => (await ana.post('negotiation.get', { negotiationId })).status).toBe(404);
  expect(await ana.api.round.list.query({ opportunityId })).toEqual([]);
});

test('it says that what was held beside a round is read then', async () => {
  const ana = await world().person('Ana');
  const { opportunityId, negotiationId } = await openTable(ana);
  const { roundId } = await ana.api.round.create.mutate({ negotiationId });
  await ana.api.round.cancel.mutate({ roundId });
  const screen = openScreen(ana, `/opportunities/${opportunityId}/negotiation`);
  await screen.press('button', 'More about this negotiation');
  await screen.press('menuitem', 'Delete this negotiation');
  await screen.findByText(
    /Round 1 goes with it\. What those asked wrote on the offer and on debriefs reaches each other at once/,
  );
});
