import { describe, expect, it } from 'vitest';
import { cautiousLevels, wholeLevels } from '../item/levels.ts';
import { addUpLevels } from '../item/reach.ts';
import { afterwardsSentences, foreseeReaders, type NamedShare } from './afterwards.ts';

const now = new Date('2026-11-22T10:00:00Z');
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
const justPay = {
  ...wholeLevels('hidden'),
  pay: 'exact',
  equity: 'hidden',
  benefits: 'hidden',
  dates: 'hidden',
  notes: 'hidden',
} as const;

function share(part: Partial<NamedShare> = {}): NamedShare {
  const table = { councilId: 'table', councilName: 'Thursday table' };
  return { ...table, readerId: null, levels: justPay, expiresAt: days(28), revokedAt: null, ...part };
}
const bens = share({ readerId: 'ben', levels: cautiousLevels, expiresAt: days(7) });
const ben = { readerId: 'ben', councilId: 'table' };
const dayOf = (end: Date) => `day ${(end.getTime() - now.getTime()) / 86_400_000}`;
const told = (shares: NamedShare[], at: Date) =>
  afterwardsSentences('offer', 'After that', [{ name: 'Ben', after: foreseeReaders(shares, ben, at) }], dayOf);

describe('after a share of one’s own', () => {
  it('a reader falls back to what everybody there sees, and the sentence says so', () => {
    expect(told([bens, share()], days(7))).toEqual([
      'After that Ben sees what everybody in Thursday table sees: exact pay and no company name, equity, benefits, dates or notes, until day 28.',
    ]);
  });

  it('is nothing when nothing else stands then, and nothing is said', () => {
    expect(told([bens], days(7))).toEqual([]);
    expect(told([bens, share({ expiresAt: days(6) })], days(7))).toEqual([]);
    expect(told([bens, share({ expiresAt: days(7) })], days(7))).toEqual([]);
    expect(told([bens, share({ expiresAt: days(6) })], now)).toHaveLength(1);
  });

  it('is what really counts at that moment', () => {
    const rows = [bens, share(), share({ councilId: 'other', councilName: 'Other', levels: cautiousLevels, expiresAt: null })];
    const at = days(7);
    const after = foreseeReaders(rows, ben, at);
    expect(after?.levels).toEqual(addUpLevels(rows, 'ben', at));
    expect(after).toMatchObject({ councils: ['Other', 'Thursday table'], personal: false, until: null });
  });

  it('goes on with what is shared with them in person at another table', () => {
    const other = share({ councilId: 'other', councilName: 'Other', readerId: 'ben', expiresAt: null });
    expect(told([bens, share(), other], days(7))).toEqual([
      'After that Ben sees what you share with them in Other: exact pay and no company name, equity, benefits, dates or notes, until you stop sharing.',
    ]);
  });

  it('names those together who fall back to the same', () => {
    const after = foreseeReaders([share({ expiresAt: null, levels: wholeLevels('hidden') })], ben, now);
    const people = ['Ben', 'Cara', 'Dan'].map((name) => ({ name, after: name === 'Dan' ? null : after }));
    expect(afterwardsSentences('mission', 'If you stop now,', people, dayOf)).toEqual([
      'If you stop now, Ben and Cara see what everybody in Thursday table sees: this job mission, without the company name, until you stop sharing.',
    ]);
  });
});
