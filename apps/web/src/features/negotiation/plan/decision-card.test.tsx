import { expect, test } from 'vitest';
import { holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';
import { openTable } from '../../../../../../tests/support/table.ts';

const world = holdWorld();

test('what is strong and what falls short is kept as it is typed, and the days that are left are laid out', async () => {
  const ana = await world().person('Ana');
  const { negotiationId, opportunityId, offerId } = await openTable(ana);
  const { rev, frame } = await ana.api.offer.get.query({ offerId });
  const now = await world().now();
  const on = new Date(now.getTime() + 14 * 86_400_000).toISOString().slice(0, 10);
  const deadline = { kind: 'date' as const, on, zone: 'Europe/Vienna' };
  await ana.api.offer.save.mutate({ offerId, rev, frame: { ...frame, deadline } });
  const screen = openScreen(ana, `/opportunities/${opportunityId}/negotiation/plan`);
  const days = await screen.find('region', 'The days that are left');
  expect(days.querySelectorAll('li')).toHaveLength(5);
  expect(days.textContent).toContain('Your answer.');
  await screen.write(/^What is strong in it/, 'The team, and nine cities.');
  await screen.write(/^Where it falls short/, 'Bonus 8 %, not 10.');
  const kept = async () => (await ana.api.negotiation.get.query({ negotiationId })).plan.deciding;
  await expect.poll(kept).toMatchObject({ strengths: 'The team, and nine cities.', gaps: 'Bonus 8 %, not 10.' });
});
