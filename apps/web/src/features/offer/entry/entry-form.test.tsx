import { expect, test } from 'vitest';
import { begin } from '../../../../../../tests/support/letter.ts';
import { holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';

const world = holdWorld();

/** Somebody at an offer that has nothing on record yet. */
async function entering(name: string) {
  const person = await world().person(name, { locale: 'en-US', currency: 'USD' });
  const { offerId, opportunityId } = await begin(person);
  const screen = openScreen(person, `/opportunities/${opportunityId}/offer`);
  await screen.find('form', 'Offer');
  const components = () =>
    person.api.offer.get.query({ offerId }).then(({ versions }) => versions.at(-1)?.content.components ?? null);
  return { screen, components };
}

test('a size that is typed stays when the kind of equity or the way of counting changes', async () => {
  const { screen, components } = await entering('Ana');
  await screen.choose('Equity: in the letter?', 'known');
  await screen.write('Value of the grant', '40k');
  await screen.choose('Kind of equity', 'nso');
  expect(screen.getByLabelText<HTMLInputElement>(/^Value of the grant/).value).toBe('40k');
  await screen.findByText(/cannot be told from it/);
  await screen.press('radio', 'by number');
  await screen.write('Options', '1,200');
  await screen.choose('Kind of equity', 'rsu');
  expect(screen.getByLabelText<HTMLInputElement>('Shares').value).toBe('1,200');
  await screen.press('radio', 'as a value');
  expect(screen.getByLabelText<HTMLInputElement>(/^Value of the grant/).value).toBe('40,000');
  await screen.press('radio', 'by number');
  expect(screen.getByLabelText<HTMLInputElement>('Shares').value).toBe('1,200');
  await screen.press('button', 'Put on record');
  await expect.poll(components).toMatchObject({
    grants: { value: [{ kind: 'rsu', size: { by: 'shares', shares: 1200 } }] },
  });
});

test('an empty size becomes the one that letters of the kind fill in', async () => {
  const { screen } = await entering('Ben');
  await screen.choose('Equity: in the letter?', 'known');
  await screen.choose('Kind of equity', 'iso');
  await screen.findByLabelText('Options');
  await screen.choose('Kind of equity', 'rsu');
  await screen.findByLabelText(/^Value of the grant/);
});

test('a bonus of 150 % and a match of 160 % are what some letters say', async () => {
  const { screen, components } = await entering('Cleo');
  await screen.write('Base a year', '100k');
  await screen.write('Bonus target, of base', '150');
  await screen.write(/^At most, of target/, '300');
  await screen.press('button', 'Pension or match');
  await screen.write('They add, of what I put in', '160');
  await screen.write('Up to, of base', '5');
  await screen.press('button', 'Put on record');
  await expect.poll(components).toMatchObject({
    bonus: { value: { target: '150', cap: '300' } },
    match: { value: { tiers: [{ rate: '160', upTo: '5' }] } },
  });
});

test('raises, instalments with days, vest days and what becomes of fractions are entered as the letter has them', async () => {
  const { screen, components } = await entering('Dora');
  await screen.write('Base a year', '100k');
  await screen.press('button', 'Add a raise');
  await screen.write('After months', '6');
  await screen.write('By', '3');
  await screen.press('button', 'Add another raise');
  expect(screen.getAllByLabelText<HTMLInputElement>('After months').map(({ value }) => value)).toEqual(['6', '18']);
  await screen.write('Sign-on, year 1', '10k');
  await screen.press('button', 'Paid on a day of its own');
  await screen.press('button', 'Put on record');
  await screen.refused('Sign-on paid on', 'Give a date between 2000 and 2100');
  await screen.set('Sign-on paid on', '2027-06-30');
  await screen.write('Sign-on of that day', '5k');
  await screen.choose('Equity: in the letter?', 'known');
  await screen.write('Value of the grant', '40k');
  await screen.choose('Vest days', 'fixed');
  await screen.choose('Fractions', 'front-loaded');
  await screen.write('Day', '32');
  await screen.press('button', 'Put on record');
  await screen.refused('Day', 'Enter 31 or less.');
  await screen.write('Day', '15');
  await screen.press('button', 'Put on record');
  const days = [2, 5, 8, 11].map((month) => ({ month, day: 15 }));
  await expect.poll(components).toMatchObject({
    base: {
      value: {
        raises: [
          { after: 6, percent: '3' },
          { after: 18, percent: '3' },
        ],
      },
    },
    signOn: { value: { paid: [10_000_00], dated: [{ on: '2027-06-30', amount: 5_000_00 }] } },
    grants: { value: [{ vesting: { days: { fixed: days }, allocation: 'front-loaded' } }] },
  });
  await screen.findByText('v1 written');
});

test('a sign-on that is paid on days alone needs no year', async () => {
  const { screen, components } = await entering('Eli');
  await screen.write('Base a year', '100k');
  await screen.choose('Sign-on: in the letter?', 'known');
  await screen.press('button', 'Paid on a day of its own');
  await screen.set('Sign-on paid on', '2027-06-30');
  await screen.write('Sign-on of that day', '5k');
  await screen.press('button', 'Put on record');
  await expect.poll(components).toMatchObject({
    signOn: { value: { paid: [], dated: [{ on: '2027-06-30', amount: 5_000_00 }] } },
  });
});

test('a part of full time, a premium by the month, a pension as an amount, a valuation and the day of a rate', async () => {
  const { screen, components } = await entering('Fay');
  await screen.write('Base a year', '90k');
  await screen.write(/^Share of full time/, '80');
  await screen.findByText('$72,000', { selector: 'output' });
  await screen.press('button', 'Pension or match');
  await screen.write(/^They add in any case, as an amount/, '6k');
  await screen.press('button', 'Other benefits');
  await screen.press('button', 'Add a benefit');
  await screen.write('Benefit', 'Health premium');
  await screen.write(/^Worth a year/, '-285/month');
  await screen.type('{Tab}');
  await screen.refused(/^Worth a year/, 'That is an amount a month. Choose “a month” beside the field.');
  await screen.choose('Counted', 'month');
  await screen.write(/^Worth a month/, '-285');
  await screen.findByText(/-\$3,420 a year/);
  await screen.choose('Equity: in the letter?', 'known');
  await screen.press('radio', 'as % of the company');
  await screen.write('Share of the company, fully diluted', '0.25');
  await screen.findByText('Not said: a question to ask, and no worth until then.');
  await screen.press('checkbox', 'The company is listed');
  await screen.write(/^What investors valued the company at/, '48m');
  await screen.choose('Vests only when the company is sold or listed', 'no');
  await screen.choose('Currency of the grant', 'EUR');
  await screen.write('1 EUR is', '1.08');
  await screen.findByText('That is 1 USD = 0.925925 EUR.');
  await screen.set(/^Rate of/, '2026-11-20');
  await screen.press('button', 'Put on record');
  await expect.poll(components).toMatchObject({
    base: { value: { amount: 90_000_00, per: 'year', share: '80' } },
    match: { value: { yearly: 6_000_00 } },
    benefits: { value: [{ name: 'Health premium', yearly: null, monthly: -285_00 }] },
    grants: {
      value: [
        {
          size: { by: 'percent', percent: '0.25', of: null, valuation: 48_000_000_00 },
          currency: 'EUR',
          rate: { one: 'EUR', value: '1.08', on: '2026-11-20' },
          facts: { needsExit: false },
        },
      ],
    },
  });
  await screen.findByText('How many shares are there, fully diluted, and how many of them are mine?');
});

test('what can be read in two ways, contradicts its field or makes no year says so beside the field, and stays', async () => {
  const { screen, components } = await entering('Gil');
  const typed = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value;
  await screen.write('Base a year', '185,00');
  await screen.type('{Tab}');
  await screen.findByText('This can be read in two ways. Which is it?');
  expect(typed('Base a year')).toBe('185,00');
  await screen.press('button', '$18,500');
  expect(typed('Base a year')).toBe('18,500');
  await screen.write('Base a year', '€90k');
  await screen.type('{Tab}');
  await screen.refused('Base a year', 'This field is in USD; you wrote €.');
  await screen.find('button', 'Change to EUR');
  await screen.write('Base a year', '$7,115.38 biweekly');
  await screen.type('{Tab}');
  await screen.refused('Base a year', 'That is an amount every two weeks. Enter what it comes to a week, a month or a year.');
  expect(typed('Base a year')).toBe('$7,115.38 biweekly');
  await screen.write('Base a year', '$52.50/hour');
  await screen.findByText('Without them no year can be counted.');
  expect(typed('Base an hour')).toBe('$52.50/hour');
  await screen.press('button', 'Put on record');
  await expect.poll(components).toMatchObject({ base: { value: { amount: 52_50, per: 'hour' } } });
  await screen.findByText('How many hours a week is that for?');
});
