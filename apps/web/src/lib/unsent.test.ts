import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { joinWords, listUnsent } from './unsent.ts';

const storeOf = (...names: string[]) => ({ length: names.length, key: (at: number) => names[at] ?? null });

it('says what one person typed and did not send, each once', () => {
  const store = storeOf(
    'parley:draft:ana:comment:1',
    'parley:draft:ana:thread:2:item',
    'parley:draft:ana:offer:3',
    'parley:draft:ana:compare',
    'parley:draft:ana:recent',
    'parley:draft:ben:proof:4',
    'parley:theme',
  );
  expect(listUnsent(store, 'ana')).toEqual(['a comment', 'an offer']);
  expect(listUnsent(store, 'cara')).toEqual([]);
  expect(joinWords(['a comment', 'a debrief', 'an offer'])).toBe('a comment, a debrief and an offer');
});

it('has a word for every draft that a screen keeps', () => {
  const features = join(import.meta.dirname, '../features');
  const files = readdirSync(features, { recursive: true, encoding: 'utf8' }).filter((name) => /(?<!\.test)\.tsx?$/.test(name));
  const text = files.map((name) => readFileSync(join(features, name), 'utf8')).join('\n');
  const kept = [...text.matchAll(/\b(?:draft=\{|draft: \{ name: |useDraft\(\{ name: |useKeeping\(id, )[`'"]([a-z-]+)/g)];
  const kinds = new Set(kept.map(([, kind = '']) => kind).filter((kind) => kind !== 'compare' && !kind.endsWith('-')));
  expect(kinds.size).toBeGreaterThan(15);
  const unknown = [...kinds].filter((kind) => listUnsent(storeOf(`parley:draft:ana:${kind}:1`), 'ana')[0] === 'something else');
  expect(unknown).toEqual([]);
});
