import { describe, expect, it } from 'vitest';
import type { KeptMove } from '../ledger/move.ts';
import { emptyPackage } from '../package.ts';
import { canCorrect, mostCorrections } from './resting.ts';
import type { Stated, TermState, TermValue } from './term.ts';

const move: KeptMove = {
  ...{ moveId: 'm', at: '2026-05-10T09:00:00.000Z', party: 'employer', kind: 'propose', channel: 'call', counterpart: null },
  ...{ words: '', firmness: 'unclear', heard: [], about: null, cites: null, rev: 1, earlier: [] },
  package: { ...emptyPackage, base: 9_000_000, clauses: [{ about: 'title', text: 'Staff' }] },
};
const term = (component: Stated['component'], value: TermValue, state: TermState = 'agreed'): Stated => ({
  ...{ component, name: '', value, state, spoken: null, written: null, reason: '' },
});
const base = (minor = 9_000_000, state: TermState = 'agreed') => term('base', { kind: 'money', minor, currency: 'EUR' }, state);
const settled = (terms: Stated[], accepted = false) => ({ terms, accepted, currency: 'EUR' });
const other = { ...move, package: { ...move.package, base: 9_200_000 } };

describe('a move on which an agreed term rests', () => {
  it('keeps what the term says, and is not taken out', () => {
    for (const state of ['agreed', 'confirmed', 'waived'] as const) {
      expect(canCorrect(move, other, settled([base(9_000_000, state)]))).toMatchObject({ allowed: false });
      expect(canCorrect(move, null, settled([base(9_000_000, state)]))).toMatchObject({ allowed: false });
    }
    expect(JSON.stringify(canCorrect(move, other, settled([base()])))).toContain('“Base” was agreed as this move says it.');
    const staff = term('title', { kind: 'text', text: 'staff' });
    const renamed = { ...move, package: { ...move.package, clauses: [{ about: 'title' as const, text: 'Senior' }] } };
    expect(canCorrect(move, renamed, settled([staff]))).toMatchObject({ allowed: false });
  });
  it('may be completed and worded anew, and corrected in what the term is not about', () => {
    const fuller = { ...move, words: '“Ninety.”', package: { ...move.package, signOn: 1 } };
    expect(canCorrect(move, fuller, settled([base()])).allowed).toBe(true);
    expect(canCorrect(move, other, settled([term('title', { kind: 'text', text: 'Staff' })])).allowed).toBe(true);
  });
  it('is free while the term is only proposed or was dropped, and when the term says something else', () => {
    expect(canCorrect(move, other, settled([base(9_000_000, 'proposed'), base(9_000_000, 'dropped')])).allowed).toBe(true);
    expect(canCorrect(move, null, settled([base(8_000_000)])).allowed).toBe(true);
  });
  it('holds for the second of two packages too', () => {
    const two = { ...move, package: { ...emptyPackage, signOn: 1 }, second: move.package };
    expect(canCorrect(two, { ...two, second: other.package }, settled([base()]))).toMatchObject({ allowed: false });
  });
});

describe('the ledger of an offer that was accepted', () => {
  it('keeps its figures, and takes words', () => {
    expect(canCorrect(move, { ...move, words: 'more' }, settled([], true)).allowed).toBe(true);
    expect(canCorrect(move, other, settled([], true))).toMatchObject({ allowed: false });
    expect(canCorrect(move, null, settled([], true))).toMatchObject({ allowed: false });
    expect(canCorrect(move, { ...move, kind: 'best-and-final' }, settled([], true))).toMatchObject({ allowed: false });
    const talk = { ...move, kind: 'talk' as const, package: emptyPackage };
    expect(canCorrect(talk, null, settled([], true)).allowed).toBe(true);
  });
  it('is corrected so many times and then written down anew', () => {
    const earlier = Array.from({ length: mostCorrections }, () => ({ until: move.at, was: move }));
    expect(canCorrect({ ...move, earlier }, other, settled([]))).toMatchObject({ allowed: false });
    expect(canCorrect({ ...move, earlier }, null, settled([])).allowed).toBe(true);
  });
});
