import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';
import { makeOffer } from '../../../../../../tests/support/table.ts';

const world = holdWorld();

test('a call is written over a fault, and says afterwards how it came out', async () => {
  const ana = await world().person('Ana');
  const { opportunityId } = await makeOffer(ana);
  const screen = openScreen(ana, `/opportunities/${opportunityId}`);
  await screen.press('button', 'Add a call');
  await screen.write('With (optional)', 'Kim');
  await screen.press('button', 'Save the call');
  await screen.refused('When', 'Give a date and time between 2000 and 2100.');
  await screen.set('When', '2026-01-05T09:30');
  screen.break('opportunity.save');
  await screen.press('button', 'Save the call');
  await screen.findByText(brokenWords);
  expect(screen.getByDisplayValue('Kim')).toBeTruthy();
  screen.mend();
  await screen.press('button', 'Save the call');
  await screen.press('button', 'Say how it came out');
  await screen.choose('How it came out (optional)', 'It goes on');
  await screen.press('button', 'Save the call');
  await screen.find('button', 'Change');
  const { own } = await ana.api.opportunity.page.query({ opportunityId });
  expect(own?.details.calls).toMatchObject([{ withWhom: 'Kim', outcome: 'advanced' }]);
  await screen.press('button', 'Debrief it');
  await expect.poll(screen.where).toContain('/debriefs?open=');
});

test('the date of a step is corrected where it is read, and says why not', async () => {
  const ben = await world().person('Ben');
  const { opportunityId } = await makeOffer(ben);
  const screen = openScreen(ben, `/opportunities/${opportunityId}`);
  await screen.press('button', /^Correct the date of: Began as/);
  await screen.set('It was on', '2099-01-01');
  await screen.press('button', 'Correct the date');
  await screen.refused('It was on', 'This day is still to come.');
  await screen.set('It was on', '2026-01-03');
  await screen.press('button', 'Correct the date');
  await screen.findByText('3 Jan 2026');
});

test('a pasted posting fills what it says, and never over what was typed', async () => {
  const cara = await world().person('Cara');
  const screen = openScreen(cara, '/opportunities?add=https%3A%2F%2Fjobs.lever.co%2Fbrightly');
  expect((await screen.findByLabelText<HTMLInputElement>('Company')).value).toBe('Brightly');
  await screen.write('Role', 'Head of paper');
  await screen.write(
    'Posting or its address (optional)',
    'Staff Engineer at Zyxwell\nLocation: Vienna\nApply by 15 December 2030',
  );
  await screen.findByDisplayValue('Vienna');
  expect(screen.getByLabelText<HTMLInputElement>('Role').value).toBe('Head of paper');
  await screen.press('button', 'Add opportunity');
  await screen.find('heading', /Head of paper/);
  const [card] = await cara.api.opportunity.list.query();
  expect(card).toMatchObject({ place: 'Vienna', next: { act: 'Apply', on: '2030-12-15' } });
});
