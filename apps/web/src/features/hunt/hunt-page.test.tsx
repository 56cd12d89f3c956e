import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';

const world = holdWorld();
const address = '/opportunities/hunt';

test('the week is planned over a fault, and its hour is marked as kept and taken back', async () => {
  const ana = await world().person('Ana');
  const screen = openScreen(ana, address);
  await screen.press('button', 'Plan it');
  await screen.write('What you look for, in one sentence', 'A calm team');
  screen.break('hunt.save');
  await screen.press('button', 'Save');
  await screen.findByText(brokenWords);
  expect(screen.getByDisplayValue('A calm team')).toBeTruthy();
  screen.mend();
  await screen.press('button', 'Save');
  await screen.findByText('Monday at 09:00, 60 minutes');
  await screen.press('button', 'I kept it this week');
  await screen.find('cell', 'kept');
  await screen.press('button', 'Kept this week; take it back');
  await expect.poll(() => screen.all('cell', 'kept')).toEqual([]);
});

test('one change at a time, with counts until there are five', async () => {
  const ben = await world().person('Ben');
  await ben.api.opportunity.create.mutate({ company: 'Acme', role: 'Writer', alias: '', stage: 'applied', on: '2026-11-02' });
  const screen = openScreen(ben, address);
  await screen.findByText('Under 5 a rate says nothing: here are counts until then.');
  await screen.press('button', 'Try one change');
  await screen.press('button', 'Begin');
  await screen.findByText('Write what you change.');
  await screen.write('What you change', 'A shorter letter');
  await screen.press('button', 'Begin');
  await screen.findByText(/Under five on either side there is no rate\.$/);
  await screen.press('button', 'Drop it');
  await screen.findByText('You dropped it.');
  await screen.find('button', 'Try one change');
});

test('a failed look says so in words', async () => {
  const screen = openScreen(await world().person('Cara'), address, { breaks: ['hunt.get'] });
  await screen.findByText('We could not fetch your hunt.');
});
