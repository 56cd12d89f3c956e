import { expect, test } from 'vitest';
import { holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';
import { testPassword } from '../../../../../tests/support/world.ts';

const world = holdWorld();

test('who is not signed in is asked, and goes on where they wanted to go', async () => {
  const ana = await world().person('Ana');
  const screen = openScreen(world().anonymous(), '/council');
  await screen.press('button', 'Sign in');
  await screen.findByText('Write your password.');
  await screen.write('E-mail', ana.email);
  await screen.write('Password', 'not my password');
  await screen.press('button', 'Sign in');
  await screen.findByText('This e-mail address and password do not match.');
  expect(screen.getByDisplayValue(ana.email)).toBeTruthy();
  await screen.write('Password', testPassword);
  await screen.press('button', 'Sign in');
  await screen.findByText('Found a council of four to eight peers');
});

test('a link for a new password that was cut off says how to copy it', async () => {
  const screen = openScreen(world().anonymous(), '/reset#token=short');
  await screen.findByText('This link is incomplete.');
});

test('a link for a new password that is not ours is told so, and the password stays typed', async () => {
  const screen = openScreen(world().anonymous(), `/reset#token=${'a'.repeat(43)}`);
  await screen.write('New password', 'short');
  await screen.press('button', 'Set the new password');
  await screen.findByText(/^Use at least 10 characters/);
  await screen.write('New password', 'a table by the window');
  await screen.press('button', 'Set the new password');
  await screen.find('alert');
  expect(screen.getByDisplayValue('a table by the window')).toBeTruthy();
});
