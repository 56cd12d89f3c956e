import { describe, expect, it } from 'vitest';
import { type AskContent, askHints } from '../asks/ask.ts';
import { createPlan, walkAwayHints } from '../negotiation.ts';

describe('what looks like a slip', () => {
  const plan = { ...createPlan('EUR'), target: { base: 10_000_000, total: 45_000_000 } };
  it('is a walk-away above the target, in each of its figures', () => {
    expect(walkAwayHints({ base: 10_000_001, total: 45_000_001 }, plan)).toEqual([
      'Your lowest base is above your target base.',
      'Your lowest total is above your target total.',
    ]);
    expect(walkAwayHints({ base: 10_000_000, total: null }, plan)).toEqual([]);
    expect(walkAwayHints({ base: 1, total: 1 }, createPlan('EUR'))).toEqual([]);
  });
  it('is no ask without a reason when it rests on evidence or on a need of the mission', () => {
    const bare: AskContent = {
      ...{ leg: 'support', tier: 'must', title: 'A mentor', amount: null, justification: ' ', fallback: '' },
      ...{ evidenceIds: [], proofIds: [], serves: null, fromNeed: null },
    };
    const kinds = (ask: Partial<AskContent>) => askHints([{ ...bare, ...ask }]).map(({ kind }) => kind);
    expect(kinds({})).toEqual(['no-justification']);
    expect(kinds({ evidenceIds: ['one'] })).toEqual([]);
    expect(kinds({ fromNeed: { missionId: 'one', needId: 'two' } })).toEqual([]);
  });
});
