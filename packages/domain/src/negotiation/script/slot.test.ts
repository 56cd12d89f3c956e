import { describe, expect, it } from 'vitest';
import type { Ask } from '../asks/ask.ts';
import type { Move } from '../ledger/move.ts';
import { createPlan } from '../negotiation.ts';
import { emptyPackage, type Package } from '../package.ts';
import { fillSlots, listEmpty, nameThem } from './slot.ts';

const move = (party: Move['party'], figures: Partial<Package>): Move => ({
  moveId: party,
  at: '2026-11-20T10:00:00.000Z',
  ...{ party, kind: 'propose', channel: 'call', counterpart: null, words: '', firmness: 'unclear', heard: [] },
  ...{ about: null, cites: null, package: { ...emptyPackage, ...figures } },
});
const ask: Ask = {
  ...{ askId: 'a', rev: 1, leg: 'budget', tier: 'must', title: 'A second product manager', amount: 7_000_000 },
  ...{ justification: ' Nine cities. ', fallback: '', evidenceIds: [], proofIds: [], serves: null, fromNeed: null },
};
const ground = {
  ...{ offered: { base: 9_000_000, bonusPercent: '8' }, deadline: '2026-12-03' },
  ...{ theirName: 'Ines', company: 'Umbra', role: 'Lead' },
};
const plan = { ...createPlan('EUR'), target: { base: 9_800_000, total: null } };

describe('the slots of a script', () => {
  it('follow the plan, the asks, the ledger and the offer', () => {
    const moves = [move('employer', { base: 9_200_000 }), move('candidate', { base: 9_800_000 })];
    expect(fillSlots({ plan, asks: [ask], moves, ground })).toEqual({
      target: { is: 'money', minor: 9_800_000 },
      'target total': { is: 'empty' },
      base: { is: 'money', minor: 9_200_000 },
      bonus: { is: 'percent', percent: '8' },
      'sign-on': { is: 'empty' },
      'my last base': { is: 'money', minor: 9_800_000 },
      'first ask': { is: 'words', text: 'A second product manager' },
      'its amount': { is: 'money', minor: 7_000_000 },
      'its reason': { is: 'words', text: 'Nine cities.' },
      deadline: { is: 'day', on: '2026-12-03' },
      'their name': { is: 'words', text: 'Ines' },
      company: { is: 'words', text: 'Umbra' },
      role: { is: 'words', text: 'Lead' },
    });
  });
  it('say when a field is empty', () => {
    const bare = { offered: { base: null, bonusPercent: null }, deadline: null, theirName: ' ', company: '', role: '' };
    const values = fillSlots({ plan: createPlan('EUR'), asks: [], moves: [], ground: bare });
    expect(Object.values(values).map(({ is }) => is)).toEqual(Object.values(values).map(() => 'empty'));
    expect(listEmpty(values, ['role', 'target'])).toEqual(['target', 'role']);
  });
  it('give a reader nothing that the negotiation does not show', () => {
    const values = fillSlots({ plan, asks: [], moves: [], ground: null });
    expect([values.deadline, values['their name'], values.company, values.role, values.base].map(({ is }) => is)).toEqual([
      ...Array.from({ length: 4 }, () => 'hidden'),
      'empty',
    ]);
  });
  it('name the manager before the recruiter', () => {
    const people = [
      { part: 'recruiter', name: 'Rob' },
      { part: 'hiringManager', name: ' Ines ' },
    ];
    expect([nameThem(people), nameThem(people.slice(0, 1)), nameThem([{ part: 'hiringManager', name: '' }])]).toEqual([
      'Ines',
      'Rob',
      '',
    ]);
  });
});
