import { beforeEach, expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';
import type { Person } from '../../../../../tests/support/world.ts';

const world = holdWorld();
let mona: Person;
let otto: Person;
let bea: Person;
let into: string;

beforeEach(async () => {
  mona = await world().person('Mona');
  otto = await world().person('Otto');
  bea = await world().person('Bea');
  into = await world().council('Monday', [mona]);
  await world().council('Sunday', [otto, bea]);
});

const offered = async () => (await mona.api.invitation.create.mutate({ councilId: into, email: otto.email, merges: true })).link;

test('the moderator is told what an offer does, makes it over a fault, and gets one link', async () => {
  const screen = openScreen(mona, `/council/${into}`);
  await screen.press('button', 'Merge with a council');
  await screen.findByText(/Nothing that is shared moves/);
  await screen.press('button', 'Make the offer');
  await screen.findByText(/e-mail address, like/);
  await screen.write(/other moderator/, otto.email);
  screen.break('invitation.create');
  await screen.press('button', 'Make the offer');
  await screen.findByText(brokenWords);
  screen.mend();
  await screen.press('button', 'Make the offer');
  await screen.find('textbox', `Link for ${otto.email}`);
  await screen.findByText('Offer to merge');
});

test('the other moderator reads whom the answer invites, answers, and has a link for each', async () => {
  const screen = openScreen(otto, await offered());
  await screen.findByText(/Your answer invites Bea and Otto to Monday/);
  await screen.press('button', 'Answer for Sunday');
  await screen.find('textbox', 'Link for Bea');
  await screen.find('textbox', 'Link for Otto');
  expect(screen.all('button', /Copy the link for/)).toHaveLength(2);
});

test('who chairs no council can only decline', async () => {
  const { link } = await mona.api.invitation.create.mutate({ councilId: into, email: bea.email, merges: true });
  const screen = openScreen(bea, link);
  await screen.findByText(/You chair no other council/);
  expect(screen.all('button', /Answer for/)).toEqual([]);
  await screen.press('button', 'Decline');
  await screen.findByText('This invitation no longer works.');
});
