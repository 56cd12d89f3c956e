import { cleanup } from '@testing-library/react';
import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';

const world = holdWorld();

test('a council of one says to invite, and makes a link to pass on', async () => {
  const eva = await world().person('Eva');
  const councilId = await world().council('Alone', [eva]);
  const screen = openScreen(eva, `/council/${councilId}`);
  await screen.find('heading', 'Invite your first peers');
  await screen.write('Their e-mail addresses', 'ida@example.org, nobody');
  await screen.press('button', 'Make the links');
  await screen.findByText('“nobody” is no e-mail address.');
  await screen.write('Their e-mail addresses', 'Ida <ida@example.org>\njon@example.org');
  await screen.press('button', 'Make the links');
  const link = await screen.findByLabelText<HTMLInputElement>('Link for ida@example.org');
  expect(link.value).toContain('#token=');
  await screen.find('button', 'Copy all 2 links');
  await screen.write('More addresses', 'ida@example.org');
  await screen.press('button', 'Make the links');
  await screen.findByText('ida@example.org has already been invited. Take this address out.');
});

test('a member sees who sits there and the charter, and nothing of the chair’s', async () => {
  const [ana, ben] = [await world().person('Ana'), await world().person('Ben')];
  const councilId = await world().council('Wednesday', [ana, ben]);
  const screen = openScreen(ben, `/council/${councilId}`);
  await screen.find('heading', 'Wednesday');
  expect(screen.getByText('We keep what we hear here.')).toBeTruthy();
  expect(screen.getAllByText('Ana').length).toBeGreaterThan(0);
  for (const name of ['Edit', 'Invite people', 'Move the meeting of Thu 26 Nov', 'Edit the charter', 'Close the council'])
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

test('who is asked again sees what changed since they accepted, and the versions before', async () => {
  const [lea, max] = [await world().person('Lea'), await world().person('Max')];
  const councilId = await world().council('Changed', [lea, max]);
  await lea.api.council.saveCharter.mutate({ councilId, version: 1, text: 'We keep what we hear and see here.' });
  const screen = openScreen(max, `/council/${councilId}`);
  await screen.find('heading', 'What changed since you accepted it');
  expect((await screen.findByText('and see', { selector: 'ins', exact: false })).textContent).toContain('and see');
  await screen.press('button', 'I accept this charter');
  await screen.findByText(/Accepted by everybody\./);
  await screen.click(await screen.findByText('Earlier versions'));
  await screen.findByText(/^Version 2, .*: what it changed$/);
});

test('a meeting is left out, put back, and missed by who cannot come', async () => {
  const [ned, ola] = [await world().person('Ned'), await world().person('Ola')];
  const councilId = await world().council('Rhythm', [ned, ola]);
  await ola.api.presence.miss.mutate({ councilId, on: '2026-11-26', missing: true });
  const screen = openScreen(ned, `/council/${councilId}`);
  await screen.findByText('Ola cannot come.');
  await screen.click(await screen.findByText('The meetings ahead'));
  screen.break('council.changeMeeting');
  await screen.press('button', /^Leave out the meeting of Thu,? 26 Nov/);
  await screen.findByText(brokenWords);
  screen.mend();
  await screen.press('button', /^Leave out the meeting of Thu,? 26 Nov/);
  await screen.findByText('Left out');
  await screen.press('button', /^I cannot come on Thu,? 3 Dec/);
  await screen.findByText('You cannot come');
  await screen.press('button', /^Put the meeting of Thu,? 26 Nov back/);
  await expect.poll(() => screen.queryByText('Left out')).toBeNull();
  await screen.press('button', /^Move the meeting of Thu,? 3 Dec/);
  await screen.set('New day', '2026-11-01');
  await screen.press('button', 'Move it');
  await screen.findByText('This time is already over. Choose a later one.');
  await screen.set('New day', '2026-12-04');
  await screen.press('button', 'Move it');
  await screen.findByText(/^Instead of Thu,? 3 Dec/);
});

test('a member says what they look for and until when they are away', async () => {
  const [pia, quin] = [await world().person('Pia'), await world().person('Quin')];
  const councilId = await world().council('About', [pia, quin]);
  const screen = openScreen(quin, `/council/${councilId}`);
  await screen.press('button', 'Say something about yourself');
  await screen.write(/^Looking for/, 'a small team in Lisbon');
  await screen.set(/^Away until/, '2026-11-27');
  screen.break('presence.save');
  await screen.press('button', 'Save');
  await screen.findByText(brokenWords);
  screen.mend();
  await screen.press('button', 'Save');
  await screen.findByText('Looking for a small team in Lisbon');
  await screen.findByText(/^Away until Fri,? 27 Nov/);
  await screen.findByText('You are away');
});

test('who was removed reads why where they look for the council', async () => {
  const [ria, sam] = [await world().person('Ria'), await world().person('Sam')];
  const councilId = await world().council('Left behind', [ria, sam]);
  await ria.api.council.remove.mutate({ councilId, accountId: sam.id, reason: 'Two meetings without a word.' });
  const screen = openScreen(sam, `/council/${councilId}`);
  await screen.findByText('Two meetings without a word.');
  await screen.press('link', 'Go to my councils');
  await screen.findByText('Two meetings without a word.');
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

test('what keeps the chair from leaving is said once, and closing stays', async () => {
  const [tea, uma] = [await world().person('Tea'), await world().person('Uma')];
  const alone = openScreen(tea, `/council/${await world().council('Alone', [tea])}`);
  await alone.find('button', 'Close the council');
  expect(alone.getAllByText(/close the council/)).toHaveLength(1);
  expect(alone.queryByRole('button', { name: 'I have landed' })).toBeNull();
  cleanup();
  const councilId = await world().council('Both', [tea, uma]);
  const chair = openScreen(tea, `/council/${councilId}`);
  await chair.find('button', 'Close the council');
  expect(chair.getAllByText(/hand over the chair first/)).toHaveLength(1);
  cleanup();
  const member = openScreen(uma, `/council/${councilId}`);
  await member.find('button', 'I have landed');
  expect(member.queryByRole('button', { name: 'Close the council' })).toBeNull();
});
