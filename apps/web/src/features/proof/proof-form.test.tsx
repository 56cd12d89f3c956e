import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';

const world = holdWorld();

test('a proof wants an outcome, is kept over a fault, says what is missing, and is corrected', async () => {
  const ana = await world().person('Ana');
  const screen = openScreen(ana, '/me');
  await screen.press('button', 'Add a proof');
  await screen.press('button', 'Add');
  await screen.refused('What came of it', 'Write the outcome.');
  await screen.write('What came of it', 'Releases went from 45 minutes to 12');
  await screen.press('checkbox', 'I led this');
  screen.break('proof.create');
  await screen.press('button', 'Add');
  await screen.findByText(brokenWords);
  expect(screen.getByDisplayValue('Releases went from 45 minutes to 12')).toBeTruthy();
  screen.mend();
  await screen.press('button', 'Add');
  await screen.findByText('nobody can check it yet');
  await screen.press('button', /^More: “Releases went/);
  await screen.press('menuitem', 'Edit');
  await screen.write('The number (optional)', '45 → 12 minutes');
  await screen.write('How it can be verified (optional)', 'Ines Duarte');
  await screen.press('button', 'Save');
  await expect.poll(() => screen.queryByText('nobody can check it yet')).toBeNull();
  expect(await ana.api.proof.list.query()).toMatchObject([{ rev: 2, metric: '45 → 12 minutes', led: true }]);
});
