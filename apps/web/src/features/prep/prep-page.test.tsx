import { newId } from '@parley/db/id';
import { emptyMission } from '@parley/domain/mission/mission';
import { expect, test } from 'vitest';
import { holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';
import { askFields, makeOffer, openTable } from '../../../../../tests/support/table.ts';

const world = holdWorld();
const addressOf = ({ opportunityId }: { opportunityId: string }) => `/opportunities/${opportunityId}/prep`;

test('before anything is prepared the page says what comes here, and where to write it', async () => {
  const eva = await world().person('Eva');
  const screen = openScreen(eva, addressOf(await makeOffer(eva)));
  await screen.find('link', 'Write the mission in a sentence');
  expect(screen.getByRole('link', { name: /Who helped you get here/ }).getAttribute('href')).toBe('/me#gratitude');
});

test('mission, questions, asks and helpers stand in the order in which they help', async () => {
  const ana = await world().person('Ana');
  const table = await openTable(ana);
  const { missionId } = await ana.api.mission.create.mutate({ opportunityId: table.opportunityId });
  const question = { id: newId(), text: 'Who decides the level?', lineId: null, asked: false, answered: false, answer: '' };
  const written = { ...emptyMission, statement: 'Halve the lead time.', questions: [question] };
  await ana.api.mission.save.mutate({ missionId, rev: 1, document: written });
  await ana.api.ask.create.mutate({ negotiationId: table.negotiationId, ask: askFields });
  await ana.api.gratitude.save.mutate({ rev: 0, helpers: [{ id: newId(), name: 'Ines', how: '' }] });
  const screen = openScreen(ana, addressOf(table));
  await screen.findByText('Ines');
  const page = document.body.textContent;
  const places = ['Ines', 'Halve the lead time.', 'Base 120', 'Who decides the level?'].map((words) => page.indexOf(words));
  expect(places.toSorted((a, b) => a - b)).toEqual(places);
  expect(places).not.toContain(-1);
});

test('the walk-away is there only while it is asked for', async () => {
  const ben = await world().person('Ben');
  const table = await openTable(ben);
  const { negotiationId } = table;
  await ben.api.walkAway.set.mutate({
    negotiationId,
    rev: 1,
    walkAway: { base: 9_876_500, total: null, leave: 'yes', words: '' },
  });
  const screen = openScreen(ben, addressOf(table));
  const button = await screen.find('button', 'Press and hold: my walk-away');
  expect(document.body.textContent).not.toContain('98,765');
  button.click();
  await screen.findByText(/98,765/);
  button.click();
  await expect.poll(() => document.body.textContent).not.toContain('98,765');
});

test('a failed look says so in words', async () => {
  const fay = await world().person('Fay');
  const screen = openScreen(fay, addressOf(await makeOffer(fay)), { breaks: ['prep.get'] });
  await screen.findByText('We could not fetch what you need for the call.');
});
