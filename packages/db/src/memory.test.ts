import { expect, it } from 'vitest';
import { z } from 'zod';
import { content, createMemory } from './memory.ts';

it('content of a table is declared once', () => {
  content('test_once', z.string());
  expect(() => content('test_once', z.string())).toThrow('What test_once keeps sealed is declared twice.');
});

it('what was opened is not opened again for the same bytes under the same key, and is for any other', () => {
  const memory = createMemory();
  const kind = content('test_opened', z.string());
  const [key, other] = [Buffer.from('one'), Buffer.from('one')];
  let opened = 0;
  const open = (own: Buffer, bind: string, sealed: string) =>
    memory.open(kind, { key: own, bind, sealed }, () => `${(opened += 1)}`);
  expect([open(key, 'row', '\\x01'), open(key, 'row', '\\x01')]).toEqual(['1', '1']);
  expect(open(key, 'another row', '\\x01')).toBe('2');
  expect(open(key, 'row', '\\x02')).toBe('3');
  expect(open(other, 'row', '\\x02')).toBe('4');
});

it('what is too old to be answered is let go when something else comes, and what is beyond its size at once', () => {
  let now = 0;
  const memory = createMemory({ age: 1_000, size: 100, keys: 2 }, () => now);
  const kind = content('test_held', z.string());
  const key = Buffer.from('one');
  const open = (sealed: string) => memory.open(kind, { key, bind: 'row', sealed }, () => sealed);
  for (const at of [1, 2, 3]) {
    open(`${at}`.repeat(30));
    memory.key('owner', `wrapped ${at}`, () => key);
  }
  expect(memory.held()).toEqual({ keys: 2, contents: 3 });
  open('4'.repeat(30));
  expect(memory.held().contents).toBe(3);
  now = 1_001;
  open('5'.repeat(30));
  memory.key('owner', 'wrapped 5', () => key);
  expect(memory.held()).toEqual({ keys: 1, contents: 1 });
});
