import { describe, expect, it } from 'vitest';
import { SaveGratitude } from './input.ts';
import { takeFirstSentence } from './prep.ts';

describe('the mission in a line', () => {
  it('is its first sentence', () => {
    expect(takeFirstSentence('Halve the lead time. Then keep it there.')).toBe('Halve the lead time.');
    expect(takeFirstSentence('Version 2.5\nfor everybody')).toBe('Version 2.5 for everybody');
    expect([takeFirstSentence(''), takeFirstSentence('  Why? Because.')]).toEqual(['', 'Why?']);
  });
});

describe('a gratitude house', () => {
  const id = '0197f7a0-0000-7000-8000-000000000001';
  const takes = (helpers: unknown, rev = 0) => SaveGratitude.safeParse({ rev, helpers }).success;
  it('names people, each once', () => {
    expect(takes([])).toBe(true);
    expect(takes([{ id, name: 'Ines', how: '' }], 3)).toBe(true);
    for (const bad of [
      [{ id, name: ' ', how: '' }],
      [
        { id, name: 'a', how: '' },
        { id, name: 'b', how: '' },
      ],
      [{ name: 'a', how: '' }],
      [{ id, name: 'a\u202eb', how: '' }],
      [{ id, name: 'a'.repeat(81), how: '' }],
      [{ id, name: 'a', how: '', face: 'x' }],
      'x',
    ])
      expect(takes(bad), JSON.stringify(bad)).toBe(false);
    expect(takes([], -1)).toBe(false);
  });
});
