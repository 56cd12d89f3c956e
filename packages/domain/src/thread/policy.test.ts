import { describe, expect, it } from 'vitest';
import { type Hearer, heardBy, listFollowers, listToldNow } from './policy.ts';

const monday = new Date('2026-11-02T10:00:00Z');
const tuesday = new Date('2026-11-03T10:00:00Z');
const seat = (councilId: string, id: string, until: Date | null = null): Hearer => {
  return { id, reads: until === null, heldSince: null, heldUntil: null, councilId, until };
};
const places = [
  seat('table', 'ana'),
  seat('table', 'ben'),
  seat('table', 'cara'),
  seat('table', 'gone', monday),
  seat('other', 'ana'),
  seat('other', 'eve'),
];

describe('what is said', () => {
  it('is heard at one table, and by nobody of the other', () => {
    expect(heardBy(places, 'ben')({ authorId: 'cara', at: tuesday })).toBe(true);
    expect(heardBy(places, 'ben')({ authorId: 'ben', at: tuesday })).toBe(true);
    expect(heardBy(places, 'ben')({ authorId: 'eve', at: tuesday })).toBe(false);
    expect(heardBy(places, 'eve')({ authorId: 'ben', at: tuesday })).toBe(false);
  });

  it('stays heard of who left, up to when they left', () => {
    expect(heardBy(places, 'ben')({ authorId: 'gone', at: monday })).toBe(true);
    expect(heardBy(places, 'ben')({ authorId: 'gone', at: tuesday })).toBe(false);
    expect(heardBy(places, 'gone')({ authorId: 'ben', at: monday })).toBe(false);
  });

  it('is heard for longest at the table that lasted longest', () => {
    const back = [...places, seat('third', 'ben'), seat('third', 'gone')];
    expect(heardBy(back, 'ben')({ authorId: 'gone', at: tuesday })).toBe(true);
  });

  it('is followed by the owner and by who hears the one who began', () => {
    expect(listFollowers(places, 'ana', { authorId: 'ben', at: monday })).toEqual(['ana', 'ben', 'cara']);
    expect(listFollowers(places, 'ana', { authorId: 'eve', at: monday })).toEqual(['ana', 'eve']);
    expect(listFollowers(places, 'ana', { authorId: 'ana', at: monday })).toEqual(['ana', 'ben', 'cara', 'eve']);
  });

  it('reaches nobody who only sits there and cannot read the item', () => {
    const unread = places.map((place) => (place.id === 'cara' ? { ...place, reads: false } : place));
    expect(listFollowers(unread, 'ana', { authorId: 'ben', at: monday })).toEqual(['ana', 'ben']);
  });

  it('is told later to who answers the same open round', () => {
    const round = places.map((place) => (place.id === 'ben' ? { ...place, heldSince: monday } : place));
    const told = ['ana', 'ben'].map((id) => ({ id, kind: 'commented' as const }));
    expect(listToldNow(told, round, tuesday)).toEqual(['ana']);
    expect(listToldNow(told, places, tuesday)).toEqual(['ana', 'ben']);
  });

  it('is told at once once the round was cancelled, but of what was said in it', () => {
    const waits = { heldSince: monday, heldUntil: monday };
    const round = places.map((place) => (place.id === 'ben' ? { ...place, ...waits } : place));
    const told = ['ana', 'ben'].map((id) => ({ id, kind: 'commented' as const }));
    expect(listToldNow(told, round, monday)).toEqual(['ana']);
    expect(listToldNow(told, round, tuesday)).toEqual(['ana', 'ben']);
  });
});
