import type { Sentence } from './letter-words.ts';

/** Pay at target and how it is split, and leave by the hour. */
export const targets: readonly Sentence[] = [
  [
    'US',
    'Your on-target earnings (OTE) will be $240,000 per year with a 60/40 split between base salary and commission.',
    ['base 144000 USD a year', 'bonus 96000 USD a year'],
  ],
  ['US', 'OTE: $200,000 (50/50).', ['base 100000 USD a year', 'bonus 100000 USD a year']],
  ['US', 'Your OTE is $185,000 (70% base / 30% variable), uncapped.', ['base 129500 USD a year', 'bonus 55500 USD a year']],
  [
    'GB',
    'On-target earnings of £110,000 a year, 40% variable and 60% base.',
    ['base 66000 GBP a year', 'bonus 44000 GBP a year'],
  ],
  ['GB', 'Base salary of £62,000 a year; on-target earnings £93,000.', ['base 62000 GBP a year', 'bonus 31000 GBP a year']],
  [
    'DE',
    'Ihr Jahreszielgehalt beträgt 110.000 EUR, aufgeteilt 75/25 in fix und variabel.',
    ['base 82500 EUR a year', 'bonus 27500 EUR a year'],
  ],
  // what the letter says itself is not said again
  [
    'US',
    'Base salary $120,000 a year, commission $80,000 a year at target, OTE $200,000.',
    ['base 120000 USD a year', 'bonus 80000 USD a year'],
  ],
  // nothing says how it is split, and shares that are not the whole are no split
  ['US', 'Your on-target earnings are $200,000.', []],
  ['US', 'OTE of $150,000; quotas are set 30/90 days after the start of a quarter.', []],
  ['US', 'Total compensation of $300,000.', []],
  ['US', 'You will accrue 120 hours of paid time off per year.', ['leave 15']],
  ['US', 'Vacation: 80 hours annually.', ['leave 10']],
  ['US', 'PTO: 100 hours a year', ['leave 12.5']],
  ['US', 'You will accrue 6.67 hours of PTO per pay period.', []],
  ['US', 'Paid vacation accrues at 4 hours bi-weekly.', []],
  ['US', 'You may carry over paid time off of 1 hour for every 30 hours worked.', []],
];
