import { act, cleanup, fireEvent, render } from '@testing-library/react';
import { Profiler, useRef } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { drafts } from './drafts.ts';
import { useQuietField } from './quiet-field.ts';
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
