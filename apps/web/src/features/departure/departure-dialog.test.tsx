import { expect, test, vi } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';
import { testPassword } from '../../../../../tests/support/world.ts';

const world = holdWorld();

test('the end of an account is told in numbers before, wants the password, and leads to the door', async () => {
  const [ana, ben] = [await world().person('Ana'), await world().person('Ben')];
  await world().council('Thursday', [ana, ben]);
  await ana.api.opportunity.create.mutate({ company: 'Acme', alias: '', role: 'Lead', stage: 'lead', on: '2026-11-01' });
  const screen = openScreen(ana, '/me');
  await screen.press('button', 'End my account');
  await screen.findByText(/^1 opportunity, with everything in them/);
  await screen.findByText(/^Thursday goes on: Ben, who has sat there longest/);
  await screen.press('button', 'End my account for good');
  await screen.refused('Your password, to confirm', 'Write your password.');
  await screen.write('Your password, to confirm', 'not mine at all');
  await screen.press('button', 'End my account for good');
  await screen.refused('Your password, to confirm', 'This is not your password.');
  screen.break('departure.end');
  await screen.write('Your password, to confirm', testPassword);
  await screen.press('button', 'End my account for good');
  await screen.findByText(brokenWords);
  expect(await ana.api.identity.me.query()).toMatchObject({ displayName: 'Ana' });
  screen.mend();
  const gone = vi.spyOn(window.location, 'assign').mockImplementation(() => undefined);
  localStorage.setItem(`parley:draft:${ana.id}:x`, '{"at":1,"value":"typed"}');
  await screen.press('button', 'End my account for good');
  await expect.poll(() => gone.mock.calls).toEqual([['/sign-in#ended']]);
  expect(localStorage.length).toBe(0);
  expect((await ana.post('identity.me', undefined)).status).toBe(401);
});

test('when the numbers cannot be fetched nothing can be ended', async () => {
  const eva = await world().person('Eva');
  const screen = openScreen(eva, '/me', { breaks: ['departure.outlook'] });
  await screen.press('button', 'End my account');
  await screen.findByText(/^We could not fetch what would go/);
  expect(screen.all('button', 'End my account for good')).toEqual([]);
});
