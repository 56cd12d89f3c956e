import { id } from '@parley/domain/kernel/input';
import { expect, it } from 'vitest';
import { newId } from './new-id.ts';

it('makes ids that the server takes, each its own', () => {
  const ids = Array.from({ length: 200 }, newId);
  expect(ids.filter((one) => !id.safeParse(one).success)).toEqual([]);
  expect(new Set(ids).size).toBe(200);
});
