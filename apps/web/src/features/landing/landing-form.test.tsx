import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';
import { openTable } from '../../../../../tests/support/table.ts';

const world = holdWorld();

test('what becomes of offers after landing is chosen, told with its day, and taken back', async () => {
  const ana = await world().person('Ana');
  const { negotiationId } = await openTable(ana);
  const final = { base: 12_000_000, bonusPercent: null, signOn: null, equity: null, others: [] };
  const outcome = { kind: 'accepted' as const, on: '2026-11-20', package: final, words: '', refused: [], reason: null };
  await ana.api.outcome.record.mutate({ negotiationId, outcome });
  const screen = openScreen(ana, '/me');
  await screen.choose('Offers and ledgers', 'Delete them');
  await screen.write('So many days after landing', 'soon');
  await screen.press('button', 'Save for after landing');
  await screen.refused('So many days after landing', 'Give whole days');
  await screen.write('So many days after landing', '30');
  screen.break('landing.save');
  await screen.press('button', 'Save for after landing');
  await screen.findByText(brokenWords);
  screen.mend();
  await screen.press('button', 'Save for after landing');
  await screen.findByText(/^On .*20 Dec.* 1 offer and 1 ledger are deleted\.$/);
  await screen.choose('Offers and ledgers', 'Keep them');
  await screen.press('button', 'Save for after landing');
  await expect.poll(() => ana.api.landing.get.query()).toMatchObject({ choice: null, dueAt: null });
});
