import { expect, it } from 'vitest';
import {
  canCommit,
  canEditCommitment,
  countMoves,
  listDue,
  mostOpenCommitments,
  orderCommitments,
  sayStanding,
  weekAfter,
} from './commitment.ts';

const of = (dueOn: string, state: 'open' | 'kept' | 'missed' = 'open') => ({ dueOn, state, moves: 0 });

it('is moved by a later day alone', () => {
  expect(countMoves(of('2026-12-03'), '2026-12-10')).toBe(1);
  expect(countMoves({ ...of('2026-12-03'), moves: 2 }, '2026-12-01')).toBe(2);
  expect([sayStanding({ ...of('x'), moves: 1 }), sayStanding({ ...of('x'), moves: 3 })]).toEqual(['Moved once', 'Moved 3 times']);
  expect([sayStanding(of('x')), sayStanding(of('x', 'missed')), sayStanding(of('x', 'kept'))]).toEqual([
    'Open',
    'Not kept',
    'Kept',
  ]);
});

it('is due from its day on, while it is open', () => {
  const all = [of('2026-12-03'), of('2026-12-04'), of('2026-12-01', 'kept')];
  expect(listDue(all, '2026-12-03')).toEqual([of('2026-12-03')]);
  expect(orderCommitments([of('2026-12-01', 'kept'), of('2026-12-09'), of('2026-12-02', 'missed'), of('2026-12-03')])).toEqual([
    of('2026-12-03'),
    of('2026-12-09'),
    of('2026-12-02', 'missed'),
    of('2026-12-01', 'kept'),
  ]);
});

it('is a week away across a month and a change of the clocks', () => {
  expect([weekAfter('2026-02-25'), weekAfter('2026-10-24')]).toEqual(['2026-03-04', '2026-10-31']);
});

it('is changed by its owner while open, and there are not too many', () => {
  expect(canEditCommitment({ ownerId: 'ana', state: 'open' }, 'ana').allowed).toBe(true);
  expect(canEditCommitment({ ownerId: 'ana', state: 'open' }, 'ben').allowed).toBe(false);
  expect(canEditCommitment({ ownerId: 'ana', state: 'kept' }, 'ana').allowed).toBe(false);
  expect([canCommit(mostOpenCommitments - 1).allowed, canCommit(mostOpenCommitments).allowed]).toEqual([true, false]);
});
