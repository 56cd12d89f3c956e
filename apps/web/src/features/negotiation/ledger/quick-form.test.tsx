import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';
import { moveOf, openTable } from '../../../../../../tests/support/table.ts';
import type { Person } from '../../../../../../tests/support/world.ts';

const world = holdWorld();
const movesOf = (person: Person, negotiationId: string) => async () =>
  (await person.api.negotiation.get.query({ negotiationId })).moves;

test('in a call a figure of theirs is written down in three presses, without leaving the page before the call', async () => {
  const ana = await world().person('Ana');
  const table = await openTable(ana);
  const screen = openScreen(ana, `/opportunities/${table.opportunityId}/prep`);
  await screen.press('button', 'Note a figure');
  await screen.click(await screen.findByLabelText('Sign-on'));
  await screen.write('The figure', '20k');
  await screen.press('button', 'Difficult');
  await screen.findByText(/^Written down: They said sign-on .*20,000.*, difficult\.$/);
  await expect
    .poll(movesOf(ana, table.negotiationId))
    .toMatchObject([
      { party: 'employer', package: { base: null, signOn: 2_000_000 }, firmness: 'difficult', channel: 'call', words: '' },
    ]);
});

test('a figure a thousandth of what is on the table is asked about, and kept only once that is answered', async () => {
  const cara = await world().person('Cara');
  const { opportunityId, negotiationId } = await openTable(cara);
  await cara.api.move.add.mutate({ negotiationId, move: moveOf('2026-05-10T09:00:00Z', 'employer', 11_800_000) });
  const screen = openScreen(cara, `/opportunities/${opportunityId}/negotiation/ledger`);
  await screen.press('button', 'Note a figure');
  await screen.write('The figure', '121');
  await screen.press('button', 'Possible');
  await screen.findByText('€121. Did you mean €121,000?');
  expect(await movesOf(cara, negotiationId)()).toHaveLength(1);
  await screen.press('button', 'Take €121,000');
  await screen.press('button', 'Possible');
  const kept = () => movesOf(cara, negotiationId)().then((moves) => moves.map((move) => move.package.base));
  await expect.poll(kept).toEqual([11_800_000, 12_100_000]);
  await screen.write('The figure', '122');
  await screen.press('button', 'Fixed');
  await screen.press('button', 'No, €122');
  await screen.press('button', 'Fixed');
  await expect.poll(kept).toEqual([11_800_000, 12_100_000, 12_200]);
});

test('from the room of the negotiation: a figure of mine, and nothing typed is lost over a fault', async () => {
  const ben = await world().person('Ben');
  const table = await openTable(ben);
  const screen = openScreen(ben, `/opportunities/${table.opportunityId}/negotiation/ledger`);
  await screen.press('button', 'Note a figure');
  await screen.press('button', 'Possible');
  await screen.refused('The figure', 'Write the figure that was named.');
  await screen.click(screen.getByLabelText('Me'));
  await screen.write('The figure', '118k');
  screen.break('move.add');
  await screen.press('button', 'Write it down');
  await screen.findByText(brokenWords);
  expect(screen.getByDisplayValue('118k')).toBeTruthy();
  screen.mend();
  await screen.press('button', 'Write it down');
  await expect
    .poll(movesOf(ben, table.negotiationId))
    .toMatchObject([{ party: 'candidate', package: { base: 11_800_000 }, firmness: 'unclear' }]);
  await screen.find('button', 'Add the exact words');
});
