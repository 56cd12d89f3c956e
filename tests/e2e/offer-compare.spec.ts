import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { blankComponents, type Components, type Grant, known, none } from '../../packages/domain/src/compensation/components.ts';
import { accessible } from '../support/accessible.ts';
import { pictures } from '../support/demo-house.ts';
import { call, enter } from '../support/seat.ts';

const options: Grant = {
  name: '',
  kind: 'iso',
  size: { by: 'shares', shares: 40_000 },
  price: '6.50',
  strike: '2.50',
  preferred: null,
  listed: false,
  vesting: {
    start: { after: 0 },
    granted: null,
    steps: [{ months: 48, percent: '100', every: 1 }],
    cliff: { months: 12, share: null },
  },
};

const pay = (base: number, more: Partial<Components> = {}): Components => ({
  ...blankComponents(),
  base: known(base),
  bonus: none,
  guaranteed: none,
  signOn: none,
  oneOff: none,
  refreshers: none,
  grants: none,
  ...more,
});

async function post(page: Page, company: string, currency: string, components: Components) {
  const opening = { company, role: 'Engineer', alias: `alias of ${company.length}`, stage: 'offer', on: '2026-01-05' };
  const { opportunityId } = await call(page, 'opportunity.create', opening);
  const { offerId } = await call(page, 'offer.create', { opportunityId, receivedOn: null, deadline: null, draft: null });
  const version = { stage: 'written', content: { currency, components, notes: '' } };
  await call(page, 'offer.addVersion', { offerId, rev: 1, version });
  return { opportunityId: opportunityId ?? '', offerId: offerId ?? '' };
}

/** Ana and Ben at one table. */
async function seat(page: Page, ben: Page): Promise<string> {
  await enter(page, 'Ana', 'USD', 'en-US');
  const email = await enter(ben, 'Ben', 'USD', 'en-US');
  const cadence = { weekday: 4, time: '18:00', zone: 'Europe/Vienna', minutes: 90 };
  const council = { name: 'Wednesday', purpose: '', cadence, charter: 'We keep what we hear.' };
  const { councilId } = await call(page, 'council.create', council);
  const { link } = await call(page, 'invitation.create', { councilId, email });
  await call(ben, 'invitation.accept', { token: link?.split('token=')[1], charterVersion: 1 });
  return councilId ?? '';
}

/** By component beside another base, by what is no money, and as a file. */
async function compareByParts(page: Page): Promise<void> {
  await page.getByLabel('Difference to').selectOption({ label: 'B (Later)' });
  const parts = page.getByRole('table', { name: /^By component over 4 years, USD/ });
  await expect(parts.getByRole('row', { name: /^Base/ })).toContainText('400,000▼ down 40,000');
  await expect(parts.getByRole('row', { name: /^Paid once/ })).toContainText('30,000▲ up 30,000');
  await expect(parts.getByRole('row', { name: /^Present value at 10% a year/ })).toContainText('346,987');
  await page.getByText('What is not money').click();
  await page.getByRole('button', { name: 'Add a criterion' }).click();
  await page.getByLabel('Criterion', { exact: true }).fill('The manager');
  for (const [letter, mark] of ['8', '5', '6'].entries()) await page.getByLabel('ABC'[letter] ?? '', { exact: true }).fill(mark);
  await expect(page.getByText('A 8, B 5, C 6')).toBeVisible();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  expect((await saved).suggestedFilename()).toBe('offers.csv');
}

const ranges = { company: 'hidden', pay: 'range', equity: 'hidden', benefits: 'hidden', dates: 'hidden', notes: 'hidden' };
const later = () => new Date(Date.now() + 5 * 86_400_000).toISOString();

test('offers of mine and one shared as ranges lie side by side, in one currency by a stated rate', async ({ page, browser }) => {
  const ben = await (await browser.newContext()).newPage();
  const bodies: string[] = [];
  page.on('response', async (answer) => bodies.push(await answer.text().catch(() => '')));
  const councilId = await seat(page, ben);
  await post(page, 'Early', 'USD', pay(10_000_000, { signOn: known({ paid: [3_000_000], clawback: null }) }));
  await post(page, 'Later', 'USD', pay(11_000_000));
  await post(page, 'Nihon', 'JPY', pay(20_000_000));
  const { offerId } = await post(ben, 'Zanzibarcorp', 'USD', pay(11_234_567));
  await call(ben, 'share.set', { itemId: offerId, councilId, readerId: null, levels: ranges, expiresAt: later() });

  await page.goto('/opportunities');
  await page.getByRole('link', { name: 'Compare offers' }).click();
  await page.getByLabel('Early, Engineer').check();
  await expect(page.getByText('Choose two to four of them.')).toBeVisible();
  await page.getByLabel('Later, Engineer').check();
  await expect(page.getByText('B (Later) is worth $10,000 more than A (Early) over 4 years.')).toBeVisible();
  await expect(page.getByText('B (Later) takes the lead in year 4')).toBeVisible();
  const table = page.getByRole('table', { name: 'Total per vest year, USD' });
  await expect(table.getByRole('row', { name: /^A Early/ })).toHaveText('A Early, Engineer130,000100,000100,000100,000430,000');
  await accessible(page);

  await page.getByLabel('Nihon, Engineer').check();
  await expect(page.getByText('Not compared yet: Give the rate from JPY to USD and its date.')).toBeVisible();
  await expect(page.getByLabel('1 JPY is')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('1 JPY is')).toHaveAccessibleDescription('Give the rate from JPY to USD and its date.');
  await page.getByLabel('1 JPY is').fill('0');
  await expect(page.getByLabel('1 JPY is')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('1 JPY is')).toHaveAccessibleDescription('An exchange rate is above 0.');
  await page.getByLabel('1 JPY is').fill('0.005');
  await page.getByLabel('Rate as of').fill('');
  await expect(page.getByLabel('Rate as of')).toHaveAccessibleDescription('Enter the date of the rate.');
  await page.getByLabel('Rate as of').fill('2026-11-02');
  await expect(table.getByRole('row', { name: /^C Nihon/ })).toContainText('400,000');
  await page.getByLabel('Cost of living').nth(2).fill('0.8');
  await expect(table.getByRole('row', { name: /^C Nihon/ })).toContainText('500,000');
  await expect(page.getByText(/1 JPY = 0.005 USD on .* cost of living 0.8/)).toBeVisible();

  await page.reload();
  await expect(table.getByRole('row', { name: /^C Nihon/ })).toContainText('500,000');
  await page.getByLabel('Nihon, Engineer').uncheck();
  await page.getByRole('button', { name: 'Open and compare' }).click();
  await expect(page.getByText('Ben sees that you opened it')).toBeVisible();
  await expect(table.getByRole('row', { name: /^C Ben’s: alias of 12/ })).toContainText('to ');
  await expect(page.getByText(/^Which of B .* and C .* cannot be told/)).toBeVisible();
  await accessible(page);
  const all = [...bodies, await page.content()].join('\n');
  for (const secret of ['Zanzibarcorp', '11234567', '112,345']) expect(all).not.toContain(secret);
  await compareByParts(page);
  await page.screenshot({ path: join(pictures, 'compare-parts-1280-light.png'), fullPage: true, animations: 'disabled' });
  await page.setViewportSize({ width: 360, height: 740 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: join(pictures, 'compare-parts-360-dark.png'), fullPage: true, animations: 'disabled' });
  await ben.context().close();
});

test('what was opened goes with its levels, and comes back by another opening alone', async ({ page, browser }) => {
  const ben = await (await browser.newContext()).newPage();
  const councilId = await seat(page, ben);
  const mine = await post(page, 'Early', 'USD', pay(10_000_000));
  const { offerId } = await post(ben, 'Zanzibarcorp', 'USD', pay(11_234_567));
  await call(ben, 'share.set', { itemId: offerId, councilId, readerId: null, levels: ranges, expiresAt: later() });
  await page.goto(`/opportunities/compare?offers=${mine.offerId}`);
  const table = page.getByRole('table', { name: 'Total per vest year, USD' });
  const again = page.getByRole('button', { name: 'Open and compare' });
  const theirs = table.getByRole('row', { name: /^B Ben/ });
  const shared = { itemId: offerId, councilId, readerId: null, expiresAt: later() };
  await again.click();
  await expect(theirs).toHaveCount(1);
  await call(ben, 'share.set', { ...shared, levels: { ...ranges, pay: 'hidden' } });
  await expect(again).toBeVisible();
  await expect(theirs).toHaveCount(0);
  const { shareId } = await call(ben, 'share.set', { ...shared, levels: ranges });
  await page.waitForTimeout(6000);
  await expect(theirs).toHaveCount(0);
  await again.click();
  await expect(theirs).toHaveCount(1);
  await call(ben, 'share.revoke', { shareId });
  await expect(theirs).toHaveCount(0);
  await expect(page.getByRole('list', { name: 'Shared with me' })).toHaveCount(0);
  await ben.context().close();
});

test('sliders move every figure without asking the server, by keyboard too, and go back', async ({ page }) => {
  await enter(page, 'Ana', 'USD', 'en-US');
  const components = pay(10_000_000, { grants: known([options]), startDate: known('2027-02-01') });
  const { opportunityId } = await post(page, 'Startle', 'USD', components);
  await page.goto(`/opportunities/${opportunityId}/offer`);
  const years = page.getByRole('table', { name: 'Per vest year, USD' });
  const total = years.getByRole('row', { name: /^Total/ });
  await expect(total).toHaveText('Total140,000140,000140,000140,000560,000');
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/trpc/offer')) asked.push(request.url());
  });
  const price = page.getByRole('slider', { name: 'Share price' });
  await price.focus();
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('ArrowRight');
  await expect(price).toHaveAttribute('aria-valuetext', '+20%');
  await expect(total).toContainText('612,000');
  await page.getByRole('slider', { name: 'Dilution by later rounds' }).fill('50');
  await expect(total).toContainText('456,000');
  await page.getByRole('slider', { name: 'Haircut on unlisted equity' }).fill('50');
  await expect(total).toContainText('428,000');
  await expect(page.getByText('compared with what is saved')).toContainText('$132,000');
  await page.getByRole('slider', { name: 'Share price' }).fill('-100');
  await expect(page.getByText('The strike is at or above the price: worth nothing today.')).toBeVisible();
  await expect(total).toContainText('400,000');
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(total).toContainText('560,000');
  expect(asked.filter((url) => !url.includes('offer.get') && !url.includes('offer.log'))).toEqual([]);

  await page.getByRole('button', { name: 'Calendar years' }).click();
  const calendar = page.getByRole('table', { name: 'Per calendar year, USD' });
  await expect(calendar.getByRole('columnheader', { name: '2027' })).toBeVisible();
  await expect(calendar.getByRole('row', { name: /^Base/ })).toContainText('91,507');
  await page.getByText('37 vests as a table').click();
  await expect(page.getByRole('table', { name: /^Every vest/ }).getByRole('row', { name: /^12/ })).toContainText('10,000');
  await accessible(page);
});

test('a slider moves the figures at once; what is drawn from them comes after and gives way to the next press', async ({
  page,
}) => {
  await enter(page, 'Ana', 'USD', 'en-US');
  const grants = known([1, 2, 3, 4].map(() => options));
  const { opportunityId } = await post(page, 'Startle', 'USD', pay(10_000_000, { grants }));
  await page.goto(`/opportunities/${opportunityId}/offer`);
  await page.getByRole('slider', { name: 'Share price' }).waitFor();
  const changes = await page.evaluate(async () => {
    const slider = document.querySelector<HTMLInputElement>('input[type=range]');
    // past React, which would otherwise take its own value for unchanged
    const put = (value: string) => slider && Reflect.set(HTMLInputElement.prototype, 'value', value, slider);
    const drawing = ({ target }: MutationRecord) => target instanceof Element && target.closest('svg') !== null;
    const drawnAfter: MutationRecord[] = [];
    const atOnce: MutationRecord[][] = [];
    const observer = new MutationObserver((records) => void drawnAfter.push(...records.filter(drawing)));
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    for (let step = 0; step < 60; step += 1) {
      await new Promise(requestAnimationFrame);
      put(String((step % 30) * 5));
      slider?.dispatchEvent(new Event('input', { bubbles: true }));
      atOnce.push(observer.takeRecords());
    }
    for (let frame = 0; frame < 30; frame += 1) await new Promise(requestAnimationFrame);
    return {
      atOnce: atOnce.map((records) => records.length),
      drawnAtOnce: atOnce.flat().filter(drawing).length,
      drawnAfter: drawnAfter.length,
    };
  });
  expect(changes.drawnAfter).toBeGreaterThan(60);
  expect(changes.drawnAtOnce).toBe(0);
  expect(Math.max(...changes.atOnce)).toBeLessThanOrEqual(50);
});
