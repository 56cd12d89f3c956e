import { expect, test } from 'vitest';
import { appCode } from '../../../../../../tests/support/app-code.ts';
import { addPasskey, createAuthenticator, showPasskey } from '../../../../../../tests/support/authenticator.ts';
import { brokenWords, holdWorld, openScreen } from '../../../../../../tests/support/screen.tsx';
import { testOrigin, testPassword } from '../../../../../../tests/support/world.ts';

const world = holdWorld();

test('an app is set up over a wrong password, a wrong code and a fault, and its codes are shown once', async () => {
  const ana = await world().person('Ana');
  const screen = openScreen(ana, '/me');
  await screen.press('button', 'Set up an app');
  await screen.press('button', 'Go on');
  await screen.refused('Your password, to confirm', 'Write your password.');
  await screen.write('Your password, to confirm', 'not hers at all');
  await screen.press('button', 'Go on');
  await screen.refused('Your password, to confirm', 'This is not your password.');
  await screen.write('Your password, to confirm', testPassword);
  await screen.press('button', 'Go on');
  await screen.find('img', /^A picture for your app to scan/);
  const { secret } = await ana.api.totp.begin.mutate({ password: testPassword });
  await screen.press('button', 'Switch it on');
  await screen.refused('The six digits that the app shows', 'Write the six digits');
  await screen.write('The six digits that the app shows', appCode(secret, await world().now()));
  screen.break('totp.confirm');
  await screen.press('button', 'Switch it on');
  await screen.findByText(brokenWords);
  screen.mend();
  await screen.press('button', 'Switch it on');
  await screen.findByText(/They are shown this once/);
  expect(document.querySelectorAll('dialog code')).toHaveLength(10);
  await screen.press('button', 'I have kept them');
  await screen.findByText(/10 recovery codes are left of 10\./);
  expect(document.querySelectorAll('dialog code')).toHaveLength(0);
});

test('passkeys are listed with their use, and say at which address they are kept', async () => {
  const ben = await world().person('Ben');
  const device = createAuthenticator(testOrigin);
  await addPasskey(ben, device, 'Blue key');
  const other = world().anonymous();
  await other.api.passkey.enter.mutate({ passkey: await showPasskey(other, device) });
  const screen = openScreen(ben, '/me');
  await screen.findByText('Blue key');
  expect(screen.queryByText(/not used yet/)).toBeNull();
  await screen.findByText(/^Passkeys are kept for https:\/\/parley\.example\./);
  await screen.press('button', 'Remove the passkey Blue key');
  screen.break('passkey.remove');
  await screen.press('button', 'Remove the passkey');
  await screen.findByText(brokenWords);
  screen.mend();
  await screen.press('button', 'Remove the passkey');
  await expect.poll(() => screen.queryByText('Blue key')).toBeNull();
});

test('without a password the forms ask for a passkey in its place, and the last one cannot go', async () => {
  const cara = await world().person('Cara');
  const device = createAuthenticator(testOrigin);
  await addPasskey(cara, device, 'Only key');
  await cara.api.identity.dropPassword.mutate({ passkey: await showPasskey(cara, device) });
  const screen = openScreen(cara, '/me');
  await screen.findByText('Your account has no password: only a passkey opens it.');
  await screen.findByText(/^This is your only way in\./);
  await screen.find('button', 'Set a password');
  expect(screen.queryByLabelText('Current password')).toBeNull();
  await screen.press('button', 'End my account');
  await screen.findAllByText(/Your device will ask for your passkey\./);
});

test('a failed look at passkeys and codes says so in words', async () => {
  const screen = openScreen(await world().person('Dan'), '/me', { breaks: ['passkey.list', 'totp.get'] });
  await screen.findByText('We could not fetch your passkeys.');
  await screen.findByText('We could not fetch your code.');
});

test('the code is asked for after the password, beside its field, and what was typed stays', async () => {
  const eva = await world().person('Eva');
  const { secret } = await eva.api.totp.begin.mutate({ password: testPassword });
  const code = appCode(secret, await world().now());
  const { codes } = await eva.api.totp.confirm.mutate({ code, endOthers: false });
  const screen = openScreen(world().anonymous(), '/council');
  await screen.write('E-mail', eva.email);
  await screen.write('Password', testPassword);
  await screen.press('button', 'Sign in');
  await screen.write('Code', '123');
  await screen.press('button', 'Sign in');
  await screen.refused('Code', 'Write the six digits');
  await screen.write('Code', code);
  await screen.press('button', 'Sign in');
  await screen.refused('Code', 'This code does not fit, or was used already.');
  expect(screen.getByDisplayValue(eva.email)).toBeTruthy();
  await screen.write('Code', codes[0] ?? '');
  await screen.press('button', 'Sign in');
  await screen.findByText('Found a council of four to eight peers');
});
