import { type Browser, expect, type Page, test } from '@playwright/test';
import { enterPart, enterRoom } from '../support/rooms.ts';
import { call, enter, foundCouncil } from '../support/seat.ts';

/** Somebody whose every press is counted: one key is one effect, however often it travels. */
async function arrive(browser: Browser, name: string) {
  const page = await (await browser.newContext()).newPage();
  const email = await enter(page, name);
  const keys: { path: string; key: string }[] = [];
  const broken: string[] = [];
  page.on('request', (request) => {
    const key = request.headers()['x-parley-key'];
    if (key) keys.push({ path: new URL(request.url()).pathname.replace('/trpc/', ''), key });
  });
  page.on('pageerror', (error) => broken.push(error.message));
  page.on('console', (message) => message.type() === 'error' && broken.push(message.text()));
  const effects = (path: string) => new Set(keys.flatMap((sent) => (sent.path === path ? [sent.key] : []))).size;
  return { name, page, email, effects, broken };
}

type Hand = Awaited<ReturnType<typeof arrive>>;

/** An offer of one table, its negotiation, and a round that asks for the base; nobody is asked yet. */
async function prepare({ page }: Hand): Promise<string> {
  const opening = { company: 'Quuxcorp', role: 'Staff engineer', alias: 'a bank', stage: 'offer', on: '2026-01-05' };
  const { opportunityId } = await call(page, 'opportunity.create', opening);
  const { offerId } = await call(page, 'offer.create', { opportunityId, receivedOn: null, deadline: null, draft: null });
  const { negotiationId } = await call(page, 'negotiation.create', { offerId, currency: 'EUR' });
  const { roundId } = await call(page, 'round.create', { negotiationId });
  const silent = { inPlay: false, now: null };
  const parts = { base: { inPlay: true, now: 11_000_000 }, bonusPercent: silent, signOn: silent, equity: silent, others: [] };
  const document = { question: 'What would you counter?', currency: 'EUR', ...parts };
  await call(page, 'round.save', { roundId, rev: 1, document, deadlineAt: null, quorum: 3, named: true });
  return `/opportunities/${opportunityId}/rounds`;
}

const section = (page: Page) => page.getByRole('region', { name: 'Counter rounds', exact: true });

async function nothingWrong({ page, broken }: Hand): Promise<void> {
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(page.getByText(/changed in another tab|went wrong|already|cannot be reached/)).toHaveCount(0);
  expect(broken).toEqual([]);
}

async function shareAndOpen(ana: Hand, delay: number): Promise<void> {
  const round = section(ana.page);
  await round.getByRole('button', { name: 'Choose who is asked' }).dblclick({ delay });
  const dialog = ana.page.getByRole('dialog');
  await dialog.getByLabel('Ben').check();
  await dialog.getByLabel('Cara').check();
  await dialog.getByRole('button', { name: /^Share with/ }).dblclick({ delay });
  await expect(dialog).toBeHidden();
  // one for each of the two
  expect(ana.effects('share.set')).toBe(2);
  await expect(round.getByText('Ben and Cara will be asked')).toBeVisible();
  await round.getByRole('button', { name: 'Open the round' }).dblclick({ delay });
  await expect(round.getByText('open', { exact: true })).toBeVisible();
  expect(ana.effects('round.open')).toBe(1);
  await nothingWrong(ana);
}

async function seal(ben: Hand, address: string, delay: number): Promise<void> {
  await ben.page.goto(address);
  const round = section(ben.page);
  await round.getByLabel('Base, a year').fill('131,000');
  await round.getByRole('button', { name: 'Seal my package' }).dblclick({ delay });
  await expect(round.getByText('Your package is sealed.')).toBeVisible();
  await expect(round.getByRole('button', { name: 'Replace it' })).toBeVisible();
  expect(ben.effects('round.seal')).toBe(1);
  await nothingWrong(ben);
}

async function reveal(ana: Hand, delay: number): Promise<void> {
  const round = section(ana.page);
  await round.getByRole('button', { name: 'Reveal together' }).dblclick({ delay });
  const dialog = ana.page.getByRole('dialog');
  await expect(dialog.getByText(/^2 people had not sealed at the last set time/)).toBeVisible();
  expect(ana.effects('round.reveal'), 'the second press never answers the question of the first').toBe(0);
  await dialog.getByRole('button', { name: 'Reveal together' }).dblclick({ delay });
  await expect(dialog).toBeHidden();
  await expect(round.getByRole('row', { name: /^Ben.* 131,000/ })).toBeVisible();
  expect(ana.effects('round.reveal')).toBe(1);
  await nothingWrong(ana);
}

async function accept(ana: Hand, delay: number): Promise<void> {
  await enterRoom(ana.page, 'Negotiation');
  await enterPart(ana.page, 'Outcome');
  const end = ana.page.getByRole('region', { name: 'The end of the negotiation' });
  await end.getByRole('button', { name: 'Accept the offer' }).dblclick({ delay });
  const form = ana.page.getByRole('region', { name: 'Accept the offer' });
  await expect(form).toBeVisible();
  expect(ana.effects('outcome.record')).toBe(0);
  await form.getByLabel('Base, a year').fill('118,000');
  await form.getByRole('button', { name: 'Accept', exact: true }).dblclick({ delay });
  const done = ana.page.getByRole('region', { name: 'Outcome' });
  await expect(done.getByText('Accepted', { exact: true })).toBeVisible();
  expect(ana.effects('outcome.record')).toBe(1);
  expect(ana.effects('outcome.save') + ana.effects('outcome.undo')).toBe(0);
  await nothingWrong(ana);
}

// at once, and as fast as a hand does it: an answer may have come in between
for (const delay of [0, 60])
  test(`pressed twice, held ${delay} ms: shared, opened, sealed, revealed and accepted once`, async ({ browser }) => {
    const [ana, ben, cara] = [await arrive(browser, 'Ana'), await arrive(browser, 'Ben'), await arrive(browser, 'Cara')];
    await foundCouncil(ana, [ben, cara]);
    const address = await prepare(ana);
    await ana.page.goto(address);
    await shareAndOpen(ana, delay);
    await seal(ben, address, delay);
    await reveal(ana, delay);
    await accept(ana, delay);
    await ben.page.goto('/');
    await expect(ben.page.getByText(/revealed/i)).toHaveCount(1);
    for (const { page } of [ana, ben, cara]) await page.context().close();
  });
