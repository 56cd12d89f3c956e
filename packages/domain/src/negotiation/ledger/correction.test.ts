import { describe, expect, it } from 'vitest';
import { emptyPackage } from '../package.ts';
import { isReworded, listChanged, traceOf } from './correction.ts';
import type { KeptMove } from './move.ts';

const heardQuickly: KeptMove = {
  ...{ moveId: 'm', at: '2026-05-10T09:00:00.000Z', party: 'employer', kind: 'propose', channel: 'call', counterpart: null },
  ...{ words: '', firmness: 'unclear', heard: [], about: null, cites: null, rev: 1, earlier: [] },
  package: { ...emptyPackage, base: 90 },
};
const now = new Date('2026-05-12T10:00:00.000Z');

describe('a move that is written out later', () => {
  it('is completed, not corrected, by what it had left open', () => {
    const complete: KeptMove = {
      ...heardQuickly,
      ...{ counterpart: 'manager', words: '“Ninety.”', firmness: 'difficult', about: ['base'], leaned: null },
      ...{ heard: [{ component: 'title', firmness: 'possible' }], second: { ...emptyPackage, base: 80, signOn: 40 } },
      package: { ...heardQuickly.package, signOn: 0, clauses: [{ about: 'title', text: 'Staff' }] },
    };
    expect(isReworded(heardQuickly, complete)).toBe(false);
    expect(traceOf(heardQuickly, complete, now)).toEqual([]);
  });
});

describe('a correction', () => {
  const full: KeptMove = {
    ...heardQuickly,
    ...{ words: '“Ninety.”', firmness: 'difficult', counterpart: 'manager', about: ['base'] },
    heard: [{ component: 'title', firmness: 'possible' }],
    package: {
      ...heardQuickly.package,
      others: [{ name: 'Car', amount: 5, every: 'year' }],
      clauses: [{ about: 'title', text: 'Staff' }],
    },
  };
  it.each([
    ['the time', { at: '2026-05-10T10:00:00.000Z' }],
    ['whose it was', { party: 'candidate' as const }],
    ['what it was', { kind: 'best-and-final' as const }],
    ['how it was said', { channel: 'mail' as const }],
    ['with whom', { counterpart: 'recruiter' as const }],
    ['the words', { words: '“Ninety-two.”' }],
    ['the firmness', { firmness: 'fixed' as const }],
    ['what the words are about', { about: [] }],
    ['what else was heard', { heard: [] }],
    ['a figure', { package: { ...full.package, base: 92 } }],
    ['a figure taken away', { package: { ...full.package, base: null } }],
    ['another component', { package: { ...full.package, others: [] } }],
    ['a clause', { package: { ...full.package, clauses: [{ about: 'title' as const, text: 'Principal' }] } }],
  ])('of %s keeps what was said before, and until when', (_, change) => {
    expect(traceOf(full, { ...full, ...change }, now)).toEqual([
      { until: now.toISOString(), was: expect.objectContaining({ at: full.at, words: full.words, package: full.package }) },
    ]);
  });
  it('keeps every earlier wording, oldest first, and none for the lean of the other side', () => {
    const once = { ...full, words: 'two', earlier: traceOf(full, { ...full, words: 'two' }, now) };
    const twice = traceOf(once, { ...once, words: 'three' }, new Date('2026-05-13T10:00:00.000Z'));
    expect(twice.map(({ was }) => was.words)).toEqual(['“Ninety.”', 'two']);
    const pair = { ...full, second: full.package };
    expect(traceOf(pair, { ...pair, leaned: 'second' }, now)).toEqual([]);
    expect(JSON.stringify(twice)).not.toContain('offerId');
  });
  it('names the components that a package says otherwise or no more', () => {
    expect(listChanged(full.package, { ...full.package, base: 92, signOn: 1, clauses: [] })).toEqual(['base', 'title']);
    expect(listChanged(null, full.package)).toEqual([]);
    expect(listChanged(full.package, null)).toEqual(['base', 'other:car', 'title']);
  });
});
