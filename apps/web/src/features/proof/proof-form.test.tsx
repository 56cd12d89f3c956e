import { cleanup } from '@testing-library/react';
import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';

const world = holdWorld();

test('a proof wants an outcome, is kept over a fault, and says what is missing', async () => {
  const ana = await world().person('Ana');
  const screen = openScreen(ana, '/me');
  await screen.press('button', 'Add a proof');
  await screen.press('button', 'Add the proof');
  await screen.refused('What came of it', 'Write the outcome.');
  await screen.write('What came of it', 'Releases went from 45 minutes to 12');
  await screen.press('checkbox', 'I led this');
  screen.break('proof.create');
  await screen.press('button', 'Add the proof');
  await screen.findByText(brokenWords);
  expect(screen.getByDisplayValue('Releases went from 45 minutes to 12')).toBeTruthy();
  screen.mend();
  await screen.press('button', 'Add the proof');
  await screen.findByText('nobody can check it yet');
  expect(await ana.api.proof.list.query()).toMatchObject([{ metric: '', led: true }]);
});

test('a proof is corrected, and what was missing is no longer said', async () => {
  const ben = await world().person('Ben');
  const proof = { outcome: 'Releases went from 45 minutes to 12', metric: '', scope: '', verify: '', led: true };
  await ben.api.proof.create.mutate({ proof });
  const screen = openScreen(ben, '/me');
  await screen.press('button', /^More: “Releases went/);
  await screen.press('menuitem', 'Edit');
  await screen.write('The number (optional)', '45 → 12 minutes');
  await screen.write('How it can be verified (optional)', 'Ines Duarte');
  await screen.press('button', 'Save the proof');
  await screen.find('button', /^More: “Releases went/);
  expect(screen.queryByText('nobody can check it yet')).toBeNull();
  expect(await ben.api.proof.list.query()).toMatchObject([{ rev: 2, metric: '45 → 12 minutes', led: true }]);
});

test('a menu and an edit stay open while the list is read again', async () => {
  const cleo = await world().person('Cleo');
  const made = ['Cut the closing of a month from nine days to four', 'Releases went from 45 minutes to 12'];
  for (const outcome of made)
    await cleo.api.proof.create.mutate({ proof: { outcome, metric: '', scope: '', verify: '', led: false } });
  const screen = openScreen(cleo, '/me');
  const count = async () => (await cleo.api.proof.list.query()).length;
  await screen.press('button', /^More: “Cut the closing/);
  await screen.press('menuitem', 'Remove');
  await screen.press('button', /^More: “Releases went/);
  await screen.find('menuitem', 'Edit');
  // the removal is sent once it can no longer be undone, and the list is read again
  await expect.poll(count, { timeout: 20_000 }).toBe(1);
  await new Promise((done) => setTimeout(done, 500));
  await screen.press('menuitem', 'Edit');
  await screen.write('The number (optional)', '45 → 12 minutes');
  await screen.press('button', 'Save the proof');
  await screen.findByText('45 → 12 minutes');
});

test('what comes back after a reload is never saved over something newer unasked', async () => {
  const dora = await world().person('Dora');
  const proof = { outcome: 'Releases went from 45 minutes to 12', metric: '', scope: '', verify: '', led: true };
  const { proofId } = await dora.api.proof.create.mutate({ proof });
  const before = openScreen(dora, '/me');
  await before.press('button', /^More: “Releases went/);
  await before.press('menuitem', 'Edit');
  await before.write('The number (optional)', 'from 45 to 12, mine');
  cleanup();
  await dora.twin().api.proof.save.mutate({ proofId, rev: 1, proof: { ...proof, metric: '45 → 11, theirs' } });
  const screen = openScreen(dora, '/me');
  await screen.press('button', /^More: “Releases went/);
  await screen.press('menuitem', 'Edit');
  expect(screen.getByDisplayValue('from 45 to 12, mine')).toBeTruthy();
  await screen.press('button', 'Save the proof');
  const conflict = await screen.find('alert');
  expect(conflict.textContent).toContain('from 45 to 12, mine');
  expect(conflict.textContent).toContain('45 → 11, theirs');
  expect(await dora.api.proof.list.query()).toMatchObject([{ rev: 2, metric: '45 → 11, theirs' }]);
  await screen.press('button', 'Save mine over it');
  await expect.poll(() => dora.api.proof.list.query()).toMatchObject([{ rev: 3, metric: 'from 45 to 12, mine' }]);
});
