import { describe, expect, it } from 'vitest';
import type { Levels } from './levels.ts';
import { listReaders, reaches, stands } from './reach.ts';

const now = new Date('2026-11-22T10:00:00Z');
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);

describe('a share and the seats of its council', () => {
  const made = { councilId: 'c1', createdAt: now };
  const sat = (accountId: string, joinedAt: Date, councilId = 'c1') => ({ councilId, accountId, joinedAt });
  const both = [sat('ana', days(-9)), sat('ben', days(-9))];

  it('reaches a co-member, whom it is aimed at or as one of all', () => {
    expect(reaches({ ...made, readerId: 'ben' }, 'ana', 'ben', both)).toBe(true);
    expect(reaches({ ...made, readerId: null }, 'ana', 'ben', both)).toBe(true);
    expect(reaches({ ...made, readerId: 'cara' }, 'ana', 'ben', both)).toBe(false);
    expect(reaches({ ...made, readerId: null }, 'ana', 'ana', both)).toBe(false);
  });

  it('reaches nobody once its owner or the reader has left this council', () => {
    expect(reaches({ ...made, readerId: null }, 'ana', 'ben', [sat('ben', days(-9))])).toBe(false);
    expect(reaches({ ...made, readerId: 'ben' }, 'ana', 'ben', [sat('ana', days(-9))])).toBe(false);
    expect(reaches({ ...made, readerId: null }, 'ana', 'ben', [sat('ana', days(-9)), sat('ben', days(-9), 'c2')])).toBe(false);
  });

  it('includes who joins later when it is for all, but revives nothing for who left and came back', () => {
    const late = [sat('ana', days(-9)), sat('ben', days(1))];
    expect(reaches({ ...made, readerId: null }, 'ana', 'ben', late)).toBe(true);
    expect(reaches({ ...made, readerId: 'ben' }, 'ana', 'ben', late)).toBe(false);
    expect(reaches({ ...made, readerId: null }, 'ben', 'ana', late)).toBe(false);
  });

  it('is worth showing while it reaches somebody, or will reach who joins', () => {
    expect(stands({ ...made, readerId: 'ben' }, 'ana', both)).toBe(true);
    expect(stands({ ...made, readerId: 'ben' }, 'ana', [sat('ana', days(-9))])).toBe(false);
    expect(stands({ ...made, readerId: null }, 'ana', [sat('ana', days(-9))])).toBe(true);
    expect(stands({ ...made, readerId: null }, 'ana', [sat('ana', days(1))])).toBe(false);
    expect(stands({ ...made, readerId: null }, 'ana', [sat('ben', days(-9))])).toBe(false);
  });

  it('gives each of its readers what the shares that count for them add up to', () => {
    const narrow: Levels = {
      company: 'hidden',
      pay: 'range',
      equity: 'hidden',
      benefits: 'range',
      dates: 'range',
      notes: 'hidden',
      letter: 'hidden',
    };
    const stands = { ...made, expiresAt: null, revokedAt: null };
    const all = { ...stands, readerId: null, levels: narrow };
    const own = { ...stands, readerId: 'ben', levels: { ...narrow, pay: 'exact' as const } };
    const ended = { ...all, readerId: 'cara', revokedAt: now };
    const seats = [...both, sat('cara', days(-9)), sat('dan', days(-9), 'c2')];
    expect(listReaders([all, own, ended], 'ana', seats, now)).toEqual([
      { id: 'ben', levels: own.levels, shares: [own] },
      { id: 'cara', levels: narrow, shares: [all] },
    ]);
    expect(listReaders([ended], 'ana', seats, now)).toEqual([]);
  });
});
