import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';

const world = holdWorld();

test('a council of one says to invite, and makes a link to pass on', async () => {
  const eva = await world().person('Eva');
  const councilId = await world().council('Alone', [eva]);
  const screen = openScreen(eva, `/council/${councilId}`);
  await screen.findByText('Invite your first peer');
  await screen.press('button', 'Invite somebody');
  await screen.write('Their e-mail address', 'nobody');
  await screen.press('button', 'Make a link');
  await screen.findByText('Write an e-mail address, like ana@example.org.');
  await screen.write('Their e-mail address', 'ida@example.org');
  await screen.press('button', 'Make a link');
  const link = await screen.findByLabelText<HTMLInputElement>('Link for ida@example.org');
  expect(link.value).toContain('#token=');
});

test('a member sees who sits there and the charter, and nothing of the chair’s', async () => {
  const [ana, ben] = [await world().person('Ana'), await world().person('Ben')];
  const councilId = await world().council('Wednesday', [ana, ben]);
  const screen = openScreen(ben, `/council/${councilId}`);
  await screen.find('heading', 'Wednesday');
  expect(screen.getByText('We keep what we hear here.')).toBeTruthy();
  expect(screen.getAllByText('Ana').length).toBeGreaterThan(0);
  for (const name of ['Edit', 'Invite somebody', 'Edit the charter', 'Close the council'])
    expect(screen.all('button', name)).toEqual([]);
});

test('a new charter is kept while it fails to be sent, and asks everybody once it is', async () => {
  const [cara, dan] = [await world().person('Cara'), await world().person('Dan')];
  const councilId = await world().council('Friday', [cara, dan]);
  const screen = openScreen(cara, `/council/${councilId}`);
  await screen.press('button', 'Edit the charter');
  await screen.write(/^The charter/, 'We come on time.');
  screen.break('council.saveCharter');
  await screen.press('button', 'Save and ask everybody');
  await screen.findByText(brokenWords);
  expect(screen.getByDisplayValue('We come on time.')).toBeTruthy();
  screen.mend();
  await screen.press('button', 'Save and ask everybody');
  await screen.findByText(/Not accepted yet by Dan/);
});

test('a charter written by somebody else in between is shown beside mine', async () => {
  const gil = await world().person('Gil');
  const councilId = await world().council('Monday', [gil]);
  const screen = openScreen(gil, `/council/${councilId}`);
  await screen.press('button', 'Edit the charter');
  await screen.write(/^The charter/, 'Mine.');
  await gil.twin().api.council.saveCharter.mutate({ councilId, version: 1, text: 'Theirs.' });
  await screen.press('button', 'Save and ask everybody');
  const conflict = await screen.find('alert');
  expect(conflict.textContent).toContain('Mine.');
  expect(conflict.textContent).toContain('Theirs.');
  await screen.press('button', 'Save mine over it');
  await expect.poll(() => gil.api.council.page.query({ councilId })).toMatchObject({ charter: { text: 'Mine.', version: 3 } });
});

test('a checklist wants a title and a line, said where they are missing', async () => {
  const hal = await world().person('Hal');
  const councilId = await world().council('Sunday', [hal]);
  const screen = openScreen(hal, `/council/${councilId}`);
  await screen.press('button', 'Write a checklist');
  await screen.press('button', 'Add the checklist');
  await screen.findByText('Write the title.');
  await screen.write('Title', 'Before the call');
  await screen.write('Line 1', 'Drink water');
  await screen.press('button', 'Add the checklist');
  await screen.find('heading', 'Before the call');
});

test('a council of others is not there', async () => {
  const ivy = await world().person('Ivy');
  const councilId = await world().council('Elsewhere', [ivy]);
  const screen = openScreen(await world().person('Jon'), `/council/${councilId}`);
  await screen.find('heading', 'You cannot see this page');
});
