import { describe, expect, it } from 'vitest';
import type { Decision } from '../kernel/decision.ts';
import { canAskReads, canReveal, canSealRead, canSetOutcome } from './policy.ts';
import {
  averageLikelihood,
  countMissingReads,
  isComplete,
  listSeats,
  type ReadsRound,
  type ReadsState,
  revealWarning,
  seesConfidence,
} from './reads.ts';

function round(part: Partial<ReadsRound> = {}): ReadsRound {
  return { state: 'open', outcome: null, ownerId: 'ana', readerIds: ['cara', 'ben'], sealedIds: ['ana'], ...part };
}
const states: ReadsState[] = ['unasked', 'open', 'revealed'];
const reason = (decision: Decision) => (decision.allowed ? null : decision.reason);

describe('seats', () => {
  it('show who has sealed and never in which order', () => {
    const one = listSeats(round({ readerIds: ['cara', 'ben'], sealedIds: ['cara', 'ana'] }));
    const other = listSeats(round({ readerIds: ['ben', 'cara'], sealedIds: ['ana', 'cara'] }));
    expect(one).toEqual(other);
    expect(one).toEqual([
      { accountId: 'ana', owner: true, sealed: true },
      { accountId: 'ben', owner: false, sealed: false },
      { accountId: 'cara', owner: false, sealed: true },
    ]);
  });

  it('are one a person, and none for somebody who can no longer read', () => {
    expect(
      listSeats(round({ readerIds: ['ben', 'ben', 'ana'], sealedIds: ['ana', 'gone'] })).map((seat) => seat.accountId),
    ).toEqual(['ana', 'ben']);
  });
});

describe('how sure the owner felt', () => {
  it('is the owner’s always, and another’s once they have sealed or nothing is left to guess', () => {
    expect(states.map((state) => seesConfidence('ana', round({ state, sealedIds: [] })))).toEqual([true, true, true]);
    expect(states.map((state) => seesConfidence('ben', round({ state })))).toEqual([false, false, true]);
    expect(seesConfidence('ben', round({ sealedIds: ['ben'] }))).toBe(true);
    expect(seesConfidence('ben', round({ state: 'unasked', outcome: 'rejected' }))).toBe(true);
  });
});

describe('revealing', () => {
  it('happens by itself when everybody who can read has sealed, and never with the owner alone', () => {
    expect(isComplete(round({ sealedIds: ['ana', 'ben'] }))).toBe(false);
    expect(isComplete(round({ sealedIds: ['ana', 'ben', 'cara'] }))).toBe(true);
    expect(isComplete(round({ sealedIds: ['ben', 'cara'] }))).toBe(false);
    expect(isComplete(round({ readerIds: [] }))).toBe(false);
    for (const state of ['unasked', 'revealed'] as const)
      expect(isComplete(round({ state, sealedIds: ['ana', 'ben', 'cara'] }))).toBe(false);
  });

  it('warns with the number of those who are missing', () => {
    expect(countMissingReads(round())).toBe(2);
    expect(revealWarning(2)).toMatch(/^2 people had not sealed/);
    expect(revealWarning(1)).toMatch(/^1 person had not sealed/);
    expect(revealWarning(0)).toMatch(/^Everybody had sealed/);
  });

  it('is the owner’s, once, after asking', () => {
    expect(states.map((state) => canReveal('ana', round({ state })).allowed)).toEqual([false, true, false]);
    expect(canReveal('ben', round()).allowed).toBe(false);
  });
});

describe('asking and sealing', () => {
  it('is asked by the owner, once, while the outcome is unknown', () => {
    expect(states.map((state) => canAskReads('ana', round({ state })).allowed)).toEqual([true, false, false]);
    expect(canAskReads('ben', round({ state: 'unasked' })).allowed).toBe(false);
    expect(reason(canAskReads('ana', round({ state: 'unasked', outcome: 'offer' })))).toContain('outcome is known');
  });

  it('is sealed by who can read, while open, again and again', () => {
    for (const person of ['ana', 'ben', 'cara'])
      expect(states.map((state) => canSealRead(person, round({ state })).allowed)).toEqual([false, true, false]);
    expect(canSealRead('dan', round()).allowed).toBe(false);
    expect(canSealRead('ben', round({ sealedIds: ['ana', 'ben'] })).allowed).toBe(true);
  });

  it('keeps the outcome back while reads are open', () => {
    expect(states.map((state) => canSetOutcome('ana', round({ state })).allowed)).toEqual([true, false, true]);
    expect(canSetOutcome('ben', round({ state: 'revealed' })).allowed).toBe(false);
  });

  it('has a mean only when somebody answered', () => {
    expect(averageLikelihood([])).toBeNull();
    expect(averageLikelihood([{ likelihood: 0 }, { likelihood: 1 }])).toBe(0.5);
  });
});
