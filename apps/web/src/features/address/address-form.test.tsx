import { declareMail } from '@parley/api/post';
import { expect, test } from 'vitest';
import { holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';

const world = holdWorld();

test('without mail the address says why it cannot change, and a lost password who makes a link', async () => {
  const screen = openScreen(await world().person('Ana'), '/me');
  await screen.findByText(/This Parley sends no mail, so the address can be neither confirmed nor changed here/);
  const out = openScreen(world().anonymous(), '/reset');
  await out.findByText('This Parley sends no mail.');
});

test('with mail an address is changed by two links, and a wrong password stands beside its field', async () => {
  await declareMail(world().deps.line, true);
  const ben = await world().person('Ben');
  const screen = openScreen(ben, '/me');
  await screen.findByText(/is not confirmed yet/);
  await screen.write('New e-mail address', 'ben@new.example');
  await screen.write('Your password', 'not my password');
  await screen.press('button', 'Change address');
  await screen.findByText('This is not your password.');
  await screen.write('Your password', ben.password);
  await screen.press('button', 'Change address');
  await screen.findByText('Two links are on their way.');
  expect(await world().client.addressLink.count({ where: { purpose: { in: ['leave', 'take'] } } })).toBe(2);
});

test('a lost password is asked for from the sign-in, in the same words whoever asks', async () => {
  await declareMail(world().deps.line, true);
  const screen = openScreen(world().anonymous(), '/sign-in');
  await screen.press('link', 'Forgot your password?');
  await screen.write('E-mail', 'nobody@example.org');
  await screen.press('button', 'Send me a link');
  await screen.findByText('Look into your mail.');
});

test('a link that is not whole, and one that is unknown, say so', async () => {
  const short = openScreen(world().anonymous(), '/confirm#token=abc');
  await short.findByText('This link is incomplete.');
  const unknown = openScreen(world().anonymous(), `/confirm#token=${'a'.repeat(43)}`);
  await unknown.findByText('This link has expired. Ask for a new one under Me.');
});
