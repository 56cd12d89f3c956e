import { fireEvent } from '@testing-library/dom';
import { afterEach, expect, test } from 'vitest';
import { quietField } from './quiet-field.ts';

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

afterEach(() => {
  document.body.replaceChildren();
});

test('of a letter the page hears nothing; what stands in the field then is told', () => {
  const { field, heard, words } = openField();
  fireEvent.keyDown(field, { key: 'a' });
  fireEvent.keyPress(field, { key: 'a', charCode: 97 });
  fireEvent.input(field, { target: { value: 'a' } });
  field.dispatchEvent(new Event('selectionchange', { bubbles: true }));
  fireEvent.keyUp(field, { key: 'a' });
  expect([heard, words]).toEqual([[], ['a']]);
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
