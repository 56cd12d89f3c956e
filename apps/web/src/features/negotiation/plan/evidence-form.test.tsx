import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';
import { guardTable, openTable } from '../../../../../../tests/support/table.ts';

const world = holdWorld();

test('evidence wants its source, takes a figure in its own currency, and is kept over a fault', async () => {
  const ana = await world().person('Ana');
  const { opportunityId, negotiationId } = await openTable(ana);
  const screen = openScreen(ana, `/opportunities/${opportunityId}/negotiation/plan`);
  await screen.press('button', 'Add evidence');
  await screen.press('button', 'Add');
  await screen.refused('Source', 'Write');
  await screen.write('Source', 'Salary survey of the engineers’ chamber');
  await screen.write('Figure (optional)', '118k');
  await screen.write('Link (optional)', 'not a link');
  await screen.press('button', 'Add');
  await screen.refused('Link (optional)', 'address');
  await screen.write('Link (optional)', 'https://example.org/survey');
  screen.break('evidence.create');
  await screen.press('button', 'Add');
  await screen.findByText(brokenWords);
  screen.mend();
  await screen.press('button', 'Add');
  await screen.findByText('example.org');
  const { evidence } = await ana.api.negotiation.get.query({ negotiationId });
  expect(evidence).toMatchObject([
    { source: 'Salary survey of the engineers’ chamber', figure: { amount: 118_000_00, currency: 'EUR' } },
  ]);
});

test('evidence in which the walk-away stands waits until its owner says that it may', async () => {
  const ben = await world().person('Ben');
  const { opportunityId, negotiationId } = await openTable(ben);
  await guardTable(ben, negotiationId);
  const kept = async () => (await ben.api.negotiation.get.query({ negotiationId })).evidence.map(({ words }) => words);
  const screen = openScreen(ben, `/opportunities/${opportunityId}/negotiation/plan`);
  await screen.press('button', 'Add evidence');
  await screen.write('Source', 'A colleague');
  await screen.write(/^What it says/, 'Nobody signs below 180k.');
  await screen.press('button', 'Add');
  await screen.findByText('This is the figure of your walk-away.');
  expect(await kept()).toEqual([]);
  await screen.press('button', 'Save it all the same');
  await expect.poll(kept).toEqual(['Nobody signs below 180k.']);
});
