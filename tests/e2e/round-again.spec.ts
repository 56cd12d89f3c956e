import { expect, type Page, test } from '@playwright/test';
import { accessible } from '../support/accessible.ts';
import { call, foundCouncil, type Seat, sitDown } from '../support/seat.ts';

const section = (page: Page) => page.getByRole('region', { name: 'Counter rounds', exact: true });
const document = {
  question: 'They sound firm on base. What would you counter?',
  currency: 'EUR',
  base: { inPlay: true, now: 11_000_000 },
  bonusPercent: { inPlay: true, now: '10' },
  signOn: { inPlay: true, now: 500_000 },
  equity: { inPlay: true, now: 12_000_000 },
  others: [],
};
const terms = { document, deadlineAt: null, quorum: 2, named: true };

/** Ana's negotiation and its first round of all four components, still a draft. */
async function prepare(page: Page): Promise<{ address: string; negotiationId: string; roundId: string }> {
  const opening = { company: 'Northwind Pay', role: 'Staff engineer', alias: 'a bank', stage: 'offer', on: '2026-01-05' };
  const { opportunityId } = await call(page, 'opportunity.create', opening);
  const { offerId } = await call(page, 'offer.create', { opportunityId, receivedOn: null, deadline: null, draft: null });
  const { negotiationId } = await call(page, 'negotiation.create', { offerId, currency: 'EUR' });
  const { roundId } = await call(page, 'round.create', { negotiationId });
  await call(page, 'round.save', { roundId, rev: 1, ...terms });
  return { address: `/opportunities/${opportunityId}/rounds`, negotiationId: `${negotiationId}`, roundId: `${roundId}` };
}

async function shareWithAll(page: Page, names: readonly string[]): Promise<void> {
  await section(page).getByRole('button', { name: 'Choose who is asked' }).click();
  const dialog = page.getByRole('dialog');
  for (const name of names) await dialog.getByLabel(name).check();
  await dialog.getByRole('button', { name: /^Share with/ }).click();
  await expect(dialog).toBeHidden();
}

function seal({ page }: Seat, roundId: string, figures: readonly [number, string, number, number], reason: string) {
  const [base, bonusPercent, signOn, equity] = figures;
  return call(page, 'round.seal', { roundId, counter: { package: { base, bonusPercent, signOn, equity, others: [] }, reason } });
}

/** Nothing scrolls sideways, neither the page nor a part of it, and every total is within the window. */
async function fits(page: Page): Promise<void> {
  const wide = () =>
    page.evaluate(() =>
      [...window.document.querySelectorAll('main *, html')]
        .filter((node) => node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).overflowX !== 'visible')
        .filter((node) => node.closest('[class*="sr-only"]') === null)
        .map((node) => node.outerHTML.slice(0, 120)),
    );
  // a window that was just made narrow is still being laid out
  await expect.poll(wide, 'parts that scroll sideways').toEqual([]);
  for (const cell of await section(page).locator('td[data-label="4-year total"]').all()) {
    const box = await cell.boundingBox();
    expect((box?.x ?? 999) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
  }
}

async function photograph(page: Page, name: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const)
    for (const width of [1280, 360]) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: `tests/screenshots/round-${name}-${scheme}-${width}.png`, fullPage: true });
    }
  await page.setViewportSize({ width: 1280, height: 900 });
}

test('a second round asks the same people again, and stands beside the first on one scale', async ({ browser }) => {
  const [ana, ben, cara, dan] = await Promise.all(['Ana', 'Ben', 'Cara', 'Dan'].map((name) => sitDown(browser, name)));
  if (!ana || !ben || !cara || !dan) throw new Error('Somebody is missing.');
  await foundCouncil(ana, [ben, cara, dan]);
  const { page } = ana;
  const { address, negotiationId, roundId: first } = await prepare(page);
  await page.goto(address);
  await shareWithAll(page, ['Ben', 'Cara', 'Dan']);
  await call(page, 'round.open', { roundId: first, rev: 2 });
  await seal(ben, first, [12_300_000, '12', 1_500_000, 14_000_000], 'Base is where they have room; the band ends at 128.');
  await seal(cara, first, [12_700_000, '10', 1_000_000, 12_000_000], 'Ask for base alone, once, with the market data.');
  await seal(dan, first, [11_800_000, '15', 2_500_000, 18_000_000], 'They called base fixed: trade it for sign-on and shares.');

  const { roundId: second } = await call(page, 'round.create', { negotiationId });
  await call(page, 'round.save', { roundId: second, rev: 1, ...terms });
  await page.goto(address);
  await expect(section(page).getByText('Round 1 reaches Ben, Cara and Dan.')).toBeVisible();
  await photograph(page, 'second-draft');
  await section(page).getByRole('button', { name: 'Ask the same people' }).click();
  await expect(section(page).getByText('Ben, Cara and Dan will be asked')).toBeVisible();
  await expect(section(page).getByRole('button', { name: 'Ask the same people' })).toHaveCount(0);
  await section(page).getByRole('button', { name: 'Open the round' }).click();
  await expect(section(page).getByText('0 of 3 asked had answered at the last set time.')).toBeVisible();
  await photograph(page, 'second-open');
  await seal(ben, `${second}`, [12_900_000, '12', 1_000_000, 14_000_000], 'They moved once, so hold.');
  await seal(cara, `${second}`, [12_800_000, '10', 1_500_000, 12_000_000], '');
  await seal(dan, `${second}`, [12_800_000, '12', 2_000_000, 15_000_000], '');

  await ben.page.goto(address);
  const result = section(ben.page);
  await expect(result.getByText(/^Round 1 median €123,000/)).toBeVisible();
  await expect(result.getByText('Both rounds stand on one scale.')).toBeVisible();
  await expect(result.getByRole('row', { name: /^Ben \(you\)/ })).toBeVisible();
  await accessible(ben.page, '#round');
  await photograph(ben.page, 'second-revealed');
  await ben.page.setViewportSize({ width: 360, height: 780 });
  await fits(ben.page);
  await expect(result.getByRole('row', { name: /^Ben \(you\)/ })).toBeVisible();
});
