import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';
import { makeOffer } from '../../../../../tests/support/table.ts';

const world = holdWorld();

test('the slash opens it, words find as they are typed, and Enter goes there', async () => {
  const person = await world().person('Ana');
  const { opportunityId } = await makeOffer(person);
  const document = { kind: 'interview', time: null, withWhom: 'the Chief', channel: null } as const;
  const words = { said: '“We search for Müßiggänger.”', felt: '', inferred: '', questions: [], change: '' };
  const none = { confidenceBefore: null, confidenceAfter: null };
  const { debriefId } = await person.api.debrief.create.mutate({
    opportunityId,
    kind: 'interview',
    document: { ...document, ...words, ...none },
  });
  const screen = openScreen(person, '/');
  await screen.find('heading', 'Today');
  await screen.type('/');
  const field = await screen.find('combobox', 'Search everything you may read');
  await screen.find('option', /^Engineer/);
  field.focus();
  await screen.type('mussig');
  const option = await screen.find('option', /Interview with the Chief/);
  expect(option.textContent).toContain('“We search for Müßiggänger.”');
  await expect.poll(() => field.getAttribute('aria-activedescendant')).toBe(option.id);
  await screen.findByText('1 found.');
  await screen.type('{Enter}');
  await expect.poll(screen.where).toBe(`/opportunities/${opportunityId}/debriefs?open=${debriefId}`);
});

test('in an opportunity it begins a debrief, and a fault says so', async () => {
  const person = await world().person('Ben');
  const { opportunityId } = await makeOffer(person);
  const screen = openScreen(person, `/opportunities/${opportunityId}`);
  await screen.find('heading', 'Engineer');
  screen.break('search.find');
  await screen.type('{Control>}k{/Control}');
  const field = await screen.find('combobox', 'Search everything you may read');
  field.focus();
  await screen.type('new deb');
  await screen.findByText(brokenWords);
  await screen.press('option', /^New debrief/);
  await screen.find('textbox', 'What they said');
  expect(screen.where()).toContain(`/opportunities/${opportunityId}/debriefs`);
});

test('without words it shows where one was last, before what was made last', async () => {
  const person = await world().person('Cara');
  const older = await makeOffer(person);
  const opening = { company: 'Newer', role: 'Newest role', alias: '', stage: 'lead', on: '2026-01-05' } as const;
  await person.api.opportunity.create.mutate(opening);
  const screen = openScreen(person, `/opportunities/${older.opportunityId}`);
  await screen.find('heading', 'Engineer');
  await screen.type('/');
  await screen.find('option', /^Newest role/);
  await expect.poll(() => screen.getAllByRole('option')[0]?.textContent).toContain('Engineer');
});

test('the act of sharing opens the dialog of the offer, from any room', async () => {
  const person = await world().person('Dora');
  const { opportunityId } = await makeOffer(person);
  const screen = openScreen(person, `/opportunities/${opportunityId}`);
  await screen.find('heading', 'Engineer');
  await screen.type('/');
  const field = await screen.find('combobox', 'Search everything you may read');
  field.focus();
  await screen.type('share the');
  await screen.press('option', /^Share the offer/);
  await screen.find('dialog', /Who sees this/);
  expect(screen.where()).toBe(`/opportunities/${opportunityId}/offer`);
});

test('a debrief begins also where the room of debriefs is open already', async () => {
  const person = await world().person('Eve');
  const { opportunityId } = await makeOffer(person);
  const screen = openScreen(person, `/opportunities/${opportunityId}/debriefs`);
  await screen.find('heading', 'Engineer');
  await screen.find('heading', 'Debriefs');
  await screen.type('/');
  const field = await screen.find('combobox', 'Search everything you may read');
  field.focus();
  await screen.type('new deb');
  await screen.press('option', /^New debrief/);
  await screen.find('textbox', 'What they said');
});
