import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { itemKinds } from '../item/item.ts';
import { cautiousLevels, type Levels, levelGroups, levelScale, levelsFor, levelWord, wholeLevels } from '../item/levels.ts';
import { addUpLevels, findLastExpiry, isLive, type ShareGrant } from '../item/reach.ts';
import { SetShare } from './input.ts';
import { canShareAt, canShareWith } from './policy.ts';
import { checkExpiry, proposeExpiry } from './share.ts';

const now = new Date('2026-11-22T10:00:00Z');
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
const exact = wholeLevels('exact');

function share(part: Partial<ShareGrant> = {}): ShareGrant {
  return { councilId: 'c1', readerId: null, levels: cautiousLevels, expiresAt: null, revokedAt: null, ...part };
}

describe('what a viewer may see', () => {
  it('is nothing without a share', () => {
    expect(addUpLevels([], 'ana', now)).toBeNull();
    expect(addUpLevels([share({ readerId: 'ben' })], 'ana', now)).toBeNull();
  });

  it('is what the row for the whole council gives', () => {
    expect(addUpLevels([share()], 'ana', now)).toEqual(cautiousLevels);
  });

  it('is what the row aimed at the person gives, narrower or wider than the council’s', () => {
    const toAna = share({ readerId: 'ana', levels: { ...cautiousLevels, pay: 'hidden', company: 'exact' } });
    const rows = [share({ levels: { ...exact, company: 'hidden' } }), toAna];
    expect(addUpLevels(rows, 'ana', now)).toEqual(toAna.levels);
    expect(addUpLevels(rows.toReversed(), 'ana', now)).toEqual(toAna.levels);
    expect(addUpLevels(rows, 'ben', now)).toEqual({ ...exact, company: 'hidden' });
  });

  it('ends at the very moment of expiry and with revocation', () => {
    expect(addUpLevels([share({ expiresAt: now })], 'ana', now)).toBeNull();
    expect(addUpLevels([share({ expiresAt: new Date(now.getTime() + 1) })], 'ana', now)).toEqual(cautiousLevels);
    expect(addUpLevels([share({ revokedAt: days(-1) })], 'ana', now)).toBeNull();
  });

  it('falls back to the council’s row when the row aimed at the person has ended', () => {
    const rows = [share(), share({ readerId: 'ana', levels: exact, expiresAt: days(-1) })];
    expect(addUpLevels(rows, 'ana', now)).toEqual(cautiousLevels);
  });

  it('adds up what two councils give, group by group', () => {
    const rows = [
      share({ levels: { ...cautiousLevels, pay: 'exact', equity: 'hidden' } }),
      share({ councilId: 'c2', levels: { ...cautiousLevels, pay: 'hidden', equity: 'range', notes: 'exact' } }),
    ];
    expect(addUpLevels(rows, 'ana', now)).toEqual({ ...cautiousLevels, pay: 'exact', equity: 'range', notes: 'exact' });
  });
});

const anyLevels: fc.Arbitrary<Levels> = fc.record({
  company: fc.constantFrom(...levelScale),
  pay: fc.constantFrom(...levelScale),
  equity: fc.constantFrom(...levelScale),
  benefits: fc.constantFrom(...levelScale),
  dates: fc.constantFrom(...levelScale),
  notes: fc.constantFrom(...levelScale),
  letter: fc.constantFrom(...levelScale),
});
const anyRow = fc.record({
  councilId: fc.constantFrom('c1', 'c2'),
  readerId: fc.constantFrom(null, 'ana', 'ben'),
  levels: anyLevels,
  expiresAt: fc.constantFrom(null, days(-1), days(1)),
  revokedAt: fc.constantFrom(null, days(-2)),
});

test.prop([fc.array(anyRow, { maxLength: 6 })])('no group ever shows more than one live row for the viewer gives', (rows) => {
  const shown = addUpLevels(rows, 'ana', now);
  const mine = rows.filter((row) => isLive(row, now) && row.readerId !== 'ben');
  expect(shown === null).toBe(mine.length === 0);
  if (shown) for (const group of levelGroups) expect(mine.map((row) => row.levels[group])).toContain(shown[group]);
});

describe('the end of a share', () => {
  it('is for an offer seven days after its deadline, else 14 days, at most 90', () => {
    expect(proposeExpiry('offer', days(3), now)).toEqual(days(10));
    expect(proposeExpiry('offer', null, now)).toEqual(days(14));
    expect(proposeExpiry('offer', days(-30), now)).toEqual(days(14));
    expect(proposeExpiry('offer', days(200), now)).toEqual(days(90));
    expect(proposeExpiry('mission', days(3), now)).toBeNull();
  });

  it('is the last of those that count, and none when one of them has none', () => {
    expect(findLastExpiry([share({ expiresAt: days(3) }), share({ expiresAt: days(5) })])).toEqual(days(5));
    expect(findLastExpiry([share({ expiresAt: days(3) }), share()])).toBeNull();
  });

  it('is refused when past, too far, or missing on an offer', () => {
    expect(() => checkExpiry('offer', null, now)).toThrow('Choose one');
    expect(() => checkExpiry('offer', days(90), now)).not.toThrow();
    expect(() => checkExpiry('offer', new Date(days(90).getTime() + 1), now)).toThrow('at most 90 days');
    expect(() => checkExpiry('mission', null, now)).not.toThrow();
    expect(() => checkExpiry('debrief', days(365), now)).not.toThrow();
    expect(() => checkExpiry('debrief', days(366), now)).toThrow('at most 365 days');
    expect(() => checkExpiry('mission', now, now)).toThrow('has passed');
  });
});

describe('levels', () => {
  it('matter field by field for offers only', () => {
    expect(levelsFor('offer', cautiousLevels)).toEqual(cautiousLevels);
    expect(levelsFor('mission', cautiousLevels)).toEqual(wholeLevels('hidden'));
    expect(levelsFor('mission', exact)).toEqual(wholeLevels('exact'));
  });

  it('have one word for the chip', () => {
    expect(levelWord(exact)).toBe('exact');
    expect(levelWord(cautiousLevels)).toBe('partly hidden');
    expect(levelWord({ ...exact, pay: 'range' })).toBe('ranges');
  });

  it('are taken whole, with nothing unknown, and a name is no range', () => {
    const good = {
      itemId: '0197f7a0-0000-7000-8000-000000000000',
      councilId: '0197f7a0-0000-7000-8000-000000000001',
      readerId: null,
      levels: cautiousLevels,
      expiresAt: null,
    };
    expect(SetShare.safeParse(good).success).toBe(true);
    for (const bad of [
      { ...cautiousLevels, company: 'range' },
      { ...cautiousLevels, pay: 'all' },
      { ...cautiousLevels, walkAway: 'exact' },
      { pay: 'exact' },
    ])
      expect(SetShare.safeParse({ ...good, levels: bad }).success).toBe(false);
  });
});

describe('with whom an owner may share', () => {
  const circle = { active: true, memberIds: ['ana', 'ben'] };
  it('is an own open council, or an active member of it', () => {
    expect(canShareWith('ana', circle, null).allowed).toBe(true);
    expect(canShareWith('ana', circle, 'ben').allowed).toBe(true);
    expect(canShareWith('ana', circle, 'ana').allowed).toBe(false);
    expect(canShareWith('ana', circle, 'cara').allowed).toBe(false);
    expect(canShareWith('cara', circle, null).allowed).toBe(false);
    expect(canShareWith('ana', { ...circle, active: false }, null).allowed).toBe(false);
  });

  it('reaches one table with what is answered together', () => {
    expect(itemKinds.filter((kind) => !canShareAt(kind, true).allowed)).toEqual(['debrief', 'round']);
    expect(itemKinds.every((kind) => canShareAt(kind, false).allowed)).toBe(true);
  });
});
