import { test } from '@playwright/test';
import { enterPart } from '../support/rooms.ts';
import { call, enter } from '../support/seat.ts';

const empty = { base: null, bonusPercent: null, signOn: null, equity: null, others: [] };
test('pictures of the ledger', async ({ page }) => {
  test.setTimeout(400_000);
  await enter(page, 'Ana', 'EUR', 'en-GB');
  const { opportunityId } = await call(page, 'opportunity.create', { company: 'Quuxcorp', role: 'Staff engineer', alias: '', stage: 'offer', on: '2026-01-05' });
  const { offerId } = await call(page, 'offer.create', { opportunityId, receivedOn: null, deadline: null, draft: null });
  const { negotiationId } = await call(page, 'negotiation.create', { offerId, currency: 'EUR' });
  const move = (at: string, party: string, offer: object, more: object = {}) => call(page, 'move.add', { negotiationId, move: { at, party, kind: 'propose', channel: 'call', package: { ...empty, ...offer }, words: '', firmness: 'unclear', heard: [], ...more } });
  const clauses = [{ about: 'title', text: 'Senior Engineer' }, { about: 'remote', text: 'two days a week at home' }, { about: 'startDate', text: '2027-02-01' }];
  const m1 = await move('2026-05-01T09:00:00.000Z', 'employer', { base: 9_000_000, signOn: 500_000, clauses }, { words: '“Ninety, and five at the start.”', firmness: 'difficult', about: ['base'], counterpart: 'recruiter' });
  await call(page, 'move.save', { moveId: m1.moveId, rev: 1, move: { at: '2026-05-01T09:00:00.000Z', party: 'employer', kind: 'propose', channel: 'call', package: { ...empty, base: 9_100_000, signOn: 500_000, clauses }, words: '“Ninety-one, and five at the start.”', firmness: 'difficult', heard: [], about: ['base'], counterpart: 'recruiter' } });
  await move('2026-05-03T09:00:00.000Z', 'candidate', { base: 10_000_000, clauses: [{ about: 'title', text: 'Staff Engineer' }] }, { second: { ...empty, base: 9_500_000, signOn: 2_500_000 }, leaned: 'second', words: '“Either of the two would make me sign.”' });
  const gone = await move('2026-05-04T09:00:00.000Z', 'employer', { base: 1 });
  await call(page, 'move.remove', { moveId: gone.moveId });
  await move('2026-05-05T09:00:00.000Z', 'employer', { signOn: 2_000_000 }, { firmness: 'possible' });
  for (const scheme of ['light', 'dark'] as const)
    for (const width of [1280, 360]) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: width === 360 ? 780 : 900 });
      await page.goto(`/opportunities/${opportunityId}/negotiation/ledger`);
      await page.getByText('Ninety-one').waitFor();
      await page.screenshot({ path: `/tmp/table-pics/ledger-${width}-${scheme}.png`, fullPage: true });
      if (scheme === 'dark' && width === 1280) continue;
      await page.getByRole('button', { name: 'Note a figure' }).click();
      await page.getByLabel('The figure').fill('95k');
      await page.screenshot({ path: `/tmp/table-pics/quick-${width}-${scheme}.png` });
      await page.goto(`/opportunities/${opportunityId}/prep`);
      await page.getByRole('button', { name: 'Note a figure' }).waitFor();
      await page.screenshot({ path: `/tmp/table-pics/prep-${width}-${scheme}.png` });
      if (scheme === 'dark') continue;
      await page.goto(`/opportunities/${opportunityId}/negotiation/ledger`);
      await page.getByRole('button', { name: 'Write down a move' }).click();
      await page.getByText('Me', { exact: true }).click();
      await page.getByRole('button', { name: 'Add a word of the offer' }).click();
      await page.getByRole('button', { name: 'Lay a second package beside it' }).click();
      await page.waitForTimeout(300);
      await page.screenshot({ path: `/tmp/table-pics/form-${width}-${scheme}.png`, fullPage: true });
      await page.goto('/me');
      await page.getByRole('button', { name: 'Add days off' }).click();
      await page.getByRole('button', { name: 'Add days off' }).scrollIntoViewIfNeeded();
      await page.screenshot({ path: `/tmp/table-pics/off-${width}-${scheme}.png` });
      await page.evaluate(() => localStorage.clear());
    }
});
