import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, expect, type Page, test } from '@playwright/test';

type Data = Record<string, string>;

/** One call of the API as the person of this page: what a story needs before it begins. */
async function call(page: Page, path: string, input: unknown): Promise<Data> {
  const text = await page.evaluate(
    async ([to, body]) => {
      const key = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      const headers = { 'content-type': 'application/json', 'x-parley-key': key };
      const answer = await fetch(`/trpc/${to}`, { method: 'POST', headers, body: body ?? '' });
      if (!answer.ok) throw new Error(`${to}: ${answer.status} ${await answer.text()}`);
      return answer.text();
    },
    [path, JSON.stringify(input)] as const,
  );
  const { result }: { result: { data: Data } } = JSON.parse(text);
  return result.data;
}

/** Somebody at a browser of their own, and every byte that reached it while it was listened to. */
type Seat = { name: string; page: Page; email: string; heard: { url: string; body: string }[]; listening: boolean };

async function sitDown(browser: Browser, name: string): Promise<Seat> {
  const page = await (await browser.newContext()).newPage();
  const email = `${name.toLowerCase()}.${Date.now()}@example.org`;
  const seat: Seat = { name, page, email, heard: [], listening: false };
  page.on('response', async (response) => {
    if (!seat.listening || !new URL(response.url()).pathname.startsWith('/trpc')) return;
    // a request cut off by leaving the page has no body
    const body = await response.text().catch(() => '');
    seat.heard.push({ url: response.url(), body: `${JSON.stringify(response.headers())}\n${body}` });
  });
  const password = `a quiet room for ${name}`;
  await page.goto('/sign-in');
  const profile = { displayName: name, timeZone: 'Asia/Kathmandu', locale: 'en-GB', currency: 'EUR' };
  await call(page, 'identity.signUp', { email, password, ...profile });
  await call(page, 'identity.signIn', { email, password });
  return seat;
}

async function foundCouncil(chair: Seat, guests: readonly Seat[]): Promise<void> {
  const cadence = { weekday: 4, time: '18:00', zone: 'Europe/Vienna', minutes: 90 };
  const council = { name: 'Thursday table', purpose: '', cadence, charter: 'We keep what we hear here.' };
  const { councilId } = await call(chair.page, 'council.create', council);
  for (const { page, email } of guests) {
    const { link } = await call(chair.page, 'invitation.create', { councilId, email });
    await call(page, 'invitation.accept', { token: link?.split('token=')[1], charterVersion: 1 });
  }
}

/** Ana's negotiation, with what the employer has put on the table; answers the address of its page. */
async function negotiate(page: Page): Promise<string> {
  const opening = { company: 'Northwind Pay', role: 'Staff engineer', alias: 'a bank', stage: 'offer', on: '2026-01-05' };
  const { opportunityId } = await call(page, 'opportunity.create', opening);
  const { offerId } = await call(page, 'offer.create', { opportunityId, receivedOn: null, deadline: null, draft: null });
  const { negotiationId } = await call(page, 'negotiation.create', { offerId, currency: 'EUR' });
  const table = { base: 11_000_000, bonusPercent: null, signOn: 500_000, equity: null, others: [] };
  const said = {
    party: 'employer',
    kind: 'propose',
    channel: 'call',
    at: '2026-01-06T10:00:00Z',
    words: '',
    firmness: 'unclear',
    heard: [],
  };
  await call(page, 'move.add', { negotiationId, move: { ...said, package: table } });
  return `/opportunities/${opportunityId}`;
}

const section = (page: Page) => page.getByRole('region', { name: 'Counter rounds', exact: true });

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .include('#round')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

/** The owner's way from nothing to an open round. */
async function ask(ana: Seat, address: string): Promise<void> {
  const { page } = ana;
  await page.goto(address);
  await page.getByRole('button', { name: 'Prepare a counter round' }).click();
  const round = section(page);
  await round.getByLabel('Your question').fill('They sound firm on base. What would you counter?');
  await expect(round.getByLabel('Base now')).toHaveValue('110,000');
  await round.getByLabel('Equity, whole grant').uncheck();
  await round.getByRole('button', { name: 'Save what I ask' }).click();
  await expect(round.getByRole('button', { name: 'Change it' })).toBeVisible();
  await expect(round.getByText('Share the round first: nobody is asked yet.')).toBeVisible();
  await accessible(page);
  await round.getByRole('button', { name: 'Who sees this: only you. Share it' }).click();
  const dialog = page.getByRole('dialog');
  for (const name of ['Ben', 'Cara', 'Dan']) await dialog.getByLabel(name).check();
  await dialog.getByRole('button', { name: /^Share with/ }).click();
  await expect(dialog).toBeHidden();
  await expect(round.getByText('Ben, Cara and Dan will be asked')).toBeVisible({ timeout: 12_000 });
  await round.getByRole('button', { name: 'Seal my target' }).click();
  await fill(round, '131,313', '17,171', 'The target that Ana aims at');
  await round.getByRole('button', { name: 'Seal my target' }).click();
  await expect(round.getByText('Your target is sealed.')).toBeVisible();
}

type Region = ReturnType<typeof section>;

async function fill(round: Region, base: string, signOn: string, reason: string): Promise<void> {
  await round.getByLabel('Base, a year').fill(base);
  await round.getByLabel('Sign-on, once').fill(signOn);
  await round.getByLabel('Why this package').fill(reason);
}

/** What nobody else may hear of each: the numbers as they are sent, as they are read, their 4-year totals, the reason. */
const secrets: Record<string, string[]> = {
  Ana: ['13131300', '131,313', '1717100', '17,171', '54242300', 'Ana aims'],
  Ben: ['12345600', '123,456', '2121200', '21,212', '51503600', '12121200', '121,212', 'Ben heard', 'second thought'],
  Cara: ['12765400', '127,654', '1919100', '19,191', '52980700', 'Cara reasons'],
};

function expectBlind(seats: readonly Seat[]): void {
  for (const seat of seats) {
    expect(
      seat.heard.some(({ body }) => body.includes('"state":"open"')),
      `${seat.name} saw the open round`,
    ).toBe(true);
    for (const [author, marks] of Object.entries(secrets)) {
      if (author === seat.name) continue;
      for (const { url, body } of seat.heard)
        for (const mark of marks) expect(body.includes(mark), `${mark} of ${author} reached ${seat.name} by ${url}`).toBe(false);
    }
    for (const { body } of seat.heard)
      expect(body, `a statistic, an order or a time reached ${seat.name}`).not.toMatch(
        /"(summary|median|counters|sealedAt|late)":(?!false)/,
      );
  }
}

/** What a seat heard of the open round itself, in the order in which it came. */
function stagesOf({ heard }: Seat): string[] {
  return heard.flatMap(({ body }) => body.match(/"stage":\{"state":"open".*?"missing":\d+\}/g) ?? []);
}

/** Ben comes from Today, seals, opens his envelope again and replaces what is in it. */
async function sealTwice(ben: Seat): Promise<void> {
  await ben.page.goto('/');
  await ben.page.getByRole('link', { name: /Seal your counter for Ana · Staff engineer/ }).click();
  const bens = section(ben.page);
  await expect(bens.getByText('They sound firm on base.')).toBeVisible();
  await expect(ben.page.getByText('Northwind')).toHaveCount(0);
  await bens.getByRole('button', { name: 'Seal my package' }).click();
  await expect(bens.getByText('Give a number for the base.')).toBeVisible();
  await fill(bens, '121,212', '21,212', 'Ben heard that there is room');
  await bens.getByRole('button', { name: 'Seal my package' }).click();
  await expect(bens.getByText('Your package is sealed. Only you can open it.')).toBeVisible();
  await bens.getByRole('button', { name: 'Open it' }).click();
  await expect(bens.getByText('€121,212')).toBeVisible();
  await bens.getByRole('button', { name: 'Replace it' }).click();
  await bens.getByLabel('Base, a year').fill('123,456');
  await bens.getByLabel('Why this package').fill('Ben heard otherwise: a second thought');
  await expect(bens.getByText('€515,036')).toBeVisible();
  await bens.getByRole('button', { name: 'Seal it anew' }).click();
  await expect(bens.getByText('Your package is sealed. Only you can open it.')).toBeVisible();
}

/** Everybody else sees that he has, and nothing more. */
async function seeOnlyWho(ana: Seat, others: Seat[], address: string): Promise<void> {
  for (const { page } of [ana, ...others]) {
    await page.goto(address);
    const row = section(page).getByRole('list', { name: 'Who has sealed' });
    await expect(row.getByRole('listitem')).toHaveText([/Ben\s*sealed/, /Cara\s*not yet/, /Dan\s*not yet/]);
    await accessible(page);
  }
  await ana.page.setViewportSize({ width: 360, height: 740 });
  await ana.page.emulateMedia({ colorScheme: 'dark' });
  await accessible(ana.page);
  expect(await ana.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await ana.page.setViewportSize({ width: 1280, height: 800 });
  await ana.page.emulateMedia({ colorScheme: 'light' });
}

/** The owner is warned of how many are missing; while she reads it, Cara seals, and the old number does not pass. */
async function warnOwner(ana: Seat, cara: Seat): Promise<void> {
  await section(ana.page).getByRole('button', { name: 'Reveal together' }).click();
  const dialog = ana.page.getByRole('dialog');
  await expect(dialog.getByText(/^2 people have not sealed yet/)).toBeVisible();
  await ana.page.route('**/trpc/round.get*', (route) => route.abort());
  await fill(section(cara.page), '127,654', '19,191', 'Cara reasons from her own search');
  await section(cara.page).getByRole('button', { name: 'Seal my package' }).click();
  await expect(section(cara.page).getByText('Your package is sealed.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Reveal together' }).click();
  await expect(dialog.getByText('Somebody has sealed, or the people asked have changed.')).toBeVisible();
  await ana.page.unroute('**/trpc/round.get*');
  await expect(dialog.getByText(/^1 person has not sealed yet/)).toBeVisible({ timeout: 12_000 });
}

/** Everybody polls once more; then every byte that came while the round was open is looked at. */
async function hearNothing(seats: Seat[], ben: Seat, dan: Seat): Promise<void> {
  for (const { page } of [ben, dan]) await page.reload();
  await expect(section(dan.page).getByText('not yet')).toHaveCount(1);
  for (const seat of seats) seat.listening = false;
  expect(
    ben.heard.some(({ body }) => body.includes('12345600')),
    'what is heard is really listened to',
  ).toBe(true);
  expectBlind(seats);
  for (const stage of stagesOf(dan))
    expect(Object.keys(JSON.parse(`{${stage}}`).stage).sort()).toEqual(['missing', 'own', 'seats', 'state', 'targetSealed']);
  const order = new Set(stagesOf(dan).map((stage) => (stage.match(/"name":"\w+"/g) ?? []).join()));
  expect(order.size, 'the seats never change their order').toBe(1);
}

/** Reasons first, then packages and medians, the same for everybody. */
async function revealTogether(ana: Seat, seats: Seat[]): Promise<void> {
  const dialog = ana.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Reveal together' }).click();
  await expect(dialog).toBeHidden();
  for (const { page, name } of seats) {
    const round = section(page);
    await expect(round.getByRole('table')).toBeVisible({ timeout: 12_000 });
    await expect(round.getByRole('list', { name: 'Reasons' }).getByRole('listitem')).toHaveCount(3);
    await expect(round.getByText('median €125,555, from €123,456 to €127,654')).toBeVisible();
    await expect(round.getByRole('row', { name: /^Median €125,555 €20,201.50 €522,421.50/ })).toBeVisible();
    await expect(
      round.getByRole('row', { name: name === 'Ana' ? /^Your target €131,313/ : /^Ana’s target €131,313/ }),
    ).toBeVisible();
    await expect(round.getByRole('row', { name: name === 'Ben' ? /^Ben \(you\) €123,456/ : /^Ben €123,456/ })).toBeVisible();
    await accessible(page);
  }
}

/** Dan never sealed: what he adds now stands apart and moves no median. */
async function comeLate(ana: Seat, dan: Seat): Promise<void> {
  const dans = section(dan.page);
  await fill(dans, '300,000', '0', 'Dan says: much more');
  await dans.getByRole('button', { name: 'Add my late package' }).click();
  await expect(dans.getByRole('region', { name: /^Late/ }).getByText('€300,000')).toBeVisible();
  await expect(dans.getByText('median €125,555, from €123,456 to €127,654')).toBeVisible();
  await expect(section(ana.page).getByRole('region', { name: /^Late/ }).getByText('Dan says: much more')).toBeVisible({
    timeout: 12_000,
  });
}

/** A second round begins with what the first asked; both are kept. */
async function askAgain(ana: Seat, ben: Seat): Promise<void> {
  await section(ana.page).getByRole('button', { name: 'Ask another round' }).click();
  await expect(section(ana.page).getByLabel('Your question')).toHaveValue('They sound firm on base. What would you counter?');
  await expect(section(ana.page).getByRole('button', { name: /^Round 1/ })).toBeVisible();
  await expect(section(ben.page).getByRole('button', { name: /^Round 2/ })).toHaveCount(0);
}

test('four browsers: sealed blind, revealed together, late apart, and a second round', async ({ browser }) => {
  test.setTimeout(180_000);
  const seats = await Promise.all(['Ana', 'Ben', 'Cara', 'Dan'].map((name) => sitDown(browser, name)));
  const [ana, ben, cara, dan] = seats;
  if (!ana || !ben || !cara || !dan) throw new Error('Somebody is missing.');
  await foundCouncil(ana, [ben, cara, dan]);
  const address = await negotiate(ana.page);
  await ask(ana, address);
  for (const seat of seats) seat.listening = true;
  await section(ana.page).getByRole('button', { name: 'Open the round' }).click();
  await expect(section(ana.page).getByText('open, sealed')).toBeVisible();

  await sealTwice(ben);
  await seeOnlyWho(ana, [cara, dan], address);
  await warnOwner(ana, cara);
  await hearNothing(seats, ben, dan);
  await revealTogether(ana, seats);
  await comeLate(ana, dan);
  await askAgain(ana, ben);
});
