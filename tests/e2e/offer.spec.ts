import { expect, type Page, test } from '@playwright/test';
import { accessible } from '../support/accessible.ts';
import { call, enter } from '../support/seat.ts';

/** Ana and Ben in one council, and an opening of Ana's with the given company. */
async function begin(ana: Page, ben: Page) {
  await enter(ana, 'Ana', 'USD', 'en-US');
  const email = await enter(ben, 'Ben', 'USD', 'en-US');
  const cadence = { weekday: 4, time: '18:00', zone: 'Europe/Vienna', minutes: 90 };
  const { councilId } = await call(ana, 'council.create', {
    name: 'Wednesday',
    purpose: '',
    cadence,
    charter: 'We keep what we hear.',
  });
  const { link } = await call(ana, 'invitation.create', { councilId, email });
  await call(ben, 'invitation.accept', { token: link?.split('token=')[1], charterVersion: 1 });
  const opening = { company: 'Quuxcorp', role: 'Staff engineer', alias: 'fintech, 500 people', stage: 'offer', on: '2026-01-05' };
  const { opportunityId } = await call(ana, 'opportunity.create', opening);
  return { councilId, opportunityId };
}

async function fillFromLetter(page: Page) {
  await page.getByRole('button', { name: 'Enter the offer' }).click();
  await page.getByRole('button', { name: 'With shares (RSU)' }).click();
  await page.getByLabel('Base a year').fill('145k');
  await expect(page.getByText('= $145,000')).toBeVisible();
  await page.getByLabel('Bonus target, of base').fill('10');
  await page.getByLabel('Sign-on, year 1').fill('30k');
  await page.getByLabel('Sign-on, year 2').fill('20,000');
  await page.getByLabel('Value of the grant').fill('100k');
  await page.getByLabel('Schedule').selectOption({ label: '5/15/40/40, half-yearly from year 3' });
  await page.getByLabel('Answer by').fill('2027-11-24');
  await page.getByLabel('Their time zone').selectOption('America/Denver');
}

test('an offer is typed in from a letter, kept over a reload, refused at 99 %, and laid out year by year', async ({
  page,
  browser,
}) => {
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(error.message));
  page.on('console', (message) => message.type() === 'error' && broken.push(message.text()));
  const other = await (await browser.newContext()).newPage();
  const { opportunityId } = await begin(page, other);
  await page.goto(`/opportunities/${opportunityId}/offer`);
  await fillFromLetter(page);
  await page.getByLabel('Of the grant', { exact: true }).first().fill('4');
  await expect(page.getByText('saved', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByText('This is what you had typed and not put on record.')).toBeVisible();
  await page.getByRole('button', { name: 'Put on record' }).click();
  await expect(page.getByText('The schedule sums to 99 %, not to 100 %.').first()).toBeVisible();
  await accessible(page);
  await page.getByLabel('Of the grant', { exact: true }).first().fill('5');
  await page.getByRole('button', { name: 'Put on record' }).click();
  await expect(page.getByText('v1 written', { exact: true })).toBeVisible();
  const years = page.getByRole('table', { name: 'Per vest year, USD' });
  await expect(years.getByRole('row', { name: /^Total/ })).toHaveText('Total, at least194,500194,500199,500199,500788,000');
  await expect(years.getByRole('row', { name: /^RSU/ })).toHaveText('RSU5/15/40/405,00015,00040,00040,000100,000');
  await expect(page.getByText('end of day in Denver')).toBeVisible();

  await page.getByRole('button', { name: 'New version' }).click();
  await page.getByLabel('Base a year').fill('150k');
  await page.getByRole('button', { name: 'Put on record' }).click();
  await expect(page.getByText('▲ up $22,000').first()).toBeVisible();
  await page.getByText('2 versions on record').click();
  await expect(page.getByRole('table', { name: /What changed/ }).getByRole('row', { name: /^Base/ })).toContainText(
    '▲ up 20,000',
  );
  await page.getByText(/^Assumptions/).click();
  await page.getByLabel('Raise a year').fill('3');
  await expect(years.getByRole('row', { name: /^Base/ })).toContainText('154,500');
  await accessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  // charts take their new width a frame later
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(broken).toEqual([]);
  await other.context().close();
});

test('a reader opens a shared offer as ranges, and its owner sees who opened it', async ({ page, browser }) => {
  const ben = await (await browser.newContext()).newPage();
  const bodies: string[] = [];
  ben.on('response', async (answer) => bodies.push(await answer.text().catch(() => '')));
  const { councilId, opportunityId } = await begin(page, ben);
  await page.goto(`/opportunities/${opportunityId}/offer`);
  await fillFromLetter(page);
  await page.getByRole('button', { name: 'Put on record' }).click();
  await expect(page.getByText('Nobody has opened this offer.')).toBeVisible();
  const offerId = await page.evaluate(async (id) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch('/trpc/opportunity.page', {
      method: 'POST',
      headers,
      body: JSON.stringify({ opportunityId: id }),
    });
    return String((await answer.json()).result.data.parts.offer[0]);
  }, opportunityId);
  const levels = { company: 'hidden', pay: 'range', equity: 'range', benefits: 'hidden', dates: 'hidden', notes: 'hidden' };
  const expiresAt = new Date(Date.now() + 5 * 86_400_000).toISOString();
  await call(page, 'share.set', { itemId: offerId, councilId, readerId: null, levels, expiresAt });
  await page.getByRole('button', { name: 'See it as they see it' }).click();
  const preview = page.getByRole('dialog').getByRole('table');
  await expect(preview).toBeVisible();
  const asPreviewed = await preview.innerText();

  await ben.goto(`/opportunities/${opportunityId}/offer`);
  await expect(ben.getByText('Ana will see that you opened it.')).toBeVisible();
  await ben.getByRole('button', { name: 'Open this offer' }).click();
  await expect(ben.getByText('Offer from fintech, 500 people')).toBeVisible();
  expect(await ben.getByRole('table').innerText()).toBe(asPreviewed);
  await accessible(ben);
  const all = [...bodies, await ben.content()].join('\n');
  for (const secret of ['Quuxcorp', '14500000', '145,000', '145000']) expect(all).not.toContain(secret);

  await call(page, 'share.set', { itemId: offerId, councilId, readerId: null, levels: { ...levels, pay: 'hidden' }, expiresAt });
  await expect(ben.getByRole('button', { name: 'Open this offer' })).toBeVisible();
  await expect(ben.getByRole('table')).toHaveCount(0);

  await page.reload();
  await expect(page.getByText(/^Opened by Ben/)).toBeVisible();
  await ben.context().close();
});
