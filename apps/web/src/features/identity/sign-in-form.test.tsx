import { createResetLink } from '@parley/api/identity/store';
import { asIdentity } from '@parley/db/as-user';
import { addressHash } from '@parley/db/seal';
import { cleanup } from '@testing-library/react';
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

test('a link for a new password that is not ours, or was used, is told so before anything is typed', async () => {
  const unknown = openScreen(world().anonymous(), `/reset#token=${'a'.repeat(43)}`);
  await unknown.findByText(/^This link has expired\./);
  expect(unknown.queryByLabelText('New password')).toBeNull();
  cleanup();
  const ben = await world().person('Ben');
  const hash = addressHash(world().keys, ben.email);
  const link = await asIdentity(world().client, (db, now) => createResetLink({ db, now }, hash));
  const first = openScreen(world().anonymous(), link ?? '');
  await first.write('New password', 'short');
  await first.press('button', 'Set the new password');
  await first.findByText(/^Use at least 10 characters/);
  await first.write('New password', 'a brighter room with light');
  await first.press('button', 'Set the new password');
  await first.findByText('Your password has been changed.');
  cleanup();
  const again = openScreen(world().anonymous(), link ?? '');
  await again.findByText(/^This link has been used already\./);
  expect(again.queryByLabelText('New password')).toBeNull();
});

test('what was typed is shown at a press and hidden at the next', async () => {
  const screen = openScreen(world().anonymous(), '/sign-in');
  await screen.write('Password', 'a short sentence');
  const field = screen.getByLabelText('Password');
  expect(field.getAttribute('type')).toBe('password');
  await screen.press('button', 'Show what I type');
  expect(field.getAttribute('type')).toBe('text');
  await screen.press('button', 'Hide what I type');
  expect(field.getAttribute('type')).toBe('password');
});
