import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { accessible } from '../support/accessible.ts';
import { pictures } from '../support/demo-house.ts';
import * as letters from '../support/letters.ts';
import { brazilClt, canada } from '../support/more-letters.ts';
import { call, enter } from '../support/seat.ts';

/** The form of a first offer, for somebody of this place. */
async function openForm(page: Page, currency: string, locale: string): Promise<void> {
  await enter(page, 'Ana', currency, locale);
  const opening = { company: 'Quuxcorp', role: 'Staff engineer', alias: '', stage: 'offer', on: '2026-01-05' };
  const { opportunityId } = await call(page, 'opportunity.create', opening);
  await page.goto(`/opportunities/${opportunityId}/offer`);
}

/** Hands that count: every press of the mouse, every key. */
function handsOn(page: Page) {
  const count = { clicks: 0, keys: 0 };
  const press = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).first().click();
    count.clicks += 1;
  };
  const type = async (label: string, text: string, nth = 0) => {
    const field = page.getByLabel(label, { exact: true }).nth(nth);
    await field.click();
    await field.pressSequentially(text);
    count.clicks += 1;
    count.keys += text.length;
  };
  /** A choice of a list: one press opens it, one takes. */
  const choose = async (label: string, option: string, nth = 0) => {
    await page.getByLabel(label, { exact: true }).nth(nth).selectOption({ label: option });
    count.clicks += 2;
  };
  const date = async (label: string, day: string) => {
    await page.getByLabel(label, { exact: true }).fill(day);
    count.clicks += 1;
    count.keys += 8;
  };
  return { count, press, type, choose, date };
}

type Hands = ReturnType<typeof handsOn>;

async function photograph(page: Page, name: string): Promise<void> {
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [360, 'dark'],
    [360, 'light'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
    await page.screenshot({
      path: join(pictures, `${name}-${width}-${colorScheme}.png`),
      fullPage: true,
      animations: 'disabled',
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${name} at ${width}`).toBeLessThanOrEqual(width);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 900 });
}

type Case = {
  name: string;
  currency: string;
  locale: string;
  most: { clicks: number; keys: number };
  enter: (hands: Hands) => Promise<void>;
  /** What the year table then says, row by row. */
  rows: Record<string, string[]>;
};

const cases: Case[] = [
  {
    name: 'us-rsu',
    currency: 'USD',
    locale: 'en-US',
    most: { clicks: 22, keys: 70 },
    enter: async ({ press, type, choose, date }) => {
      await press('US, with shares (RSU)');
      await type('Base a year', '185k');
      await type('Bonus target, of base', '15');
      await type('Sign-on, year 1', '30k');
      await type('Sign-on, year 2', '20k');
      await choose('If I leave early', 'Owed back, less each month');
      await type('Value of the grant', '240k');
      await choose('Schedule', '5/15/40/40, half-yearly from year 3');
      await type('They add, of what I put in', '50');
      await type('Up to, of base', '6');
      await type('Days of paid leave a year', '20');
      await date('Answer by (optional)', '2026-12-04');
    },
    rows: {
      Base: ['185,000', '740,000'],
      Bonus: ['27,750'],
      'Sign-on': ['30,000', '20,000'],
      RSU: ['12,000', '36,000', '96,000'],
    },
  },
  {
    name: 'start-up-iso',
    currency: 'USD',
    locale: 'en-US',
    most: { clicks: 14, keys: 40 },
    enter: async ({ press, type }) => {
      await press('Start-up, with options');
      await type('Base a year', '150k');
      await type('Options', '40,000');
      await type('Price of a share', '4.85');
      await type('Strike price', '1.12');
      await type('Days of paid leave a year', 'unlimited');
    },
    rows: { Base: ['150,000', '600,000'], Options: ['37,300', '149,200'] },
  },
  {
    name: 'europe-13-months',
    currency: 'EUR',
    locale: 'de-DE',
    most: { clicks: 10, keys: 20 },
    enter: async ({ press, type }) => {
      await press('Europe, by month');
      await type('Base a month', '6.000');
      await type('Months paid a year', '13');
      await type('Bonus target, of base', '10');
      await type('Days of paid leave a year', '25');
    },
    rows: { Base: ['78.000', '312.000'], Bonus: ['7.800', '31.200'] },
  },
  {
    name: 'uk-pension',
    currency: 'GBP',
    locale: 'en-GB',
    most: { clicks: 14, keys: 45 },
    enter: async ({ press, type }) => {
      await press('UK, with pension');
      await type('Base a year', '£65,000 p.a.');
      await type('Bonus target, of base', '12');
      await type('They add, of what I put in', '160');
      await type('Up to, of base', '5');
      await type('Base counts from (optional)', '6,240');
      await type('Base counts up to (optional)', '50,270');
      await type('Days of paid leave a year', '25');
    },
    rows: { Base: ['65,000', '260,000'], Bonus: ['7,800', '31,200'] },
  },
  {
    name: 'india-ctc',
    currency: 'INR',
    locale: 'en-IN',
    most: { clicks: 16, keys: 50 },
    enter: async ({ press, type, choose }) => {
      await press('India, CTC');
      await type('Base a year', '19 LPA');
      await type('Bonus a year, at target', '2,40,000');
      await type('Sign-on, year 1', '2 lakh');
      await choose('If I leave early', 'All at first, then less by month');
      await type('A year', '1,15,200');
      await type('A year', '46,154', 1);
      await type('Days of paid leave a year', '24');
    },
    rows: { Base: ['19,00,000', '76,00,000'], Bonus: ['2,40,000'], 'Sign-on': ['2,00,000'] },
  },
];

for (const { name, currency, locale, most, enter: enterLetter, rows } of cases) {
  test(`the letter “${name}” is entered whole`, async ({ page }) => {
    await openForm(page, currency, locale);
    const hands = handsOn(page);
    await hands.press('Enter the offer');
    await enterLetter(hands);
    await photograph(page, `entry-${name}`);
    await accessible(page);
    await hands.press('Put on record');
    await expect(page.getByText('v1 written', { exact: true })).toBeVisible();
    const years = page.getByRole('table', { name: `Per vest year, ${currency}` });
    for (const [row, figures] of Object.entries(rows))
      for (const figure of figures) await expect(years.getByRole('row', { name: new RegExp(`^${row}`) })).toContainText(figure);
    await photograph(page, `figures-${name}`);
    test
      .info()
      .annotations.push({ type: 'hands', description: `${name}: ${hands.count.clicks} clicks, ${hands.count.keys} keys` });
    process.stdout.write(`    ${name}: ${hands.count.clicks} clicks, ${hands.count.keys} keys\n`);
    expect(hands.count.clicks).toBeLessThanOrEqual(most.clicks);
    expect(hands.count.keys).toBeLessThanOrEqual(most.keys);
  });
}

/** Takes what was found, one by one, as long as there is something to take. */
async function takeAll(page: Page): Promise<number> {
  const letter = page.getByRole('region', { name: 'The letter' });
  const left = letter.getByRole('button', { name: /^Take / });
  let taken = 0;
  for (; (await left.count()) > 0; taken += 1) await left.first().click();
  return taken;
}

for (const [name, letter, currency, locale, row] of [
  ['usRsu', letters.usRsu, 'USD', 'en-US', '185,000'],
  ['british', letters.british, 'GBP', 'en-GB', '65,000'],
  ['indian', letters.indian, 'INR', 'en-IN', '19,00,000'],
  ['german', letters.german, 'EUR', 'de-DE', '72.800'],
  ['japanese', letters.japanese, 'JPY', 'ja-JP', '9,000,000'],
  ['brazilClt', brazilClt, 'BRL', 'pt-BR', '126.635'],
  ['arabic', letters.arabic, 'AED', 'en-GB', '336,000'],
] as const) {
  test(`the letter “${name}” is pasted, and what is found in it taken; nothing of it leaves`, async ({ page }) => {
    await openForm(page, currency, locale);
    await page.getByRole('button', { name: 'Enter the offer' }).click();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    await page.getByRole('button', { name: 'Paste the letter' }).click();
    await page.getByLabel('Paste the letter').fill(letter);
    await expect(page.getByText(/^\d+ found, 0 taken\./)).toBeVisible();
    if (name !== 'japanese') await photograph(page, `paste-${name}`);
    if (name === 'usRsu') await accessible(page);
    expect(await takeAll(page)).toBeGreaterThan(3);
    const words = letter.split(/[.\n]/).filter((line) => line.length > 40);
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    for (const sentence of words) expect(`${sent.join('\n')} ${kept}`).not.toContain(sentence);
    await page.getByRole('button', { name: 'Close the letter' }).click();
    await page.getByRole('button', { name: 'Put on record' }).click();
    await expect(page.getByText('v1 written', { exact: true })).toBeVisible();
    const years = page.getByRole('table', { name: `Per vest year, ${currency}` });
    await expect(years.getByRole('row', { name: /^Base/ })).toContainText(row);
  });
}

test('two currencies: what is in another one says so and is not taken into pay', async ({ page }) => {
  await openForm(page, 'GBP', 'en-GB');
  await page.getByRole('button', { name: 'Enter the offer' }).click();
  await page.getByRole('button', { name: 'Paste the letter' }).click();
  await page.getByLabel('Paste the letter').fill(`${letters.twoCurrencies}\nYou will receive a joining bonus of US$10,000.`);
  await expect(page.getByText('The letter names GBP and USD.')).toBeVisible();
  await takeAll(page);
  await expect(page.getByText('In USD; this offer is in GBP. Type it in where it belongs.')).toBeVisible();
  await photograph(page, 'paste-two-currencies');
});

test('a level, and a deadline with its hour by the clock that the letter names, come into their fields', async ({ page }) => {
  await openForm(page, 'CAD', 'en-CA');
  await page.getByRole('button', { name: 'Enter the offer' }).click();
  await page.getByRole('button', { name: 'Paste the letter' }).click();
  await page.getByLabel('Paste the letter').fill(`Position: Staff Developer, L6\n${canada}`);
  await page.getByRole('button', { name: 'Take Level: L6' }).click();
  await page.getByRole('button', { name: /^Take Answer by: Thu.* 2026, 5:00.*p\.m\..* in Toronto/ }).click();
  await expect(page.getByLabel('Level', { exact: true })).toHaveValue('L6');
  await expect(page.getByLabel(/^Answer by/)).toHaveValue('2026-12-03');
  await expect(page.getByLabel('At (optional)', { exact: true })).toHaveValue('17:00');
  await expect(page.getByLabel('Their time zone')).toHaveValue('America/Toronto');
});

test('a letter of 200 kB is read, and typing goes on', async ({ page }) => {
  await openForm(page, 'USD', 'en-US');
  await page.getByRole('button', { name: 'Enter the offer' }).click();
  await page.getByRole('button', { name: 'Paste the letter' }).click();
  // pasting is one change; filling types it line by line
  await page.getByLabel('Paste the letter').evaluate((area, text) => {
    Reflect.set(HTMLTextAreaElement.prototype, 'value', text, area);
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }, Array(140).fill(letters.usRsu).join('\n'));
  await expect(page.getByText('120 found, 0 taken.')).toBeVisible();
  await page.getByRole('button', { name: 'Take Base: $185,000 a year' }).first().click();
  await expect(page.getByLabel('Base a year')).toHaveValue('185,000');
});
