import { cleanup } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';
import { makeOffer } from '../../../../../tests/support/table.ts';
import { testPassword } from '../../../../../tests/support/world.ts';

const world = holdWorld();

test('a new account finds its profile, and is told what the gratitude house is for', async () => {
  const eva = await world().person('Eva');
  const screen = openScreen(eva, '/me');
  await screen.findByText(eva.email);
  expect(await screen.findByDisplayValue('Eva')).toBeTruthy();
  await screen.findByText(/The people who helped you get here\./);
  expect(screen.getByRole('button', { name: 'Save profile' }).getAttribute('aria-disabled')).toBe('true');
});

test('the profile says what is wrong beside the field, keeps what was typed over a fault, and saves', async () => {
  const ana = await world().person('Ana');
  const screen = openScreen(ana, '/me');
  await screen.write('Your name', ' ');
  await screen.press('button', 'Save profile');
  await screen.findByText('Write the name your council will see.');
  await screen.write('Your name', 'Ana Lee');
  screen.break('identity.saveProfile');
  await screen.press('button', 'Save profile');
  await screen.findByText(brokenWords);
  expect(screen.getByDisplayValue('Ana Lee')).toBeTruthy();
  screen.mend();
  await screen.press('button', 'Save profile');
  await expect.poll(() => ana.api.identity.me.query()).toMatchObject({ displayName: 'Ana Lee' });
});

test('my days off are mine, are kept with the profile, and are told beside a deadline', async () => {
  const dan = await world().person('Dan');
  const screen = openScreen(dan, '/me');
  await screen.press('button', 'Add days off');
  await screen.set('From', '2026-12-02');
  await screen.set('Up to and with', '2026-12-01');
  await screen.press('button', 'Save profile');
  await screen.refused('Up to and with', 'Give a first and a last day');
  await screen.set('Up to and with', '2026-12-03');
  await screen.press('button', 'Save profile');
  await expect.poll(() => dan.api.identity.me.query()).toMatchObject({ daysOff: [{ from: '2026-12-02', to: '2026-12-03' }] });
  const { opportunityId, offerId } = await makeOffer(dan);
  const deadline = { kind: 'date' as const, on: '2026-12-11', zone: 'Asia/Tokyo' };
  const { rev, frame } = await dan.api.offer.get.query({ offerId });
  await dan.api.offer.save.mutate({ offerId, rev, frame: { ...frame, deadline } });
  cleanup();
  const room = openScreen(dan, `/opportunities/${opportunityId}/offer`);
  await room.findByText(/2 days off of yours are not counted either\./);
});

test('a password is changed with the present one, and a wrong one is told beside its field', async () => {
  const ben = await world().person('Ben');
  const screen = openScreen(ben, '/me');
  await screen.write('Current password', 'not my password');
  await screen.write('New password', 'short');
  await screen.press('button', 'Change password');
  await screen.findByText(/^Use at least 10 characters/);
  await screen.write('New password', 'a table by the window');
  await screen.press('button', 'Change password');
  await expect.poll(() => screen.getByLabelText('Current password').getAttribute('aria-invalid')).toBe('true');
  await screen.write('Current password', testPassword);
  await screen.press('button', 'Change password');
  await screen.findByText(/^Your password has been changed/);
});

test('the gratitude house wants a name beside each person, and keeps them', async () => {
  const cara = await world().person('Cara');
  const screen = openScreen(cara, '/me');
  await screen.press('button', 'Add somebody');
  await screen.write(/^How they helped/, 'read every draft');
  await screen.press('button', 'Save');
  await screen.findByText('Write the name.');
  await screen.write('Name', 'Ines');
  await screen.press('button', 'Save');
  await expect.poll(() => cara.api.gratitude.get.query()).toMatchObject({ helpers: [{ name: 'Ines', how: 'read every draft' }] });
});

test('a failed look at the sessions says so in words', async () => {
  const screen = openScreen(await world().person('Dan'), '/me', { breaks: ['identity.sessions'] });
  await screen.findByText('We could not fetch your sessions.');
});

test('signing out says first what was typed and not sent, and goes at once where there is nothing', async () => {
  const fay = await world().person('Fay');
  const gone = vi.spyOn(window.location, 'assign').mockImplementation(() => undefined);
  localStorage.setItem(`parley:draft:${fay.id}:comment:1`, JSON.stringify({ at: Date.now(), value: 'half a sentence' }));
  const screen = openScreen(fay, '/me');
  await screen.press('button', 'Sign out');
  await screen.findByText('What you typed on this device and did not send is deleted: a comment.');
  await screen.press('button', 'Keep as it is');
  expect(await fay.api.identity.me.query()).toMatchObject({ displayName: 'Fay' });
  expect(gone.mock.calls).toEqual([]);
  await screen.press('button', 'Sign out');
  await screen.press('button', 'Sign out and delete it');
  await expect.poll(() => gone.mock.calls).toEqual([['/sign-in']]);
  expect(localStorage.length).toBe(0);
  vi.restoreAllMocks();
});

test('all other devices are signed out by one press, and this one stays', async () => {
  const gus = await world().person('Gus');
  const other = gus.twin();
  await other.api.identity.signIn.mutate({ email: gus.email, password: testPassword });
  const phone = gus.twin();
  await gus.api.identity.signIn.mutate({ email: gus.email, password: testPassword });
  const laptop = gus.twin();
  await phone.api.identity.signIn.mutate({ email: gus.email, password: testPassword });
  const screen = openScreen(laptop, '/me');
  await screen.findByText('This device');
  await screen.press('button', 'Sign out on all other devices');
  await expect.poll(() => screen.all('button', /^End the session of/).length).toBe(0);
  expect((await phone.post('identity.me', undefined)).status).toBe(401);
  expect((await laptop.post('identity.me', undefined)).status).toBe(200);
});
