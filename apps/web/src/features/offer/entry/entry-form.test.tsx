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
