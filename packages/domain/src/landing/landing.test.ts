import { describe, expect, it } from 'vitest';
import type { Move } from '../negotiation/ledger/move.ts';
import { emptyPackage } from '../negotiation/package.ts';
import { KeepsakeContent, SaveLanding } from './input.ts';
import { landingDue, reduceLedger } from './landing.ts';

const at = (on: string) => new Date(`${on}T12:00:00Z`);

describe('when it happens', () => {
  it('is so many days after landing, and never within a day of the choice', () => {
    expect(landingDue(at('2026-11-01'), at('2026-11-02'), 30)).toEqual(at('2026-12-01'));
    expect(landingDue(at('2026-11-01'), at('2026-12-24'), 30)).toEqual(at('2026-12-25'));
  });

  it('is chosen in whole days', () => {
    expect(SaveLanding.safeParse({ choice: 'delete', days: 0 }).success).toBe(false);
    expect(SaveLanding.safeParse({ choice: 'burn', days: 30 }).success).toBe(false);
    expect(SaveLanding.safeParse({ choice: null, days: 30 }).success).toBe(true);
  });
});

const move = (moveId: string, party: 'candidate' | 'employer', base: number | null): Move => ({
  moveId,
  at: `2026-11-0${moveId}T10:00:00.000Z`,
  party,
  kind: base === null ? 'talk' : 'propose',
  channel: 'call',
  counterpart: null,
  package: { ...emptyPackage, base },
  words: 'Exactly so.',
  firmness: 'possible',
  heard: [],
  about: null,
  cites: null,
});

describe('a ledger in percentages', () => {
  it('counts each proposal and the end by what was offered first, and holds no figure and no word', () => {
    const moves = [move('1', 'employer', 100_000), move('2', 'candidate', 120_000), move('3', 'employer', null)];
    const kept = reduceLedger({
      moves,
      first: null,
      outcome: { kind: 'accepted', package: { ...emptyPackage, base: 108_345 } },
      years: 4,
    });
    expect(kept).toEqual({
      steps: [
        { on: '2026-11-01', party: 'employer', percent: '100.0' },
        { on: '2026-11-02', party: 'candidate', percent: '120.0' },
      ],
      outcome: { kind: 'accepted', percent: '108.3' },
    });
    expect(KeepsakeContent.safeParse(kept).success).toBe(true);
    expect(JSON.stringify(kept)).not.toContain('Exactly');
  });

  it('counts by the first version where the employer put nothing in the ledger', () => {
    const kept = reduceLedger({
      moves: [move('2', 'candidate', 150_000)],
      first: { ...emptyPackage, base: 100_000 },
      outcome: null,
      years: 1,
    });
    expect(kept?.steps).toEqual([{ on: '2026-11-02', party: 'candidate', percent: '150.0' }]);
  });

  it('is nothing where nothing was offered', () => {
    expect(reduceLedger({ moves: [move('2', 'candidate', 150_000)], first: null, outcome: null, years: 4 })).toBeNull();
    expect(reduceLedger({ moves: [], first: emptyPackage, outcome: null, years: 4 })).toBeNull();
  });
});
