import { expect, test } from '@playwright/test';
import { blankComponents, known, none } from '../../packages/domain/src/compensation/components.ts';
import { accessible } from '../support/accessible.ts';
import { enterPart } from '../support/rooms.ts';
import { call, enter } from '../support/seat.ts';

test('their first move takes the figures of the offer on record, and mine begins empty', async ({ page }) => {
  await enter(page, 'Ana', 'USD', 'en-US');
  const opening = { company: 'Quuxcorp', role: 'Staff engineer', alias: '', stage: 'offer', on: '2026-01-05' };
  const { opportunityId } = await call(page, 'opportunity.create', opening);
  const { offerId } = await call(page, 'offer.create', { opportunityId, receivedOn: null, deadline: null, draft: null });
  const signOn = known({ paid: [3_000_000, 2_000_000], clawback: null });
  const pay = { base: known(14_500_000), bonus: known({ target: '10' }), signOn, oneOff: none, guaranteed: none, grants: none };
  const content = { currency: 'USD', components: { ...blankComponents(), ...pay, refreshers: none }, notes: '' };
  await call(page, 'offer.addVersion', { offerId, rev: 1, version: { stage: 'written', content } });
  await call(page, 'negotiation.create', { offerId, currency: 'USD' });
  await page.goto(`/opportunities/${opportunityId}#negotiation`);

  // an address from the time of the one long page leads to the room, and the room to the part that comes first
  await expect(page).toHaveURL(`/opportunities/${opportunityId}/negotiation/plan`);
  await enterPart(page, 'Ledger');
  const ledger = page.getByRole('region', { name: 'Ledger', exact: true });
  await ledger.getByRole('button', { name: 'Write down a move' }).click();
  const take = ledger.getByRole('button', { name: 'Take the figures of the offer, v1' });
  await ledger.getByText('Me', { exact: true }).click();
  await expect(take).toHaveCount(0);
  await ledger.getByText('Them', { exact: true }).click();
  await take.click();
  await expect(ledger.getByLabel(/^Base/)).toHaveValue('145,000');
  await expect(ledger.getByLabel(/^Sign-on/)).toHaveValue('50,000');
  await accessible(page);
  await ledger.getByRole('button', { name: 'Write it down' }).click();
  const move = ledger.getByRole('list', { name: 'Moves, oldest first' }).getByRole('listitem').first();
  for (const figure of ['$145,000', '10%', '$50,000']) await expect(move.getByText(figure)).toBeVisible();
});
