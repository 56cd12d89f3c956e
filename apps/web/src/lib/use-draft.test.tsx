import { act, cleanup, fireEvent, render } from '@testing-library/react';
import { Profiler, useRef } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { quietField, useQuietField } from '../components/form/use-quiet-field.tsx';
import { drafts } from './drafts.ts';
import { fresh, useTyped } from './use-draft.ts';

const name = 'note:1';

function Note() {
  const typed = useTyped({ name, rev: fresh }, '');
  const field = useRef<HTMLTextAreaElement>(null);
  useQuietField(field, typed.follow);
  return (
    <>
      <textarea ref={field} defaultValue={typed.began} />
      <output>{typed.shown}</output>
    </>
  );
}

/** A field that holds its words itself, how one types in it, and how often it was drawn. */
function openNote() {
  let drawn = 0;
  const { container } = render(
    <Profiler id={name} onRender={() => (drawn += 1)}>
      <Note />
    </Profiler>,
  );
  const field = container.querySelector('textarea') ?? document.createElement('textarea');
  const type = (text: string) => {
    for (const letter of text) fireEvent.input(field, { target: { value: `${field.value}${letter}` } });
  };
  return { type, field, drawn: () => drawn, shown: () => container.querySelector('output')?.textContent };
}

const wait = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const kept = () => drafts.read('', name);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  localStorage.clear();
  vi.useRealTimers();
});

test('keys draw nothing around the field; what follows them is drawn once, when the fingers rest', async () => {
  const { type, shown, drawn } = openNote();
  type('Who decides?');
  expect([drawn(), shown()]).toEqual([1, '']);
  await wait(200);
  expect([drawn(), shown()]).toEqual([2, 'Who decides?']);
});

test('what is typed is kept when the fingers rest, and every three seconds when they do not', async () => {
  const { type } = openNote();
  type('a');
  await wait(400);
  expect(kept()).toBeNull();
  await wait(200);
  expect(kept()).toEqual({ rev: fresh, value: 'a' });
  for (let letter = 0; letter < 8; letter += 1) {
    type('b');
    await wait(400);
  }
  expect(kept()).toEqual({ rev: fresh, value: expect.stringMatching(/^ab{7,}$/) });
});

test('what is typed is kept at once when the page goes to the back, and stands in the field that comes up next', () => {
  const { type } = openNote();
  type('a');
  const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  expect(kept()).toEqual({ rev: fresh, value: 'a' });
  hidden.mockRestore();
  cleanup();
  expect(openNote().field.value).toBe('a');
});

/** A field on a page, and what the page hears of it. */
function openField() {
  const page = document.createElement('div');
  const field = document.createElement('textarea');
  page.append(field);
  document.body.append(page);
  const heard: string[] = [];
  for (const name of ['keydown', 'keypress', 'keyup', 'input', 'selectionchange'])
    page.addEventListener(name, (event) => heard.push(event instanceof KeyboardEvent ? `${name} ${event.key}` : name));
  const words: string[] = [];
  return { field, heard, words, end: quietField(field, ({ value }) => words.push(value)) };
}

test('of a letter the page hears nothing; what stands in the field then is told', () => {
  const { field, heard, words } = openField();
  field.dispatchEvent(new Event('selectionchange', { bubbles: true }));
  heard.length = 0;
  fireEvent.keyDown(field, { key: 'a' });
  fireEvent.keyPress(field, { key: 'a', charCode: 97 });
  fireEvent.input(field, { target: { value: 'a' } });
  field.dispatchEvent(new Event('selectionchange', { bubbles: true }));
  fireEvent.keyUp(field, { key: 'a' });
  expect([heard, words]).toEqual([[], ['a']]);
});

test('a caret that comes into the field is heard once each time: words of the page may have been selected before', () => {
  const { field, heard } = openField();
  const move = () => field.dispatchEvent(new Event('selectionchange', { bubbles: true }));
  for (const _ of [1, 2, 3]) move();
  field.dispatchEvent(new Event('focus'));
  for (const _ of [1, 2, 3]) move();
  expect(heard).toEqual(['selectionchange', 'selectionchange']);
});

test.each([
  { key: 'Escape', isComposing: true },
  { key: 'Tab', isComposing: true },
  { key: 'Enter', keyCode: 229 },
])('a key that chooses a word in an input method is the field’s: %o', (pressed) => {
  const { field, heard } = openField();
  fireEvent.keyDown(field, pressed);
  expect(heard).toEqual([]);
});

test.each([
  { key: 'Enter' },
  { key: 'Escape' },
  { key: 'ArrowDown' },
  { key: 'Backspace' },
  { key: 'z', ctrlKey: true },
  { key: 'k', metaKey: true },
  { key: 'Process' },
])('a key that may be an act goes on: %o', (pressed) => {
  const { field, heard } = openField();
  fireEvent.keyDown(field, pressed);
  fireEvent.keyUp(field, pressed);
  expect(heard).toEqual([`keydown ${pressed.key}`, `keyup ${pressed.key}`]);
});

test('once it ends, the page hears everything again', () => {
  const { field, heard, words, end } = openField();
  end();
  fireEvent.keyDown(field, { key: 'a' });
  fireEvent.input(field, { target: { value: 'a' } });
  expect([heard, words]).toEqual([['keydown a', 'input'], []]);
});
