import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';

const world = holdWorld();

test('a council wants a name, and what its chair changes is kept over a fault', async () => {
  const ana = await world().person('Ana');
  const councilId = await world().council('Thursday', [ana]);
  const screen = openScreen(ana, `/council/${councilId}`);
  await screen.press('button', 'Edit');
  await screen.write('Name', '');
  await screen.press('button', 'Save');
  await screen.refused('Name', 'Write');
  await screen.write('Name', 'Thursday table');
  await screen.choose('Weekday', 'Friday');
  screen.break('council.save');
  await screen.press('button', 'Save');
  await screen.findByText(brokenWords);
  expect(screen.getByDisplayValue('Thursday table')).toBeTruthy();
  screen.mend();
  await screen.press('button', 'Save');
  await screen.find('heading', 'Thursday table');
  expect(await ana.api.council.page.query({ councilId })).toMatchObject({ name: 'Thursday table', cadence: { weekday: 5 } });
});
