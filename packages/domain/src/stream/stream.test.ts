import { expect, it } from 'vitest';
import { placeOf, seqOf } from './stream.ts';

it('a place is found again by its person', () => {
  expect(seqOf('ana', placeOf('ana', 7))).toBe(7);
  expect(seqOf('ana', placeOf('ana', 0))).toBe(0);
});

it.each(['', '7', 'ana', 'ana:', 'ana:-1', 'ana:1.5', 'ana:1e9', 'ana:9999999999999999', 'ana:1:2', 'ben:7', ' ana:7', 'ana: 7'])(
  'another place is none: %j',
  (place) => expect(seqOf('ana', place)).toBeNull(),
);
