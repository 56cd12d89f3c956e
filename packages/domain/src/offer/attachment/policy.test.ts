import { describe, expect, it } from 'vitest';
import { type Levels, wholeLevels } from '../../item/levels.ts';
import type { ShareGrant } from '../../item/reach.ts';
import { mostOfAPerson } from './attachment.ts';
import { canKeep, canOpenAttachment, isShown } from './policy.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour));
const share = (readerId: string | null, letter: Levels['letter'], hour: number): ShareGrant & { createdAt: Date } => ({
  councilId: 'table',
  readerId,
  levels: { ...wholeLevels('exact'), letter },
  createdAt: at(hour),
  expiresAt: null,
  revokedAt: null,
});

describe('who is shown a file', () => {
  const shown = (...shares: ReturnType<typeof share>[]) => isShown(shares, 'ben', at(20), at(10));
  it('nobody by a share that does not say so', () => {
    expect(shown()).toBe(false);
    expect(shown(share(null, 'hidden', 12))).toBe(false);
  });
  it('who has a share that says so and was made when the file was there', () => {
    expect(shown(share(null, 'exact', 12))).toBe(true);
    expect(shown(share(null, 'exact', 10))).toBe(true);
    expect(shown(share(null, 'exact', 9))).toBe(false);
    expect(shown(share('ben', 'exact', 9), share('ben', 'exact', 12))).toBe(true);
  });
  it('by what is shared with them, not with all, where there is both', () => {
    expect(shown(share(null, 'exact', 12), share('ben', 'hidden', 11))).toBe(false);
    expect(shown(share(null, 'hidden', 12), share('ben', 'exact', 11))).toBe(true);
    expect(shown(share('cara', 'exact', 12))).toBe(false);
  });
  it('nobody by a share that has ended', () => {
    expect(shown({ ...share(null, 'exact', 12), revokedAt: at(13) })).toBe(false);
    expect(shown({ ...share(null, 'exact', 12), expiresAt: at(20) })).toBe(false);
  });
});

describe('what finds room', () => {
  it('five files an offer, 50 MB a person', () => {
    expect(canKeep({ here: 4, bytes: 0 }, 1).allowed).toBe(true);
    expect(canKeep({ here: 5, bytes: 0 }, 1)).toMatchObject({ allowed: false, reason: expect.stringContaining('5 files') });
    expect(canKeep({ here: 0, bytes: mostOfAPerson - 1 }, 1).allowed).toBe(true);
    expect(canKeep({ here: 0, bytes: mostOfAPerson }, 1)).toMatchObject({
      allowed: false,
      reason: expect.stringContaining('50 MB'),
    });
  });
  it('opens for a reader after the offer', () => {
    expect(canOpenAttachment(true, false).allowed).toBe(true);
    expect(canOpenAttachment(false, true).allowed).toBe(true);
    expect(canOpenAttachment(false, false).allowed).toBe(false);
  });
});
