import { beforeAll, expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';
import type { Person } from '../../../../../tests/support/world.ts';

const world = holdWorld();
let chair: Person;
let councilId: string;

beforeAll(async () => {
  chair = await world().person('Mona');
  councilId = await world().council('Wednesday', [chair]);
});

/** The address behind a fresh link. */
async function invite(email: string) {
  const { link } = await chair.api.invitation.create.mutate({ councilId, email });
  return `/invitation#token=${link.split('token=')[1]}`;
}

test('a link that was cut off says how to copy it', async () => {
  const screen = openScreen(world().anonymous(), '/invitation#token=abc');
  await screen.findByText('This link is incomplete.');
});

test('a link that is not known, and one that was declined, say what to do', async () => {
  const unknown = openScreen(world().anonymous(), `/invitation#token=${'a'.repeat(43)}`);
  await unknown.findByText('This link does not work.');
  const ida = await world().person('Ida');
  const screen = openScreen(ida, await invite(ida.email));
  await screen.press('button', 'Decline');
  await screen.findByText('This invitation no longer works.');
});

test('who is invited joins once the charter is accepted, also over a fault', async () => {
  const ivo = await world().person('Ivo');
  const screen = openScreen(ivo, await invite(ivo.email));
  await screen.findByText('We keep what we hear here.');
  expect(screen.getByRole('button', { name: /Join the council/ }).getAttribute('aria-disabled')).toBe('true');
  await screen.press('checkbox', /I have read the charter/);
  screen.break('invitation.accept');
  await screen.press('button', /Join the council/);
  await screen.findByText(brokenWords);
  screen.mend();
  await screen.press('checkbox', /I have read the charter/);
  await screen.press('button', /Join the council/);
  await screen.find('heading', 'Wednesday');
  expect(screen.where()).toBe(`/council/${councilId}`);
});

test('who has no account signs up on the spot, with the invited address', async () => {
  const screen = openScreen(world().anonymous(), await invite('neo@example.org'));
  await screen.findByText(/Mona invites you to the council/);
  expect(screen.getByDisplayValue('neo@example.org').hasAttribute('readonly')).toBe(true);
  await screen.write('Your name', 'Neo');
  await screen.write('Password', 'a table by the window');
  await screen.press('button', 'Sign up');
  await screen.find('checkbox', /I have read the charter/);
});

test('somebody else is told for whom it is', async () => {
  const screen = openScreen(await world().person('Olga'), await invite('peer@example.org'));
  await screen.findByText(/This invitation is for peer@example\.org/);
  expect(screen.all('button', /Join the council/)).toEqual([]);
});
