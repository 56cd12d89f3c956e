import { expect, type Page, test } from '@playwright/test';
import { accessible } from '../support/accessible.ts';
import { call, foundCouncil, keptBy, type Seat, sitDown } from '../support/seat.ts';

/** Ana's negotiation, with what the employer has put on the table; answers the address of its rounds. */
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
  return `/opportunities/${opportunityId}/rounds`;
}

const section = (page: Page) => page.getByRole('region', { name: 'Counter rounds', exact: true });

/** The owner's way from nothing to an open round. */
async function ask(ana: Seat, address: string): Promise<void> {
  const { page } = ana;
  await page.goto(address);
  await page.getByRole('button', { name: 'Prepare a counter round' }).click();
  const round = section(page);
  await round.getByLabel('Your question').fill('They sound firm on base. What would you counter?');
  await expect(round.getByLabel('Base now')).toHaveValue('110,000');
  await round.getByLabel('Equity, whole grant').uncheck();
  await round.getByRole('button', { name: 'Save the draft' }).click();
  await expect(round.getByRole('button', { name: 'Change it' })).toBeVisible();
  await expect(round.getByText('Share the round first: nobody has been asked yet.')).toBeVisible();
  await accessible(page, '#round');
  await round.getByRole('button', { name: 'Choose who is asked' }).click();
  const dialog = page.getByRole('dialog');
  for (const name of ['Ben', 'Cara', 'Dan', 'Eva']) await dialog.getByLabel(name).check();
  await dialog.getByRole('button', { name: /^Share with/ }).click();
  await expect(dialog).toBeHidden();
  await expect(round.getByText('Ben, Cara, Dan and Eva will be asked')).toBeVisible();
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
  return heard.flatMap(({ body }) => body.match(/"stage":\{"state":"open".*?"owner":(?:null|\{[^}]*\})\}/g) ?? []);
}

/** Ben comes from Today, seals, opens his envelope again and replaces what is in it. */
async function sealTwice(ben: Seat): Promise<void> {
  await ben.page.goto('/');
  await ben.page.getByRole('link', { name: /Ana asks what you would counter · Staff engineer/ }).click();
  const bens = section(ben.page);
  await expect(bens.getByText('They sound firm on base.')).toBeVisible();
  await expect(ben.page.getByText('Northwind')).toHaveCount(0);
  await expect(bens.getByLabel('Base, a year')).toHaveValue('110,000');
  await expect(bens.getByText('As offered, €110,000.')).toBeVisible();
  await bens.getByLabel('Base, a year').fill('');
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
  await bens.getByRole('button', { name: 'Seal it again' }).click();
  await expect(bens.getByText('Your package is sealed. Only you can open it.')).toBeVisible();
}

/** Nobody else sees that he has before the next set moment. */
async function seeOnlyWho(ana: Seat, others: Seat[], address: string): Promise<void> {
  for (const { page } of [ana, ...others]) {
    await page.goto(address);
    const row = section(page).getByRole('list', { name: 'Who has sealed' });
    await expect(row.getByRole('listitem')).toHaveText([
      // seats change together at noon and midnight of UTC, and a test may run across one
      /Ben\s*(not yet|sealed)$/,
      /Cara\s*not yet$/,
      /Dan\s*not yet$/,
      /Eva\s*not yet$/,
    ]);
    await accessible(page, '#round');
  }
  await ana.page.setViewportSize({ width: 360, height: 740 });
  await ana.page.emulateMedia({ colorScheme: 'dark' });
  await accessible(ana.page, '#round');
  await expect.poll(() => ana.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await ana.page.setViewportSize({ width: 1280, height: 800 });
  await ana.page.emulateMedia({ colorScheme: 'light' });
}

/** The owner is warned of how many were missing at the last set time; that Cara seals meanwhile moves no number. */
async function warnOwner(ana: Seat, cara: Seat): Promise<void> {
  await section(ana.page).getByRole('button', { name: 'Reveal together' }).click();
  const dialog = ana.page.getByRole('dialog');
  await expect(dialog.getByText(/^4 people had not sealed at the last set time/)).toBeVisible();
  await fill(section(cara.page), '127,654', '19,191', 'Cara reasons from her own search');
  await section(cara.page).getByRole('button', { name: 'Seal my package' }).click();
  await expect(section(cara.page).getByText('Your package is sealed.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Keep as it is' }).click();
  await section(ana.page).getByRole('button', { name: 'Reveal together' }).click();
  await expect(dialog.getByText(/^4 people had not sealed at the last set time/)).toBeVisible();
}

/** Everybody asks once more; then every byte that came while the round was open is looked at. */
async function hearNothing(seats: Seat[], ben: Seat, unsealed: Seat[]): Promise<void> {
  for (const { page } of [ben, ...unsealed]) await page.reload();
  for (const { page } of unsealed) await expect(section(page).getByText(/^(not yet|sealed)$/)).toHaveCount(4);
  for (const seat of seats) seat.listening = false;
  expect(
    ben.heard.some(({ body }) => body.includes('12345600')),
    'what is heard is really listened to',
  ).toBe(true);
  expectBlind(seats);
  for (const seat of unsealed)
    for (const stage of stagesOf(seat))
      expect(Object.keys(JSON.parse(`{${stage}}`).stage).sort()).toEqual([
        'gone',
        'own',
        'owner',
        'seats',
        'state',
        'targetSealed',
        'turnsAt',
      ]);
  for (const seat of seats) {
    const orders = new Set(stagesOf(seat).map((stage) => (stage.match(/"name":"\w+"/g) ?? []).join()));
    expect(orders.size, `the seats never change their order for ${seat.name}`).toBe(1);
    // besides answers to requests there is one stream to hear, and it says what to read again, never what, who or when
    expect(seat.frames, `${seat.name} was sent something unasked`).toEqual([]);
    expect(seat.messages.length, `${seat.name} was told that something happened`).toBeGreaterThan(0);
    const changes = seat.messages.flatMap((message) => JSON.parse(message).changes);
    for (const change of changes) expect(Object.keys(change).sort()).toEqual(['also', 'here', 'ids', 'press']);
  }
}

/** Nor does a browser keep anything of the others: by name or value in a storage, or anywhere in its page. */
async function keepNothing(seats: Seat[]): Promise<void> {
  for (const { name, page } of seats) {
    await page.evaluate(keepMark);
    const kept = await keptBy(page);
    const found = kept.filter(({ text }) => text.includes('a mark that is looked for')).map(({ place }) => place);
    expect(found, 'what is kept is really looked at').toEqual(['localStorage', 'sessionStorage', 'indexedDB', 'cookies']);
    const held = kept.flatMap(({ place, text }) =>
      Object.entries(secrets)
        .filter(([author]) => author !== name)
        .flatMap(([author, marks]) =>
          marks.filter((mark) => text.includes(mark)).map((mark) => `${mark} of ${author} in ${place}`),
        ),
    );
    expect(held, `kept by ${name}`).toEqual([]);
  }
}

/** Something in each place, so that a search which finds nothing is known to look there. */
async function keepMark(): Promise<void> {
  const mark = 'a mark that is looked for';
  localStorage.setItem(mark, '');
  sessionStorage.setItem('marked', mark);
  // biome-ignore lint/suspicious/noDocumentCookie: the other way is not there over http.
  document.cookie = `marked=${mark}`;
  await new Promise<void>((done, fail) => {
    const opening = indexedDB.open('marked');
    opening.onupgradeneeded = () => opening.result.createObjectStore('marks').put({ mark }, 'one');
    opening.onsuccess = () => {
      opening.result.close();
      done();
    };
    opening.onerror = () => fail(opening.error);
  });
}

/** Reasons first, then packages and medians, the same for everybody. */
async function revealTogether(ana: Seat, seats: Seat[]): Promise<void> {
  const dialog = ana.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Reveal together' }).click();
  await expect(dialog).toBeHidden();
  for (const { page, name } of seats) {
    const round = section(page);
    await expect(round.getByRole('table')).toBeVisible();
    await expect(round.getByRole('list', { name: 'Reasons' }).getByRole('listitem')).toHaveCount(3);
    await expect(round.getByText('median €125,555, from €123,456 to €127,654')).toBeVisible();
    await expect(round.getByRole('row', { name: /^Median 125,555 20,201.50 522,421.50/ })).toBeVisible();
    await expect(
      round.getByRole('row', { name: name === 'Ana' ? /^Your target 131,313/ : /^Ana’s target 131,313/ }),
    ).toBeVisible();
    await expect(round.getByRole('row', { name: name === 'Ben' ? /^Ben \(you\) 123,456/ : /^Ben 123,456/ })).toBeVisible();
    await accessible(page, '#round');
  }
}

/** Dan seals late: what he adds stands apart and moves no median. */
async function comeLate(ana: Seat, dan: Seat): Promise<void> {
  const dans = section(dan.page);
  await fill(dans, '300,000', '0', 'Dan says: much more');
  await dans.getByRole('button', { name: 'Add my late package' }).click();
  await expect(dans.getByRole('region', { name: /^Late/ }).getByText('€300,000')).toBeVisible();
  await expect(dans.getByText('median €125,555, from €123,456 to €127,654')).toBeVisible();
  await expect(dans.getByRole('button', { name: 'Add my late package' })).toBeHidden();
  await expect(section(ana.page).getByRole('region', { name: /^Late/ }).getByText('Dan says: much more')).toBeVisible();
}

/** Eva never seals: she reads all of it, late and in time, and stands in none of it herself. */
async function neverSeal(eva: Seat, seats: Seat[]): Promise<void> {
  const evas = section(eva.page);
  await expect(evas.getByRole('region', { name: /^Late/ }).getByText('Dan says: much more')).toBeVisible();
  await expect(evas.getByRole('button', { name: 'Add my late package' })).toBeVisible();
  for (const { page } of seats) {
    const round = section(page);
    await expect(round.getByRole('region', { name: /^Late/ }).getByRole('listitem')).toHaveCount(1);
    await expect(round.getByRole('row', { name: /^(Ben|Cara|Dan|Eva)/ })).toHaveCount(2);
    await expect(round.getByRole('row', { name: /^Median 125,555 20,201.50 522,421.50/ })).toBeVisible();
    await expect(round.getByText('Eva', { exact: true })).toHaveCount(0);
  }
  const stages = eva.heard.flatMap(({ body }) => body.match(/"state":"revealed"/g) ?? []);
  expect(stages.length, 'what Eva was told of the result was heard').toBeGreaterThan(0);
  const told = eva.heard.map(({ body }) => body).join('\n');
  for (const known of ['12345600', '12765400', '30000000', 'Cara reasons']) expect(told).toContain(known);
  // what Ben had replaced is in nobody's ear, not even after the reveal
  for (const gone of ['12121200', 'there is room']) expect(told).not.toContain(gone);
}

/** A second round begins with what the first asked; both are kept. */
async function askAgain(ana: Seat, ben: Seat): Promise<void> {
  await section(ana.page).getByRole('button', { name: 'Ask another round' }).click();
  await expect(section(ana.page).getByLabel('Your question')).toHaveValue('They sound firm on base. What would you counter?');
  await expect(section(ana.page).getByRole('button', { name: /^Round 1/ })).toBeVisible();
  await expect(section(ben.page).getByRole('button', { name: /^Round 2/ })).toHaveCount(0);
}

test('five browsers: sealed blind, revealed together, one late, one never, and a second round', async ({ browser }) => {
  const seats = await Promise.all(['Ana', 'Ben', 'Cara', 'Dan', 'Eva'].map((name) => sitDown(browser, name)));
  const [ana, ben, cara, dan, eva] = seats;
  if (!ana || !ben || !cara || !dan || !eva) throw new Error('Somebody is missing.');
  await foundCouncil(ana, [ben, cara, dan, eva]);
  const address = await negotiate(ana.page);
  await ask(ana, address);
  for (const seat of seats) seat.listening = true;
  await section(ana.page).getByRole('button', { name: 'Open the round' }).click();
  await expect(section(ana.page).getByText('open', { exact: true })).toBeVisible();

  await sealTwice(ben);
  await seeOnlyWho(ana, [cara, dan, eva], address);
  await warnOwner(ana, cara);
  await hearNothing(seats, ben, [dan, eva]);
  await keepNothing(seats);
  eva.listening = true;
  await revealTogether(ana, seats);
  await comeLate(ana, dan);
  await neverSeal(eva, seats);
  await askAgain(ana, ben);
});
