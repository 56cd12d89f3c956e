import { expect, test } from 'vitest';
import { holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';
import { openTable } from '../../../../../../tests/support/table.ts';

const world = holdWorld();

test('what is open in the script becomes a field, and is said once it is filled', async () => {
  const ana = await world().person('Ana');
  const { opportunityId, negotiationId } = await openTable(ana);
  const { rev, plan } = await ana.api.negotiation.get.query({ negotiationId });
  await ana.api.negotiation.save.mutate({ negotiationId, rev, plan: { ...plan, script: { text: '', slots: [], cites: null } } });
  const screen = openScreen(ana, `/opportunities/${opportunityId}/negotiation/plan`);
  await screen.write('Script', 'If you can get to [figure], I sign today.');
  const field = await screen.findByLabelText('figure');
  expect(field).toBeTruthy();
  await screen.write('figure', '€120,000');
  const said = await screen.findByLabelText('As you will say it');
  expect(said.textContent).toBe('If you can get to €120,000, I sign today.');
  const script = async () => (await ana.api.negotiation.get.query({ negotiationId })).plan.script;
  await expect.poll(script).toMatchObject({ slots: [{ name: 'figure', value: '€120,000' }], cites: null });
});
