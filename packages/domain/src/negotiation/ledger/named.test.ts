import { expect, it } from 'vitest';
import { emptyPackage } from '../package.ts';
import { listAmounts, listTotals } from './named.ts';

it('lists what was named by either side, in both packages, and in the plan', () => {
  const plan = { target: { base: 130, total: null }, ideal: { base: null, total: 700 } };
  const moves = [
    { package: { ...emptyPackage, base: 118, signOn: 8 }, second: { ...emptyPackage, base: 110 } },
    { package: { ...emptyPackage, equity: 60 } },
  ];
  expect(listAmounts('base', { plan, moves })).toEqual([118, 110, 130]);
  expect(listAmounts('signOn', { plan, moves })).toEqual([8]);
  expect(listAmounts('equity', { plan, moves })).toEqual([60]);
  expect(listTotals({ plan, moves })).toEqual([700, 472, 440, 520]);
});
