import { cleanup, fireEvent, render } from '@testing-library/react';
import { useRef } from 'react';
import { expect, test } from 'vitest';
import { brokenWords, holdWorld, openScreen } from '../../../../../tests/support/screen.tsx';
import { openTable } from '../../../../../tests/support/table.ts';
import type { Person } from '../../../../../tests/support/world.ts';
import { useQuietField } from '../../components/form/use-quiet-field.tsx';
import { useMention } from './use-mention.ts';

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

test('the writer’s own walk-away is warned of before anybody reads it, and goes out only when they say so', async () => {
  const person = await world().person('Cara');
  const { opportunityId, negotiationId } = await openTable(person);
  const walkAway = { base: 18_000_000, total: null, leave: null, words: '' };
  await person.api.walkAway.set.mutate({ negotiationId, rev: 1, walkAway });
  const screen = openScreen(person, `/opportunities/${opportunityId}/negotiation/plan`);
  const said = saidTo(person, negotiationId);
  await screen.press('button', 'Comment on: Target and ideal');
  await screen.write('Start a conversation', 'I would still sign at 180 000.');
  await screen.press('button', 'Comment');
  await screen.findByText('This is the figure of your walk-away.');
  expect([screen.getByText('180 000', { selector: 'mark' }).tagName, await said()]).toEqual(['MARK', []]);
  await screen.write('Start a conversation', 'I would still sign at 185 000.');
  await screen.press('button', 'Comment');
  await expect.poll(said).toEqual(['I would still sign at 185 000.']);
  await screen.write('Start another conversation', 'That is my bottom line.');
  await screen.press('button', 'Comment');
  await screen.press('button', 'Post it all the same');
  await expect.poll(said).toHaveLength(2);
});

function Mentions() {
  const area = useRef<HTMLTextAreaElement>(null);
  const { control, follow, offered } = useMention(area, [{ id: 'ben', name: 'Ben' }]);
  useQuietField(area, follow);
  return (
    <>
      <textarea aria-label="Comment" {...control} />
      <output>{offered.map(({ name }) => name)}</output>
    </>
  );
}

function openMentions() {
  const { container } = render(<Mentions />);
  const [field, offered] = [container.querySelector('textarea'), container.querySelector('output')];
  if (!field || !offered) throw new Error('There is no field.');
  field.focus();
  return { field, offered, type: (value: string) => fireEvent.input(field, { target: { value } }) };
}

test('the people offered after an @ go with Escape, whose key comes up, and stay away from the rest of that name', () => {
  const { field, offered, type } = openMentions();
  type('@B');
  expect(offered.textContent).toBe('Ben');
  fireEvent.keyDown(field, { key: 'Escape' });
  fireEvent.keyUp(field, { key: 'Escape' });
  expect(offered.textContent).toBe('');
  type('@Be');
  expect(offered.textContent).toBe('');
  type('@Be and @B');
  expect(offered.textContent).toBe('Ben');
});

test('a caret that comes through a mention is offered nobody, and a name chosen within its letters is written once', () => {
  const { field, offered, type } = openMentions();
  type('@Ben, look');
  field.setSelectionRange(2, 2);
  fireEvent.keyUp(field, { key: 'ArrowUp' });
  expect(offered.textContent).toBe('');
  field.value = '@Ben, look';
  field.setSelectionRange(2, 2);
  fireEvent.input(field);
  expect(offered.textContent).toBe('Ben');
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(field.value).toBe('@Ben , look');
});
