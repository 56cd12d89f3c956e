import { describe, expect, it } from 'vitest';
import { monthsOwed, owedOnDay, owedOnLeaving } from './clawback.ts';
import type { SignOn } from './components.ts';

const firstDay = '2027-01-01';
const monthly = { kind: 'monthly', months: 12, full: 0 } as const;
/** An instalment with a day of its own, five months into the work. */
const dated: SignOn = { paid: [], dated: [{ on: '2027-06-01', amount: 1_200_000 }], clawback: monthly };

describe('an instalment with a day of its own is owed back from that day on', () => {
  it('by the months since, to who leaves on a day', () => {
    const owed = ['2027-05-31', '2027-06-01', '2027-06-30', '2027-07-01', '2027-12-01', '2028-05-31', '2028-06-01'];
    expect(owed.map((day) => owedOnDay(dated, day, firstDay))).toEqual([0, 1_200_000, 1_200_000, 1_100_000, 600_000, 100_000, 0]);
  });

  it('by whole months of work', () => {
    expect([4, 5, 6, 11, 16, 17].map((month) => owedOnLeaving(dated, month, firstDay))).toEqual([
      0, 1_200_000, 1_100_000, 600_000, 100_000, 0,
    ]);
    expect(monthsOwed(dated, firstDay)).toBe(17);
  });

  it('by days, and in full at first', () => {
    const days: SignOn = { ...dated, clawback: { kind: 'daily', months: 12, full: 0 } };
    // 366 days to 1 June 2028, 183 of them left on 1 December
    expect(owedOnDay(days, '2027-12-01', firstDay)).toBe(600_000);
    const full: SignOn = { ...dated, clawback: { kind: 'full-then-monthly', months: 12, full: 6 } };
    expect(owedOnDay(full, '2027-11-30', firstDay)).toBe(1_200_000);
    expect(owedOnDay(full, '2028-03-01', firstDay)).toBe(600_000);
  });

  it('beside what is paid by year, rounded once', () => {
    const both: SignOn = { ...dated, paid: [100, 200] };
    expect(owedOnDay(both, '2027-12-01', firstDay)).toBe(600_000 + 8);
    expect(monthsOwed(both, firstDay)).toBe(24);
  });

  it('while no first day is known the work began with the first of them', () => {
    const two: SignOn = { ...dated, dated: [...(dated.dated ?? []), { on: '2027-12-01', amount: 600_000 }] };
    expect([0, 5, 6, 12, 18].map((month) => owedOnLeaving(two, month, null))).toEqual([
      1_200_000, 700_000, 1_200_000, 300_000, 0,
    ]);
    expect(monthsOwed(two, null)).toBe(18);
  });

  it('paid before the first day it runs from then', () => {
    const early: SignOn = { ...dated, dated: [{ on: '2026-11-01', amount: 1_200_000 }] };
    expect([0, 1, 10].map((month) => owedOnLeaving(early, month, firstDay))).toEqual([1_000_000, 900_000, 0]);
  });

  it('without a clawback nothing is', () => {
    expect(owedOnDay({ ...dated, clawback: null }, '2027-07-01', firstDay)).toBe(0);
    expect(monthsOwed({ ...dated, clawback: null }, firstDay)).toBe(0);
  });
});
