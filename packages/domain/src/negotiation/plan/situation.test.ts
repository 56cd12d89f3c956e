import { describe, expect, it } from 'vitest';
import type { Move } from '../ledger/move.ts';
import { emptyPackage } from '../package.ts';
import { type Signs, suggestSituations } from './situation.ts';
import { isTickKey } from './tick.ts';

let count = 0;
const move = (party: Move['party'], more: Partial<Move> = {}): Move => {
  count += 1;
  return {
    moveId: `m${count}`,
    at: new Date(Date.UTC(2026, 4, count)).toISOString(),
    party,
    kind: 'propose',
    channel: 'call',
    counterpart: null,
    package: { ...emptyPackage, base: 100 },
    words: '',
    firmness: 'unclear',
    heard: [],
    about: null,
    cites: null,
    ...more,
  };
};
const none = { base: null, total: null };
const calm: Signs = { moves: [], offered: none, target: none, said: none, short: false, competing: 0 };
const found = (more: Partial<Signs>) => suggestSituations({ ...calm, ...more }).map(({ situation }) => situation);

describe('what the state speaks for', () => {
  it('is nothing when nothing is special', () => {
    expect(found({})).toEqual([]);
    expect(found({ moves: [move('employer'), move('candidate'), move('employer')] })).toEqual([]);
  });
  it('is a low offer from 15 % below the target on, by base or by total', () => {
    const by = (base: number | null, total: number | null) =>
      found({ offered: { base, total }, target: { base: 100, total: 400 } });
    expect([by(85, null), by(84, null), by(100, 339), by(null, null)]).toEqual([[], ['low-offer'], ['low-offer'], []]);
  });
  it('is a short deadline, another offer, a word that nothing moves', () => {
    expect(found({ short: true })).toEqual(['short-deadline']);
    expect(found({ competing: 2 })).toEqual(['competing-offers']);
    expect(found({ moves: [move('employer', { firmness: 'fixed' })] })).toEqual(['non-negotiable']);
    expect(found({ moves: [move('employer', { kind: 'best-and-final' })] })).toEqual(['non-negotiable']);
    expect(found({ moves: [move('candidate', { firmness: 'fixed' })] })).toEqual([]);
  });
  it('is pay that is truly fixed once they have said so twice, and a mail from where their last word came', () => {
    const fixed = [move('employer', { firmness: 'fixed' }), move('employer', { kind: 'decline' })];
    expect(found({ moves: fixed })).toEqual(['non-negotiable', 'pay-fixed']);
    expect(found({ moves: [move('employer', { channel: 'mail' })] })).toEqual(['by-mail']);
    expect(found({ moves: [move('employer', { channel: 'mail' }), move('employer')] })).toEqual([]);
  });
  it('is an offer that meets what was said, as far as both are known', () => {
    const met = (base: number | null, total: number | null, said: Signs['said']) =>
      found({ offered: { base, total }, said }).includes('enough-offered');
    const said = { base: 100, total: 400 };
    expect([met(100, 400, said), met(120, null, said), met(null, 401, said)]).toEqual([true, true, true]);
    expect([met(99, 400, said), met(100, 399, said), met(null, null, said), met(100, 400, none)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
  it('is several rounds from the third offer on, and an acceptance before any ask', () => {
    expect(found({ moves: [move('employer'), move('employer'), move('employer')] })).toEqual(['several-rounds']);
    const accept = { kind: 'accept', package: emptyPackage } as const;
    expect(found({ moves: [move('employer'), move('candidate', accept)] })).toEqual(['accepted-too-soon']);
    expect(found({ moves: [move('employer'), move('candidate'), move('candidate', accept)] })).toEqual([]);
  });
  it('never guesses that somebody is out of work, and gives every suggestion its fact', () => {
    const all = suggestSituations({
      moves: [move('employer', { firmness: 'fixed' }), move('employer'), move('employer')],
      offered: { base: 1, total: 1 },
      target: { base: 100, total: 100 },
      said: { base: 1, total: 1 },
      short: true,
      competing: 1,
    });
    expect(all.map(({ situation }) => situation)).toEqual([
      'low-offer',
      'short-deadline',
      'non-negotiable',
      'competing-offers',
      'several-rounds',
      'enough-offered',
    ]);
    for (const { because } of all) expect(because).toMatch(/^[A-Z].*\.$/);
  });
});

describe('a tick', () => {
  it('is kept for a line of ours or of a council, and for nothing else', () => {
    expect(isTickKey('open-1')).toBe(true);
    expect(isTickKey('0197f7a0-0000-7000-8000-000000000001')).toBe(true);
    expect([isTickKey('open-99'), isTickKey('0197f7a0'), isTickKey('')]).toEqual([false, false, false]);
  });
});
