import { describe, expect, it } from 'vitest';
import { blankComponents, known, none } from '../compensation/components.ts';
import { type Clause, clauseParts, layClauses } from './clause.ts';
import { PackageFields } from './ledger/input.ts';
import { packageOfOffer } from './ledger/offer-package.ts';
import { componentLabel, emptyPackage, layOver, listNamed, listSaid, valuePackage } from './package.ts';
import { candidatesOf } from './terms/draft.ts';

const title: Clause = { about: 'title', text: 'Staff Engineer' };
const start: Clause = { about: 'startDate', text: '2027-02-01' };

describe('what a package says without money', () => {
  it('stays as it was said until it is said otherwise, in one order', () => {
    const remote: Clause = { about: 'remote', text: 'two days a week' };
    expect(layClauses([start, title], [remote, { ...title, text: 'Principal' }])).toEqual([
      { ...title, text: 'Principal' },
      remote,
      start,
    ]);
    expect(layOver({ ...emptyPackage, base: 9, clauses: [title] }, { ...emptyPackage, base: 10 })).toMatchObject({
      base: 10,
      clauses: [title],
    });
    expect(layOver(emptyPackage, emptyPackage)).not.toHaveProperty('clauses');
  });
  it('is said, and worth nothing in any total', () => {
    const offer = { ...emptyPackage, base: 100, signOn: 5 };
    const spoken = { ...offer, clauses: [title, start] };
    expect([1, 4, 10].map((years) => valuePackage(spoken, years))).toEqual([1, 4, 10].map((years) => valuePackage(offer, years)));
    expect([listNamed(spoken), listSaid(spoken)]).toEqual([
      ['base', 'signOn'],
      ['base', 'signOn', 'title', 'startDate'],
    ]);
    expect(clauseParts.map((part) => componentLabel(part))).toEqual([
      'Title',
      'Level',
      'Place of work',
      'Remote work',
      'Leave',
      'Review date',
      'Start date',
    ]);
  });
  it('is a line of words or a day of the calendar, each part once', () => {
    const takes = (clauses: unknown) => PackageFields.safeParse({ ...emptyPackage, clauses }).success;
    expect(takes([title, start])).toBe(true);
    expect(takes(undefined)).toBe(true);
    for (const wrong of [
      [title, title],
      [{ ...start, text: 'in spring' }],
      [{ ...start, text: '2027-02-30' }],
      [{ ...title, text: ' ' }],
      [{ ...title, text: 'a\u202eb' }],
      [{ ...title, text: 'x'.repeat(301) }],
      [{ about: 'walkAway', text: '1' }],
      [{ ...title, amount: 1 }],
    ])
      expect(takes(wrong)).toBe(false);
  });
  it('becomes a term of its own kind', () => {
    const place: Clause = { about: 'place', text: 'Lisbon' };
    expect(
      candidatesOf({ ...emptyPackage, clauses: [title, place, start] }, 'EUR').map(({ key, content }) => [
        key,
        content.component,
        content.value,
      ]),
    ).toEqual([
      ['title', 'title', { kind: 'text', text: 'Staff Engineer' }],
      ['place', 'location', { kind: 'text', text: 'Lisbon' }],
      ['startDate', 'startDate', { kind: 'date', on: '2027-02-01' }],
    ]);
  });
  it('is taken over from the offer on record: what the letter states, and nothing that it leaves open', () => {
    const components = {
      ...blankComponents(),
      title: known('Staff Engineer'),
      location: known('Lisbon'),
      leaveDays: known('28'),
      remote: none,
      startDate: known('2027-02-01'),
    };
    expect(packageOfOffer({ currency: 'EUR', components }).clauses).toEqual([
      title,
      { about: 'place', text: 'Lisbon' },
      { about: 'leave', text: '28 days' },
      start,
    ]);
    const unlimited = { ...blankComponents(), leaveDays: known('unlimited') };
    expect(packageOfOffer({ currency: 'EUR', components: unlimited }).clauses).toEqual([{ about: 'leave', text: 'unlimited' }]);
    expect(packageOfOffer({ currency: 'EUR', components: blankComponents() })).not.toHaveProperty('clauses');
  });
});
