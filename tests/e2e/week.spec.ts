import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { accessible } from '../support/accessible.ts';
import { enterRoom } from '../support/rooms.ts';
import { call, enter } from '../support/seat.ts';

type Member = { name: string; page: Page; email: string; presses: () => number };

async function arrive(browser: Browser, name: string): Promise<Member> {
  const context = await browser.newContext();
  let presses = 0;
  await context.exposeFunction('countPress', () => {
    presses += 1;
  });
  await context.addInitScript("addEventListener('pointerdown', () => countPress(), true)");
  const page = await context.newPage();
  return { name, page, email: await enter(page, name), presses: () => presses };
}

/** How many presses and seconds a way takes; told with the run. */
async function count(what: string, { presses }: Member, way: () => Promise<void>): Promise<number> {
  const [before, began] = [presses(), performance.now()];
  await way();
  const pressed = presses() - before;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  test.info().annotations.push({ type: what, description: `${pressed} presses, ${seconds} s` });
  process.stdout.write(`  ${what}: ${pressed} presses, ${seconds} s\n`);
  return pressed;
}

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const place = (page: Page, name: string) => page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name });
const turn = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true });
const share = (page: Page, itemId: string, councilId: string) =>
  call(page, 'share.set', { itemId, councilId, readerId: null, levels, expiresAt: null });
const levels = { company: 'hidden', pay: 'exact', equity: 'exact', benefits: 'exact', dates: 'exact', notes: 'exact' };

/** Cara founds a council by its name and invites four people at once. */
async function found(cara: Member, guests: readonly Member[]): Promise<{ councilId: string; links: string[] }> {
  const { page } = cara;
  const links: string[] = [];
  await page.goto('/council');
  const pressed = await count('founding and inviting four', cara, async () => {
    await page.getByLabel('Name').fill('The long table');
    await page.keyboard.press('Enter');
    await page.getByLabel('Their e-mail addresses').fill(guests.map(({ email }) => email).join('\n'));
    await page.getByRole('button', { name: 'Make the links' }).click();
    await page.getByRole('button', { name: 'Copy all 4 links' }).click();
  });
  expect(pressed).toBeLessThanOrEqual(2);
  for (const { email } of guests) links.push(await page.getByRole('textbox', { name: `Link for ${email}` }).inputValue());
  return { councilId: page.url().split('/').at(-1) ?? '', links };
}

async function join(guest: Member, link: string): Promise<void> {
  const { page } = guest;
  await page.goto(link);
  const pressed = await count(`${guest.name} joins`, guest, async () => {
    await page.getByLabel('I have read the charter and accept it.').click();
    await page.getByRole('button', { name: 'Join the council' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'The long table' })).toBeVisible();
  });
  expect(pressed).toBeLessThanOrEqual(2);
}

/** Monday: an opening is captured, on Tuesday there is an interview. */
async function pursue(ana: Member): Promise<string> {
  const { page } = ana;
  await count('capturing an opening', ana, async () => {
    await place(page, 'Opportunities').click();
    await page.getByRole('button', { name: 'Add an opportunity' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Company').fill('Northwind');
    await dialog.getByLabel('Role').fill('Head of data');
    await dialog.getByRole('button', { name: 'Add opportunity' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Head of data' })).toBeVisible();
  });
  const opportunityId = /opportunities\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  const on = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Kathmandu' }).format(new Date());
  const { rev } = await call(page, 'opportunity.setStage', { opportunityId, rev: 1, stage: 'interview', on });
  expect(rev).toBeTruthy();
  return opportunityId;
}

/** Tuesday evening: what was said is written down, and the council is asked how likely it goes on. */
async function debrief({ page }: Member, councilId: string): Promise<string> {
  await page.reload();
  await enterRoom(page, 'Debriefs');
  await section(page, 'Debriefs').getByRole('button', { name: 'Debrief an interview' }).click();
  await page.getByRole('textbox', { name: 'What they said' }).fill('“We decide next week.”');
  await expect(page.getByText('saved', { exact: true }).first()).toBeVisible();
  await section(page, 'Debriefs').getByRole('button', { name: 'Done' }).click();
  const opportunityId = /opportunities\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  const text = JSON.stringify(await call(page, 'debrief.list', { opportunityId }));
  const debriefId = /"id":"([0-9a-f-]{36})"/.exec(text)?.[1] ?? '';
  await share(page, debriefId, councilId);
  await call(page, 'debrief.askReads', { debriefId, read: { likelihood: 70, reason: 'They asked when I could start.' } });
  return debriefId;
}

/** Wednesday: one asks for help, one cannot come, and the meeting is moved to this very hour. */
async function prepare({ cara, ben, dan }: Record<'cara' | 'ben' | 'dan', Member>, councilId: string): Promise<void> {
  for (const { page } of [cara, ben, dan]) await page.goto(`/council/${councilId}`);
  await section(ben.page, 'Help wanted').getByRole('button', { name: 'Ask for help' }).click();
  await ben.page.getByLabel('What do you want help with?').fill('Which of my two stories comes first?');
  await section(ben.page, 'Help wanted').getByRole('button', { name: 'Ask the council' }).click();
  await expect(section(ben.page, 'Help wanted').getByText('Which of my two stories comes first?')).toBeVisible();
  await call(ben.page, 'commitment.take', { councilId, commitment: { text: 'Write to two people', dueOn: '2020-02-03' } });

  await cara.page.getByText('The meetings ahead').click();
  await cara.page
    .getByRole('button', { name: /^Move the meeting of/ })
    .first()
    .click();
  const soon = new Date(Date.now() + 120_000);
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Kathmandu', dateStyle: 'short', timeStyle: 'short' });
  const [day = '', time = ''] = local.format(soon).split(' ');
  await cara.page.getByLabel('New day').fill(day);
  await cara.page.getByLabel('New time').fill(time);
  await cara.page.getByRole('button', { name: 'Move it' }).click();
  await expect(cara.page.getByText(/^Instead of/)).toBeVisible();
  await expect(section(dan.page, 'Next meeting').getByText(time).first()).toBeVisible();
  await section(dan.page, 'Next meeting')
    .getByRole('button', { name: /^I cannot come/ })
    .first()
    .click();
  await expect(section(cara.page, 'Next meeting').getByText('Dan cannot come.')).toBeVisible();
  await accessible(cara.page);
}

/** Presses next until this is there, each press once it has made its step. */
async function walkTo(page: Page, wanted: Locator): Promise<void> {
  while (!(await wanted.isVisible())) {
    const here = (await page.getByText(/^Turn \d+ of \d+$/).textContent()) ?? '';
    await page.getByRole('button', { name: 'Next' }).click();
    await expect(page.getByText(here, { exact: true })).toBeHidden();
  }
}

/** Thursday: the four who come meet; a commitment was kept, a question is answered. */
async function meet(all: readonly Member[], { cara, ben, eve }: Record<'cara' | 'ben' | 'eve', Member>): Promise<void> {
  await cara.page.getByRole('link', { name: 'Go to the meeting' }).click();
  await cara.page.getByRole('button', { name: 'Begin the meeting' }).click();
  const path = new URL(cara.page.url()).pathname;
  for (const { page } of all) if (page !== cara.page) await page.goto(path);
  for (const { page } of all) await expect(turn(page, 'Check-in')).toBeVisible();
  const agenda = section(cara.page, 'Agenda');
  await expect(agenda.getByText('Ben: update')).toBeVisible();
  await expect(agenda.getByText('Dan: update')).toBeHidden();
  await walkTo(cara.page, turn(cara.page, 'Ben: update'));
  await ben.page.getByRole('button', { name: 'Kept', exact: true }).click();
  await expect(cara.page.getByText('1 of 1 kept')).toBeVisible();
  await walkTo(cara.page, turn(cara.page, 'Ben: help wanted'));
  await eve.page.getByRole('button', { name: 'Answer' }).click();
  await eve.page.getByLabel('Your answer').fill('The second one.');
  await eve.page.getByRole('button', { name: 'Answer' }).click();
  await expect(ben.page.getByText('The second one.')).toBeVisible();
  await walkTo(cara.page, cara.page.getByLabel('Plus: what was good'));
  await cara.page.getByRole('button', { name: 'End the meeting' }).click();
  for (const { page } of all) await expect(section(page, 'Earlier meetings')).toBeVisible();
}

const document = {
  question: 'What would you counter?',
  currency: 'EUR',
  base: { inPlay: true, now: 11_000_000 },
  bonusPercent: { inPlay: false, now: null },
  signOn: { inPlay: false, now: null },
  equity: { inPlay: false, now: null },
  others: [],
};

/** Friday: an offer, and a blind round of the others; it opens for all with the last of them. */
async function round(ana: Member, others: readonly Member[], opportunityId: string, councilId: string): Promise<void> {
  const { page } = ana;
  const { offerId } = await call(page, 'offer.create', { opportunityId, receivedOn: null, deadline: null, draft: null });
  const { negotiationId } = await call(page, 'negotiation.create', { offerId, currency: 'EUR' });
  const { roundId = '' } = await call(page, 'round.create', { negotiationId });
  await call(page, 'round.save', { roundId, rev: 1, document, deadlineAt: null, quorum: 3, named: true });
  await share(page, roundId, councilId);
  await call(page, 'round.open', { roundId, rev: 2 });
  for (const [at, { page: seat }] of others.entries()) {
    const blank = { bonusPercent: null, signOn: null, equity: null, others: [] };
    const counter = { package: { base: 12_000_000 + at * 100_000, ...blank }, reason: `Reason ${at + 1} of four` };
    await call(seat, 'round.seal', { roundId, counter });
  }
  await page.goto(`/opportunities/${opportunityId}/rounds`);
  for (const at of others.keys()) await expect(page.getByText(`Reason ${at + 1} of four`)).toBeVisible();
}

/** Sunday: she has landed, and the others read that she did. */
async function land({ page }: Member, cara: Member, councilId: string): Promise<void> {
  await page.goto(`/council/${councilId}`);
  await page.getByRole('button', { name: 'I have landed' }).click();
  await page.getByRole('button', { name: 'Become an alumnus' }).click();
  await expect(page).toHaveURL(/\/council$/);
  await cara.page.goto(`/council/${councilId}`);
  await expect(section(cara.page, 'Members').getByRole('listitem').filter({ hasText: 'Ana' })).toContainText('Landed');
}

test('a council of five through one week: capture, interview, debrief, help, meeting, commitment, round, landing', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const names = ['Cara', 'Ana', 'Ben', 'Dan', 'Eve'];
  const [cara, ana, ben, dan, eve] = await Promise.all(names.map((name) => arrive(browser, name)));
  if (!cara || !ana || !ben || !dan || !eve) throw new Error('Somebody is missing.');
  const guests = [ana, ben, dan, eve];
  const { councilId, links } = await found(cara, guests);
  for (const [at, guest] of guests.entries()) await join(guest, links[at] ?? '');

  const opportunityId = await pursue(ana);
  const debriefId = await debrief(ana, councilId);
  for (const [at, { page }] of [cara, ben, dan, eve].entries())
    await call(page, 'debrief.sealRead', { debriefId, read: { likelihood: 40 + at * 10, reason: `Read ${at + 1}` } });
  await ana.page.reload();
  await expect(section(ana.page, 'Debriefs').getByText('Read 4')).toBeVisible();

  await prepare({ cara, ben, dan }, councilId);
  await meet([cara, ana, ben, eve], { cara, ben, eve });
  await round(ana, [cara, ben, dan, eve], opportunityId, councilId);
  await land(ana, cara, councilId);
  for (const { page } of [cara, ...guests]) await page.context().close();
});
