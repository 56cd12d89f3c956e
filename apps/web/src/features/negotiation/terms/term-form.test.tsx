import { cleanup } from '@testing-library/react';
import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';
import { guardTable, openTable } from '../../../../../../tests/support/table.ts';
import type { Person } from '../../../../../../tests/support/world.ts';

const world = holdWorld();
const termsOf = ({ opportunityId }: { opportunityId: string }) => `/opportunities/${opportunityId}/negotiation/terms`;
const money = (minor: number) => ({ kind: 'money', minor, currency: 'EUR' }) as const;

/** Somebody with one term: a base of 96,000. */
async function begin(name: string) {
  const person = await world().person(name);
  const table = await openTable(person);
  const { negotiationId } = table;
  const term = { component: 'base', name: '', value: money(96_000_00) } as const;
  const { termId } = await person.api.term.create.mutate({ negotiationId, term });
  return { person, negotiationId, termId, address: termsOf(table), kept: keptBy(person, negotiationId) };
}

const keptBy = (person: Person, negotiationId: string) => async () =>
  (await person.api.term.list.query({ negotiationId })).map(({ component, state, value }) => ({ component, state, value }));

test('a term wants its value, and is kept over a fault', async () => {
  const ana = await world().person('Ana');
  const table = await openTable(ana);
  const screen = openScreen(ana, termsOf(table));
  await screen.press('button', 'Add a term');
  await screen.press('button', 'Add the term');
  await screen.refused('What I want agreed', 'Give an amount.');
  await screen.write('What I want agreed', '96k');
  screen.break('term.create');
  await screen.press('button', 'Add the term');
  await screen.findByText(brokenWords);
  expect(screen.getByDisplayValue('96k')).toBeTruthy();
  screen.mend();
  await screen.press('button', 'Add the term');
  const kept = keptBy(ana, table.negotiationId);
  await expect.poll(kept).toEqual([{ component: 'base', state: 'proposed', value: money(96_000_00) }]);
});

test('an amount a thousandth of what was said is asked about, in its own currency alone', async () => {
  const { person, address, kept } = await begin('Ivy');
  const screen = openScreen(person, address);
  await screen.press('button', 'More: “Base”');
  await screen.press('menuitem', 'Edit');
  await screen.write('What I want agreed', '98');
  await screen.press('button', 'Save the term');
  await screen.findByText('€98. Did you mean €98,000?');
  await screen.choose('Currency', 'USD');
  await screen.press('button', 'Save the term');
  await expect.poll(kept).toMatchObject([{ value: { minor: 98_00, currency: 'USD' } }]);
});

test('what was said wants who said it, and is then held against the letter', async () => {
  const { person, address, kept } = await begin('Ben');
  const screen = openScreen(person, address);
  await screen.press('button', 'They agreed to it');
  await screen.press('button', 'Save what was said');
  await screen.refused('Who said it', 'Write who agreed to it.');
  await screen.write('Who said it', 'Aoife Brennan');
  await screen.press('button', 'Save what was said');
  await expect.poll(kept).toMatchObject([{ state: 'agreed' }]);
  await screen.press('button', 'Enter what the letter says');
  await screen.write('Base, as the letter has it', '94,500');
  await screen.press('button', 'Compare with what was said');
  await screen.findByText('The letter differs');
});

test('a term typed before a reload asks before it takes the place of a newer one', async () => {
  const { person, termId, address, kept } = await begin('Cara');
  const before = openScreen(person, address);
  await before.press('button', 'More: “Base”');
  await before.press('menuitem', 'Edit');
  await before.write('What I want agreed', '98k');
  cleanup();
  const theirs = { component: 'base', name: '', value: money(97_000_00) } as const;
  await person.twin().api.term.save.mutate({ termId, rev: 1, term: theirs });
  const screen = openScreen(person, address);
  await screen.press('button', 'More: “Base”');
  await screen.press('menuitem', 'Edit');
  expect(screen.getByDisplayValue('98,000')).toBeTruthy();
  await screen.findByText('This was changed after you typed it. Look at it above before you save.');
  await screen.press('button', 'Save the term');
  await screen.findByText(/^This was changed somewhere else in the meantime/);
  expect(await kept()).toMatchObject([{ value: money(97_000_00) }]);
  await screen.press('button', 'Save the term');
  await expect.poll(kept).toMatchObject([{ value: money(98_000_00) }]);
});

test('a term in whose words the walk-away stands waits until its owner says that it may', async () => {
  const { person, address, negotiationId } = await begin('Jon');
  await guardTable(person, negotiationId);
  const spoken = async () => (await person.api.term.list.query({ negotiationId })).map((term) => term.spoken?.words ?? null);
  const screen = openScreen(person, address);
  await screen.press('button', 'They agreed to it');
  await screen.write('Who said it', 'Priya');
  await screen.write(/^In which words/, 'Good that it is above your 180k.');
  await screen.press('button', 'Save what was said');
  await screen.findByText('This is the figure of your walk-away.');
  expect(await spoken()).toEqual([null]);
  await screen.press('button', 'Save it all the same');
  await expect.poll(spoken).toEqual(['Good that it is above your 180k.']);
  cleanup();
  const again = openScreen(person, address);
  await again.press('button', 'Add a term');
  await again.choose('About', 'other');
  await again.write('What it is', 'Review at 180,000');
  await again.write('What I want agreed', '5,000');
  await again.press('button', 'Add the term');
  await again.findByText('This is the figure of your walk-away.');
  expect(await spoken()).toHaveLength(1);
});
