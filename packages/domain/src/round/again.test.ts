import { expect, it } from 'vitest';
import { proposeAgain } from './again.ts';

it('proposes whom the round before reaches now, and leaves out who was asked and no longer is', () => {
  expect(proposeAgain(['d', 'b', 'c'], ['e', 'b', 'b'])).toEqual({ reached: ['b', 'e'], left: ['c', 'd'] });
  expect(proposeAgain([], [])).toEqual({ reached: [], left: [] });
});
