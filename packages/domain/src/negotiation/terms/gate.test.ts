import { describe, expect, it } from 'vitest';
import { canAccept, canAcceptByStage, findLetterDifference, gateOf, listMissingWords, standingOf } from './gate.ts';
import type { Stated, TermState, TermValue } from './term.ts';

const eur = (minor: number): TermValue => ({ kind: 'money', minor, currency: 'EUR' });
const term = (state: TermState, said: TermValue, letter: TermValue | null = null, name = ''): Stated => ({
  component: name ? 'other' : 'base',
  name,
  value: said,
  spoken: null,
  written: letter && { value: letter, document: 'Letter', page: '', on: '2026-05-08' },
  reason: '',
  state,
});
const said = eur(8_850_000);
const letter = eur(8_680_000);

describe('the gate', () => {
  it('knows where each term stands; a letter that says something else confirms nothing', () => {
    expect(
      [
        term('proposed', said),
        term('agreed', said),
        term('confirmed', said, said),
        term('confirmed', said, letter),
        term('dropped', said, letter),
        term('waived', said, letter),
      ].map(standingOf),
    ).toEqual(['proposed', 'verbal', 'confirmed', 'mismatch', 'dropped', 'waived']);
    expect([findLetterDifference(term('agreed', said)), findLetterDifference(term('confirmed', said, letter))]).toEqual([
      null,
      { kind: 'money', by: -170_000, currency: 'EUR' },
    ]);
  });
  it('takes no confirmation without a letter, and no letter that nobody took for one', () => {
    expect([term('confirmed', said), term('agreed', said, said)].map(standingOf)).toEqual(['verbal', 'verbal']);
    expect(gateOf([term('confirmed', said)]).missing).toEqual([{ why: 'verbal', label: 'Base', said }]);
    expect(canAccept([term('confirmed', said)], null).allowed).toBe(false);
  });
  it('lists what is merely said or differs, in order, and what nobody agreed to apart', () => {
    const terms = [
      term('confirmed', said, letter),
      term('proposed', said, null, 'Team'),
      term('agreed', eur(1), null, 'Leave'),
      term('waived', said, letter, 'Car'),
      term('dropped', said, null, 'Desk'),
      term('confirmed', said, said, 'Bike'),
    ];
    expect(gateOf(terms)).toEqual({
      missing: [
        { why: 'mismatch', label: 'Base', said, written: letter },
        { why: 'verbal', label: 'Leave', said: eur(1) },
      ],
      proposed: ['Team'],
    });
    expect(gateOf([])).toEqual({ missing: [], proposed: [] });
  });
  it('refuses 88,500 said and 86,800 in the letter with both figures, and lets a reason pass', () => {
    const terms = [term('confirmed', said, letter), term('agreed', eur(100), null, 'Leave')];
    const sentence =
      'Not confirmed in writing yet. Base: 88500.00 EUR was said, the letter says 86800.00 EUR; ' +
      'Leave: 1.00 EUR was said, no letter confirms it. Get it in writing, or say why you accept anyway.';
    expect(canAccept(terms, null)).toEqual({ allowed: false, reason: sentence });
    expect(canAccept(terms, '  ')).toEqual({ allowed: false, reason: sentence });
    expect(canAccept(terms, 'The difference is a car that I do not need.')).toEqual({ allowed: true });
  });
  it('opens by itself when everything is confirmed, waived, dropped or only proposed', () => {
    const terms = [term('confirmed', said, said), term('waived', said), term('dropped', said), term('proposed', said)];
    expect([canAccept(terms, null), canAccept([], null)]).toEqual([{ allowed: true }, { allowed: true }]);
  });
  it('shuts for a single cent and for another currency', () => {
    const dollars: TermValue = { kind: 'money', minor: 8_850_000, currency: 'USD' };
    expect(canAccept([term('confirmed', said, eur(8_850_001))], null).allowed).toBe(false);
    expect(canAccept([term('confirmed', said, dollars)], null).allowed).toBe(false);
    expect(listMissingWords({ why: 'mismatch', label: 'Base', said, written: dollars })).toBe(
      'Base: 88500.00 EUR was said, the letter says 88500.00 USD',
    );
  });
  it('is the only way to the stage “accepted” where there is a negotiation', () => {
    expect([canAcceptByStage(0, 0), canAcceptByStage(1, 1), canAcceptByStage(2, 1)].every(({ allowed }) => allowed)).toBe(true);
    expect(canAcceptByStage(1, 0)).toEqual({
      allowed: false,
      reason: 'This offer has a negotiation. Accept it there, under “Terms and the gate”: it shows what no letter confirms yet.',
    });
  });
});
