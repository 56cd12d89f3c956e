import { expect, type Page, test } from '@playwright/test';
import { call, enter } from '../support/seat.ts';

const unsaid = { bonusPercent: null, signOn: null, equity: null, others: [] };

/** Ana has been offered 92 in writing, wants 98, and has said to herself where she leaves. */
async function begin(page: Page): Promise<string> {
  await enter(page, 'Ana');
  const opening = { company: 'Quuxcorp', role: 'Lead', alias: '', stage: 'offer', on: '2026-01-05' };
  const { opportunityId } = await call(page, 'opportunity.create', opening);
  const { offerId } = await call(page, 'offer.create', { opportunityId, receivedOn: null, deadline: null, draft: null });
  const { negotiationId } = await call(page, 'negotiation.create', { offerId, currency: 'EUR' });
  const said = { words: 'That is what we have.', firmness: 'possible', heard: [] };
  const offered = { party: 'employer', kind: 'propose', channel: 'mail', package: { base: 9_200_000, ...unsaid } };
  await call(page, 'move.add', { negotiationId, move: { ...offered, at: '2026-01-06T10:00:00Z', ...said } });
  const walkAway = { base: 8_800_000, total: null, leave: null, words: '' };
  await call(page, 'walkAway.set', { negotiationId, rev: 1, walkAway });
  return `/opportunities/${opportunityId}/negotiation/plan`;
}

test('a script follows the plan, the walk-away is warned of, and a counter is composed, traced and copied', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(await begin(page));
  const said = page.getByLabel('As you will say it');
  await expect(said).toContainText('a base of [Target base, from your numbers], because [reason]');
  await page.getByLabel('Target base, a year').fill('98k');
  await expect(said).toContainText('a base of €98,000, because');

  await page.getByRole('button', { name: 'Edit the script' }).click();
  const words = page.getByRole('textbox', { name: 'Script', exact: true });
  await words.fill('I could live with 88 000.');
  const warned = page.getByRole('status').filter({ hasText: 'This is the figure of your walk-away.' });
  await expect(warned.locator('mark')).toHaveText('88 000');
  await words.fill('I ask for {target}.');
  await expect(warned).toHaveCount(0);
  await expect(said).toHaveText('I ask for €98,000.');

  const text = page.locator('blockquote').filter({ hasText: 'I ask for €98,000.' }).last();
  await expect(text).toContainText('On pay, you are at a base of €92,000.');
  await text.getByRole('button', { name: '€92,000: Base that they offer' }).hover();
  await expect(page.getByText('“€92,000”: Base that they offer.')).toBeVisible();
  await page.getByRole('button', { name: 'Copy the text' }).click();
  await expect(page.getByText('Copied. Send it from your own mail')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('a base of €92,000. I ask for €98,000.');
});
