import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';
import { makeOffer } from '../../../../../tests/support/table.ts';

const world = holdWorld();

test('an empty board says what belongs there and offers the first act', async () => {
  const screen = openScreen(await world().person('Eva'), '/opportunities');
  await screen.findByText('Write down the first opening you are pursuing');
  expect(screen.all('button', 'Add an opportunity')).toHaveLength(1);
});

test('what is missing is said beside the field, and what was typed stays', async () => {
  const ana = await world().person('Ana');
  await makeOffer(ana);
  const screen = openScreen(ana, '/opportunities');
  await screen.press('button', 'Add an opportunity');
  await screen.write('Company', 'Zyxwell');
  await screen.press('button', 'Add opportunity');
  const role = await screen.findByLabelText('Role');
  await screen.findByText('Write the role.');
  expect(role.getAttribute('aria-invalid')).toBe('true');
  screen.break('opportunity.create');
  await screen.write('Role', 'Staff engineer');
  await screen.press('button', 'Add opportunity');
  await screen.findByText(brokenWords);
  expect(screen.getByDisplayValue('Zyxwell')).toBeTruthy();
  screen.mend();
  await screen.press('button', 'Add opportunity');
  await screen.find('heading', /Staff engineer/);
  expect((await ana.api.opportunity.list.query()).map(({ company }) => company).sort()).toEqual(['Acme', 'Zyxwell']);
});

test('cards stand under their stage, and the list keeps its place in the address', async () => {
  const ben = await world().person('Ben');
  await makeOffer(ben);
  const screen = openScreen(ben, '/opportunities');
  const card = await screen.find('article');
  expect(card.textContent).toContain('EngineerAcme');
  await screen.press('button', 'List');
  await screen.find('table');
  expect(screen.where()).toContain('view=list');
});

test('a failed look says so in words and can be tried again', async () => {
  const cara = await world().person('Cara');
  const screen = openScreen(cara, '/opportunities', { breaks: ['opportunity.list'] });
  await screen.findByText('We could not fetch your opportunities.');
  expect(screen.getByText(/If you report this, quote ab12/)).toBeTruthy();
  screen.mend();
  await screen.press('button', 'Try again');
  await screen.findByText('Write down the first opening you are pursuing');
});
