import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';

const world = holdWorld();

test('without a council the page says what one is and founds the first', async () => {
  const eva = await world().person('Eva');
  const screen = openScreen(eva, '/council');
  await screen.findByText('Found a council of four to eight peers');
  await screen.press('button', 'Found a council');
  await screen.press('button', 'Found the council');
  await screen.findByText('Write a name for the council.');
  await screen.write('Name', 'Thursday table');
  screen.break('council.create');
  await screen.press('button', 'Found the council');
  await screen.findByText(brokenWords);
  expect(screen.getByDisplayValue('Thursday table')).toBeTruthy();
  expect(screen.getByLabelText<HTMLTextAreaElement>(/^Charter/).value).toContain('Thursday table');
  screen.mend();
  await screen.press('button', 'Found the council');
  await screen.find('heading', 'Thursday table');
  expect(screen.where()).toMatch(/^\/council\/[0-9a-f-]{36}$/);
});

test('each council tells its rhythm and who sits there', async () => {
  const [ana, ben] = [await world().person('Ana'), await world().person('Ben')];
  await world().council('Wednesday', [ana, ben]);
  const screen = openScreen(ana, '/council');
  await screen.find('link', 'Wednesday');
  expect(screen.getByText(/2 members · Thursdays 18:00, Vienna, 90 minutes/)).toBeTruthy();
  expect(screen.getByText('You chair')).toBeTruthy();
});

test('a failed look says so in words', async () => {
  const screen = openScreen(await world().person('Fay'), '/council', { breaks: ['council.list'] });
  await screen.findByText('We could not fetch your councils.');
});
