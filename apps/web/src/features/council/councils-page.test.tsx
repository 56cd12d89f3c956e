import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';

const world = holdWorld();

test('without a council the page says what one is and founds the first', async () => {
  const eva = await world().person('Eva');
  const screen = openScreen(eva, '/council');
  await screen.findByText('Found a council of four to eight peers');
  await screen.press('button', 'Found the council');
  await screen.findByText('Write a name for the council.');
  await screen.write('Name', 'Thursday table');
  screen.break('council.create');
  await screen.press('button', 'Found the council');
  await screen.findByText(brokenWords);
  expect(screen.getByDisplayValue('Thursday table')).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Charter of Thursday table', hidden: true })).toBeTruthy();
  expect(document.body.textContent).not.toContain('## ');
  screen.mend();
  await screen.press('button', 'Found the council');
  await screen.find('heading', 'Thursday table');
  await screen.find('heading', 'Invite your first peers');
  expect(screen.where()).toMatch(/^\/council\/[0-9a-f-]{36}$/);
});

test('each council tells its rhythm and who sits there', async () => {
  const [ana, ben] = [await world().person('Ana'), await world().person('Ben')];
  await world().council('Wednesday', [ana, ben]);
  await world().council('Monday', [ben, ana]);
  const screen = openScreen(ana, '/council');
  await screen.find('link', 'Wednesday');
  expect(screen.getAllByText(/2 members · Every Thursday, 18:00, Vienna, 90 minutes/)).toHaveLength(2);
  expect(screen.getAllByText('You chair')).toHaveLength(1);
});

test('one council goes straight to its page, and from there back to the list', async () => {
  const [gus, hal] = [await world().person('Gus'), await world().person('Hal')];
  const councilId = await world().council('Tuesday', [gus, hal]);
  const screen = openScreen(hal, '/council');
  await screen.find('heading', 'Tuesday');
  expect(screen.where()).toBe(`/council/${councilId}`);
  await screen.press('link', 'Councils');
  await screen.find('button', 'Found another council');
});

test('a council is founded to meet every second week, on days that are asked for where they are wrong', async () => {
  const screen = openScreen(await world().person('Kim'), '/council');
  await screen.write('Name', 'Second Tuesday');
  await screen.choose('How often', 'On days we choose');
  await screen.set('Day 1', '');
  await screen.press('button', 'Found the council');
  await screen.refused('Day 1', 'Give a date');
  await screen.choose('How often', 'Every second week');
  await screen.set('In a week with a meeting', '2026-11-23');
  await screen.choose('Weekday', 'Tuesday');
  await screen.press('button', 'Found the council');
  await screen.find('heading', 'Second Tuesday');
  expect(screen.getByText(/Every second Tuesday, 18:00, Vienna/)).toBeTruthy();
  expect(screen.getByText(/Tue,? 24 Nov/, { selector: 'p' })).toBeTruthy();
});

test('a failed look says so in words', async () => {
  const screen = openScreen(await world().person('Fay'), '/council', { breaks: ['council.list'] });
  await screen.findByText('We could not fetch your councils.');
});
