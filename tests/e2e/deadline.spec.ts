import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { blankComponents, known, none } from '../../packages/domain/src/compensation/components.ts';
import { call, enter } from '../support/seat.ts';

/** Ana in Kathmandu, an offer in dollars of a company in Denver, and its negotiation; answers the page's address. */
async function begin(page: Page): Promise<string> {
  await enter(page, 'Ana', 'USD', 'en-US');
  const opening = { company: 'Quuxcorp', role: 'Staff engineer', alias: '', stage: 'offer', on: '2026-01-05' };
  const { opportunityId } = await call(page, 'opportunity.create', opening);
  const { offerId } = await call(page, 'offer.create', { opportunityId, receivedOn: null, deadline: null, draft: null });
  const components = { ...blankComponents(), base: known(14_500_000), bonus: none, guaranteed: none, signOn: none, grants: none };
  const content = { currency: 'USD', components: { ...components, refreshers: none }, notes: '' };
  await call(page, 'offer.addVersion', { offerId, rev: 1, version: { stage: 'written', content } });
  await call(page, 'negotiation.create', { offerId, currency: 'USD' });
  return `/opportunities/${opportunityId}`;
}

test('asked against offered: what was said at screening is met, missed or passed by what came', async ({ page }) => {
  await page.goto(await begin(page));
  const offer = page.getByRole('region', { name: 'Offer', exact: true });
  await expect(offer.getByText('What did you say you wanted, when they asked?')).toBeVisible();
  const said = page.getByRole('group', { name: 'What I said I wanted, when they asked' });
  const held = async (base: string, total: string, sentence: string) => {
    await said.getByLabel('Base, a year').fill(base);
    await said.getByLabel('Total, four years').fill(total);
    await expect(offer.getByText('Asked against offered:')).toHaveText(sentence, { timeout: 12_000 });
  };
  await held(
    '150k',
    '',
    'x',
  );
});
