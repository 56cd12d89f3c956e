import { expect, test } from 'vitest';
import { holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';
import { openTable } from '../../../../../../tests/support/table.ts';

const world = holdWorld();

test('the numbers save themselves, say when they do not fit, and come back after a fault', async () => {
  const ana = await world().person('Ana');
  const { opportunityId, negotiationId } = await openTable(ana);
  const screen = openScreen(ana, `/opportunities/${opportunityId}/negotiation/plan`);
  const kept = async () => (await ana.api.negotiation.get.query({ negotiationId })).plan;
  screen.break('negotiation.save');
  await screen.write(/^Target base, a year/, '120k');
  await screen.findAllByText(/not saved yet/);
  expect((await kept()).target.base).toBeNull();
  screen.mend();
  await screen.write(/^Ideal base, a year/, '110k');
  await screen.findAllByText('Your ideal base is below your target base.');
  await expect.poll(kept).toMatchObject({ target: { base: 120_000_00 }, ideal: { base: 110_000_00 } });
});
