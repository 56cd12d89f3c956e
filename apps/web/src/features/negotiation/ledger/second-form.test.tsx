import { cleanup } from '@testing-library/react';
import { expect, test } from 'vitest';
import { holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';
import { moveOf, openTable } from '../../../../../../tests/support/table.ts';
import type { Person } from '../../../../../../tests/support/world.ts';

const world = holdWorld();
const ledgerOf = ({ opportunityId }: { opportunityId: string }) => `/opportunities/${opportunityId}/negotiation/ledger`;
const movesOf = (person: Person, negotiationId: string) => async () =>
  (await person.api.negotiation.get.query({ negotiationId })).moves;

test('a word of the offer is folded until it is added, and is a day where it is one', async () => {
  const ana = await world().person('Ana');
  const table = await openTable(ana);
  const screen = openScreen(ana, ledgerOf(table));
  await screen.press('button', 'Write down a move');
  expect(screen.queryByLabelText('Title')).toBeNull();
  await screen.press('button', 'Add a word of the offer');
  await screen.press('button', 'Write it down');
  await screen.refused('Title', 'Write what was said.');
  await screen.write('Title', 'Staff Engineer');
  await screen.press('button', 'Add a word of the offer');
  await screen.choose('A word about', 'Start date', 1);
  await screen.set('Start date', '2027-02-01');
  await screen.press('button', 'Write it down');
  await expect.poll(movesOf(ana, table.negotiationId)).toMatchObject([
    {
      package: {
        clauses: [
          { about: 'title', text: 'Staff Engineer' },
          { about: 'startDate', text: '2027-02-01' },
        ],
      },
    },
  ]);
  await screen.findByText('Staff Engineer');
  await screen.findByText(/1 Feb(ruary)? 2027/);
});

test('a second package lies beside the first with its worth, and the lean is chosen where the move stands', async () => {
  const ben = await world().person('Ben');
  const table = await openTable(ben);
  const screen = openScreen(ben, ledgerOf(table));
  await screen.press('button', 'Write down a move');
  await screen.click(await screen.findByLabelText('Me'));
  await screen.write(/^Base, a year/, '100k');
  await screen.press('button', 'Lay a second package beside it');
  await screen.press('button', 'Write it down');
  await screen.findByText('Say something in both packages, or take the second one out.');
  await screen.write(/^Base, a year/, '90k', 1);
  await screen.write(/^Sign-on/, '10k', 1);
  await screen.findByText(/The two are not worth the same: the first is .*30,000.* more/);
  await screen.write(/^Sign-on/, '40k', 1);
  await screen.findByText(/The first comes to .*400,000.*, the second to .*400,000.* over 4 years/);
  await screen.press('button', 'Write it down');
  const pair = await screen.findByRole('region', { name: 'The second' });
  expect(pair.textContent).toMatch(/40,000/);
  await screen.click(await screen.findByLabelText('the second'));
  await screen.findByText(/they leaned to it/);
  await expect.poll(movesOf(ben, table.negotiationId)).toMatchObject([{ leaned: 'second', earlier: [] }]);
});

test('a correction says what it was before, and a removal that there was a move', async () => {
  const cara = await world().person('Cara');
  const table = await openTable(cara);
  const at = '2026-05-03T09:00:00.000Z';
  const { negotiationId } = table;
  const { moveId } = await cara.api.move.add.mutate({ negotiationId, move: moveOf(at, 'employer', 9_000_000) });
  await cara.api.move.save.mutate({ moveId, rev: 1, move: moveOf(at, 'employer', 9_200_000) });
  const screen = openScreen(cara, ledgerOf(table));
  await screen.findByText(/^Corrected on .*, from Base .*90,000/);
  await cara.api.move.remove.mutate({ moveId });
  cleanup();
  const again = openScreen(cara, ledgerOf(table));
  await again.findByText(/^A move of .*3 May.* was removed on /);
  expect(again.queryByText(/90,000|92,000/)).toBeNull();
});
