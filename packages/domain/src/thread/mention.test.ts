import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { findMentionBefore, findMentions, splitMentions } from './mention.ts';

const people = [
  { id: '1', name: 'Ana' },
  { id: '2', name: 'Ana Maria' },
  { id: '3', name: 'Ben' },
  { id: '4', name: 'Ben' },
];

describe('mentions in a text', () => {
  it('are the longest names that fit, after an @ that begins a word', () => {
    expect(findMentions('@Ana, look', people)).toEqual(['1']);
    expect(findMentions('(@Ana Maria) and @Ana', people)).toEqual(['1', '2']);
    expect(findMentions('@Anabel, me@Ana.org, Ana', people)).toEqual([]);
    expect(findMentions('@Ben', people)).toEqual(['3', '4']);
    expect(findMentions('@', [{ id: '5', name: '' }])).toEqual([]);
  });

  it('split it without losing a letter', () => {
    expect(splitMentions('hi @Ana!', people)).toEqual([
      { text: 'hi ', person: null },
      { text: '@Ana', person: people[0] },
      { text: '!', person: null },
    ]);
  });
});

const piece = fc.constantFrom('@', 'Ana', 'Ben', ' Maria', ' ', 'x', '@Ana', ',');
test.prop([fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))])('always adds up to the text', (text) => {
  expect(
    splitMentions(text, people)
      .map((stretch) => stretch.text)
      .join(''),
  ).toBe(text);
});

describe('a mention being typed', () => {
  it('is what stands between the @ and the caret', () => {
    expect(findMentionBefore('hi @An', 6)).toBe('An');
    expect(findMentionBefore('hi @An and', 6)).toBe('An');
    expect(findMentionBefore('@', 1)).toBe('');
    expect(findMentionBefore('me@An', 5)).toBeNull();
    expect(findMentionBefore('@An ', 4)).toBeNull();
    expect(findMentionBefore('hello', 3)).toBeNull();
  });
});
