import { cleanup } from '@testing-library/react';
import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';
import type { Person } from '../../../../../tests/support/world.ts';

const world = holdWorld();
const opening = { company: 'Northwind Pay', role: 'Staff engineer', alias: '', stage: 'lead', on: '2026-01-05' } as const;

async function begin(name: string) {
  const person = await world().person(name);
  const { opportunityId } = await person.api.opportunity.create.mutate(opening);
  const { missionId } = await person.api.mission.create.mutate({ opportunityId });
  return { person, missionId, address: `/opportunities/${opportunityId}/mission` };
}

const saidTo = (person: Person, itemId: string) => async () =>
  (await person.api.thread.list.query({ itemId })).threads.flatMap(({ comments }) => comments.map(({ text }) => text));

test('a comment is kept over a fault and over a reload, and is sent once', async () => {
  const { person, missionId, address } = await begin('Ana');
  const before = openScreen(person, address);
  await before.press('button', 'Comment on: The mission as a whole');
  await before.write('Start a conversation', 'Who decides what is built?');
  before.break('thread.start');
  await before.press('button', 'Comment');
  await before.findByText(brokenWords);
  cleanup();
  const screen = openScreen(person, address);
  await screen.press('button', 'Comment on: The mission as a whole');
  await screen.findByDisplayValue('Who decides what is built?');
  await screen.press('button', 'Comment');
  await screen.find('article', /^Conversation started by/);
  expect(await saidTo(person, missionId)()).toEqual(['Who decides what is built?']);
});

test('an edit typed before a reload stands beside what was written since, and the writer chooses', async () => {
  const { person, missionId, address } = await begin('Ben');
  const start = { itemId: missionId, blockId: 'item', label: 'The mission as a whole', text: 'Half a thought.', mentions: [] };
  const { comment } = await person.api.thread.start.mutate(start);
  const before = openScreen(person, address);
  await before.press('button', /^1 comment on/);
  await before.press('button', 'Actions for your comment');
  await before.press('menuitem', 'Edit');
  await before.write('Your comment', 'A thought, mine.');
  cleanup();
  const edit = { commentId: comment.commentId, rev: 1, text: 'A thought, theirs.', mentions: [] };
  await person.twin().api.comment.edit.mutate(edit);
  const screen = openScreen(person, address);
  await screen.press('button', /^1 comment on/);
  await screen.press('button', 'Actions for your comment');
  await screen.press('menuitem', 'Edit');
  expect(screen.getByDisplayValue('A thought, mine.')).toBeTruthy();
  await screen.press('button', 'Save');
  const conflict = await screen.find('alert');
  expect(conflict.textContent).toContain('A thought, theirs.');
  expect(await saidTo(person, missionId)()).toEqual(['A thought, theirs.']);
  await screen.press('button', 'Save mine over it');
  await expect.poll(saidTo(person, missionId)).toEqual(['A thought, mine.']);
});
