import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { accessible } from '../support/accessible.ts';
import { enterPart } from '../support/rooms.ts';
import { call, enter } from '../support/seat.ts';

/** Ana with a negotiation in euros and one move of the employer's. */
async function begin(page: Page): Promise<string> {
  await enter(page, 'Ana');
  const opening = { company: 'Quuxcorp', role: 'Staff engineer', alias: '', stage: 'offer', on: '2026-01-05' };
  const { opportunityId } = await call(page, 'opportunity.create', opening);
  const { offerId } = await call(page, 'offer.create', { opportunityId, receivedOn: null, deadline: null, draft: null });
  const { negotiationId } = await call(page, 'negotiation.create', { offerId, currency: 'EUR' });
  const figures = { base: 8_500_000, bonusPercent: null, signOn: null, equity: null, others: [] };
  const said = { words: 'That is what we have.', firmness: 'possible', heard: [] };
  const move = { party: 'employer', kind: 'propose', channel: 'call', package: figures, at: '2026-01-06T10:00:00Z', ...said };
  await call(page, 'move.add', { negotiationId, move });
  return String(opportunityId);
}

/** Base: said, then held against the letter. */
async function agreeAndConfirm(page: Page, said: string, inLetter: string) {
  const terms = page.getByRole('region', { name: 'Terms and the gate' });
  await terms.getByRole('button', { name: 'From the ledger and the asks' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Add it' }).click();
  await terms.getByRole('button', { name: 'They agreed to it' }).click();
  await terms.getByLabel('Base, as it was said').fill(said);
  await terms.getByLabel('Who said it').fill('Kim, director');
  await terms.getByLabel('When').fill('2026-01-08');
  await terms.getByLabel('In which words').fill('Eighty-eight five, you have my word.');
  await terms.getByRole('button', { name: 'Save what was said' }).click();
  await expect(terms.getByText('Said only')).toBeVisible();
  await terms.getByRole('button', { name: 'Enter what the letter says' }).click();
  await terms.getByLabel('Base, as the letter has it').fill(inLetter);
  await terms.getByLabel('Currency').selectOption('USD');
  const letter = terms.getByLabel('Base, as the letter has it');
  await expect(letter).toHaveAttribute('aria-invalid', 'true');
  await expect(letter).toHaveAccessibleDescription(/The letter gives USD, but EUR was said\./);
  await terms.getByLabel('Currency').selectOption('EUR');
  await expect(letter).not.toHaveAccessibleDescription(/was said/);
  await terms.getByLabel('Page').fill('2');
  await terms.getByLabel('Dated', { exact: true }).fill('2026-01-12');
  await terms.getByRole('button', { name: 'Compare with what was said' }).click();
  return terms;
}

/** Past the screen the server refuses too, with the same difference. */
async function refusedByTheServer(page: Page, opportunityId: string) {
  const { negotiationId } = await page.evaluate(async (id) => {
    const body = JSON.stringify({ opportunityId: id });
    const answer = await fetch('/trpc/opportunity.page', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    return { negotiationId: String((await answer.json()).result.data.parts.negotiation[0]) };
  }, opportunityId);
  const bare = { base: 8_680_000, bonusPercent: null, signOn: null, equity: null, others: [] };
  const outcome = { kind: 'accepted', on: '2026-01-13', package: bare, words: '', refused: [], reason: null };
  await expect(call(page, 'outcome.record', { negotiationId, outcome })).rejects.toThrow(
    /88500\.00 EUR was said, the letter says 86800\.00 EUR/,
  );
  await expect(
    call(page, 'opportunity.setStage', { opportunityId, rev: 1, stage: 'accepted', on: '2026-01-13' }),
  ).rejects.toThrow(/the gate/);
}

test('88,500 said and 86,800 in the letter: acceptance is refused with the difference, then taken with a reason', async ({
  page,
}) => {
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(error.message));
  const opportunityId = await begin(page);
  await page.goto(`/opportunities/${opportunityId}/negotiation/terms`);
  const terms = await agreeAndConfirm(page, '88,500', '86,800');
  await expect(terms.getByText('The letter differs')).toBeVisible();
  await expect(terms.getByText('▼ down €1,700')).toBeVisible();
  await expect(terms.getByText('Kim, director, 8 Jan 2026')).toBeVisible();
  await expect(terms.getByText('Offer letter, page 2, 12 Jan 2026')).toBeVisible();

  await enterPart(page, 'Outcome');
  const end = page.getByRole('region', { name: 'The end of the negotiation' });
  await expect(end.getByText('Base: €88,500 was said, the letter says €86,800')).toBeVisible();
  const accept = end.getByRole('button', { name: 'Accept the offer' });
  await expect(accept).toHaveAttribute('aria-disabled', 'true');
  await expect(end.getByText('One term is not confirmed in writing.')).toBeVisible();
  await accept.click({ force: true });
  await expect(page.getByRole('region', { name: 'Accept the offer' })).toBeHidden();
  await accessible(page);

  await refusedByTheServer(page, opportunityId);
  await end.getByRole('button', { name: 'Accept anyway, with a reason' }).click();
  const form = page.getByRole('region', { name: 'Accept the offer' });
  await expect(form.getByLabel('Base, a year')).toHaveValue('86,800');
  await form.getByRole('button', { name: 'Accept anyway' }).click();
  await expect(form.getByText('Write why you accept anyway.')).toBeVisible();
  await form.getByLabel('Why I accept anyway').fill('The rest comes as a travel budget.');
  await form.getByLabel('On', { exact: true }).fill('2026-01-13');
  await accessible(page);
  await form.getByRole('button', { name: 'Accept anyway' }).click();

  const done = page.getByRole('region', { name: 'Outcome' });
  await expect(done.getByText('Accepted', { exact: true })).toBeVisible();
  await expect(done.getByText('“The rest comes as a travel budget.”')).toBeVisible();
  await expect(done.getByText('Base: €88,500 was said, the letter says €86,800')).toBeVisible();
  const gain = done.getByRole('table', { name: /Gain against their first move/ });
  await expect(gain.getByRole('row', { name: /^Base/ })).toContainText('▲ up €1,8002.12%');
  await expect(
    page
      .getByRole('list', { name: /stage/i })
      .or(page.getByText('Accepted', { exact: true }))
      .first(),
  ).toBeVisible();
  await accessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(broken).toEqual([]);
});

test('once the letter is corrected the gate opens, the checklist is ticked, and the calendar file is saved', async ({ page }) => {
  const opportunityId = await begin(page);
  await page.goto(`/opportunities/${opportunityId}/negotiation/terms`);
  const terms = await agreeAndConfirm(page, '88,500', '86,800');
  await terms.getByRole('button', { name: 'Enter a corrected letter' }).click();
  await terms.getByLabel('Base, as the letter has it').fill('88,500');
  await terms.getByRole('button', { name: 'Compare with what was said' }).click();
  await expect(terms.getByText('Confirmed in writing')).toBeVisible();
  await expect(terms.getByText('nothing is missing')).toBeVisible();

  await terms.getByRole('button', { name: 'Add a term' }).click();
  await terms.getByLabel('About').selectOption({ label: 'Start date' });
  await terms.getByLabel('What I want agreed').fill('2027-02-01');
  await terms.getByRole('button', { name: 'Add the term' }).click();
  await terms.getByRole('button', { name: 'They agreed to it' }).click();
  await terms.getByLabel('Who said it').fill('Kim');
  await terms.getByRole('button', { name: 'Save what was said' }).click();
  await expect(terms.getByText('1 not confirmed')).toBeVisible();
  await terms.getByRole('button', { name: 'More: “Start date”' }).click();
  await page.getByRole('menuitem', { name: 'Let it pass, with a reason' }).click();
  await terms.getByLabel('Why Start date can stay unwritten').fill('It stands in the mail of 9 January.');
  await terms.getByRole('button', { name: 'Let it pass' }).click();
  await expect(terms.getByText('nothing is missing')).toBeVisible();

  await enterPart(page, 'Outcome');
  await page.getByRole('button', { name: 'Accept the offer' }).click();
  const form = page.getByRole('region', { name: 'Accept the offer' });
  await form.getByRole('button', { name: 'Accept', exact: true }).click();
  const done = page.getByRole('region', { name: 'Outcome' });
  await done.getByLabel('Say yes clearly and gladly').click();
  await expect(done.getByText('1 of 10 done')).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    done.getByRole('button', { name: /as a calendar file/ }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('first-90-days.ics');
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toContain('DTSTART;VALUE=DATE:20270201');
  expect(text).toContain('SUMMARY:Six-month review: Staff engineer\\, Quuxcorp');
  await done.getByRole('button', { name: 'It has not ended after all' }).click();
  await expect(page.getByRole('button', { name: 'Accept the offer' })).toBeVisible();
});
