import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';

const world = holdWorld();

test('each rule is told beside its field, and a fault loses nothing of what was typed', async () => {
  const screen = openScreen(world().anonymous(), '/sign-up');
  await screen.press('button', 'Sign up');
  for (const words of [/^Write an e-mail address/, 'Write the name your council will see.', /^Use at least 10 characters/])
    await screen.findByText(words);
  await screen.write('E-mail', 'ana@example.org');
  await screen.write('Your name', 'Ana');
  await screen.write('Password', 'ana@example.org');
  await screen.press('button', 'Sign up');
  await expect.poll(() => screen.getByLabelText('Password').getAttribute('aria-invalid')).toBe('true');
  await screen.write('Password', 'a table by the window');
  screen.break('identity.signUp');
  await screen.press('button', 'Sign up');
  await screen.findByText(brokenWords);
  expect(screen.getByDisplayValue('ana@example.org')).toBeTruthy();
  screen.mend();
  await screen.press('button', 'Sign up');
  await screen.findByText('Found a council of four to eight peers');
  expect(screen.where()).toBe('/council');
});

test('an address that is taken says only that signing in did not work', async () => {
  const ben = await world().person('Ben');
  const screen = openScreen(world().anonymous(), '/sign-up');
  await screen.write('E-mail', ben.email);
  await screen.write('Your name', 'Somebody');
  await screen.write('Password', 'a table by the window');
  await screen.press('button', 'Sign up');
  await screen.findByText('We could not sign you in with this address and password.');
});
