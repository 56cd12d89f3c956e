import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';
import { openTable } from '../../../../../../tests/support/table.ts';

const world = holdWorld();

test('an objection wants their words, and its reply is kept over a fault', async () => {
  const ana = await world().person('Ana');
  const { opportunityId, negotiationId } = await openTable(ana);
  const { objections: given } = await ana.api.negotiation.get.query({ negotiationId });
  const screen = openScreen(ana, `/opportunities/${opportunityId}/negotiation/plan`);
  await screen.press('button', 'Add what they may say');
  await screen.press('button', 'Add');
  await screen.refused('They may say', 'Write what they may say.');
  await screen.write('They may say', 'The bands are fixed.');
  await screen.write('I reply', 'Then which band is this role in, and who decides on exceptions?');
  screen.break('objection.create');
  await screen.press('button', 'Add');
  await screen.findByText(brokenWords);
  expect(screen.getByDisplayValue(/^Then which band/)).toBeTruthy();
  screen.mend();
  await screen.press('button', 'Add');
  await screen.findByText('“The bands are fixed.”');
  const { objections } = await ana.api.negotiation.get.query({ negotiationId });
  expect(objections.length).toBe(given.length + 1);
  expect(objections.at(-1)).toMatchObject({ says: 'The bands are fixed.', reply: expect.stringContaining('which band') });
});
