import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { type HoldingRound, heldSentence, isHeld, listHolds, releaseSentence, waitSentence, waitsUntil } from './hold.ts';

const hour = 3_600_000;
const day = 24 * hour;
const begins = Date.parse('2026-11-22T09:00:00Z');
const people = ['ben', 'cara', 'dan'];

/** One after the other, as the owner asks them; of words it is known in which rounds they stood. */
type Word = { authorId: string; at: Date; changedAt: Date | null; rounds: Set<HoldingRound> };
type World = { now: Date; rounds: HoldingRound[]; said: Word[]; read: Map<string, Map<Word, Date>> };

type Deed =
  | { act: 'open'; asked: number }
  | { act: 'end'; how: 'cancelled' | 'revealed' }
  | { act: 'say' | 'edit' | 'seal'; who: number }
  | { act: 'wait'; hours: number };

const who = fc.nat({ max: people.length - 1 });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ act: fc.constant('open' as const), asked: fc.integer({ min: 1, max: 7 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('end' as const),
      how: fc.constantFrom('cancelled' as const, 'cancelled' as const, 'revealed' as const),
    }),
  },
  { weight: 6, arbitrary: fc.record({ act: fc.constantFrom('say' as const, 'edit' as const, 'seal' as const), who }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 400 }) }) },
);

const openIn = ({ rounds }: World) => rounds.find(({ state }) => state === 'open');

function hears({ rounds, now }: World, viewerId: string, word: Word): boolean {
  return word.authorId === viewerId || !isHeld(listHolds(viewerId, rounds, now), word);
}

/** Whatever they can read now they have read. */
function look(world: World): void {
  for (const [person, read] of world.read)
    for (const word of world.said) if (!read.has(word) && hears(world, person, word)) read.set(word, world.now);
}

function say(world: World, act: 'say' | 'edit', authorId: string): void {
  const open = openIn(world);
  const beside = open?.askedIds.includes(authorId) ? [open] : [];
  const old = world.said.find((word) => word.authorId === authorId);
  if (act === 'say') world.said.push({ authorId, at: world.now, changedAt: null, rounds: new Set(beside) });
  if (act === 'edit' && old) {
    old.changedAt = world.now;
    for (const round of beside) old.rounds.add(round);
    // what they say now nobody has read yet
    if (open) for (const read of world.read.values()) read.delete(old);
  }
}

/** Whether what was said beside the round could be read then: it was revealed, or a later one, or no other one followed for long. */
function isOver(world: World, viewerId: string, { cancelledAt, revealedAt }: HoldingRound, then: Date): boolean {
  const mine = world.rounds.filter(({ askedIds }) => askedIds.includes(viewerId));
  const ends = cancelledAt ?? revealedAt ?? new Date(Number.POSITIVE_INFINITY);
  if (mine.some((other) => other.revealedAt !== null && other.revealedAt >= ends && other.revealedAt <= then)) return true;
  return mine.every((other) => {
    if (other.openedAt === null || other.openedAt > then) return true;
    const ended = other.cancelledAt ?? other.revealedAt;
    return ended !== null && ended <= then && (other.cancelledAt === null || then >= waitsUntil(ended));
  });
}

/** Who seals has read nothing that was said beside a round they are asked in with its author, or were, before it was over. */
function refuseRead(world: World, viewerId: string): void {
  const open = openIn(world);
  if (!open?.askedIds.includes(viewerId)) return;
  for (const [word, then] of world.read.get(viewerId) ?? [])
    for (const round of word.rounds)
      if (word.authorId !== viewerId && round.askedIds.includes(viewerId))
        expect(isOver(world, viewerId, round, then)).toBe(true);
}

function end(open: HoldingRound, how: 'cancelled' | 'revealed', now: Date): void {
  open.state = how;
  if (how === 'cancelled') open.cancelledAt = now;
  else open.revealedAt = now;
}

function apply(world: World, given: Deed): void {
  world.now = new Date(world.now.getTime() + 60_000);
  const open = openIn(world);
  if (given.act === 'open' && !open) {
    const askedIds = people.filter((_, at) => (given.asked >> at) % 2 === 1);
    world.rounds.push({ state: 'open', askedIds, openedAt: world.now, revealedAt: null, cancelledAt: null });
  }
  if (given.act === 'end' && open) end(open, given.how, world.now);
  if (given.act === 'say' || given.act === 'edit') say(world, given.act, people[given.who] ?? 'ben');
  if (given.act === 'seal') refuseRead(world, people[given.who] ?? 'ben');
  if (given.act === 'wait') world.now = new Date(world.now.getTime() + given.hours * hour);
  look(world);
}

describe('what is said beside rounds', () => {
  test.prop([fc.array(deed, { minLength: 6, maxLength: 30 })], { numRuns: 20_000 })(
    'is read by nobody who still seals in one, and by everybody in the end',
    (deeds) => {
      const read = new Map(people.map((person) => [person, new Map<Word, Date>()]));
      const world: World = { now: new Date(begins), rounds: [], said: [], read };
      for (const given of deeds) apply(world, given);
      const open = openIn(world);
      if (open) end(open, 'cancelled', world.now);
      world.now = new Date(world.now.getTime() + 14 * day);
      for (const person of people) for (const word of world.said) expect(hears(world, person, word)).toBe(true);
    },
  );

  const at = (hours: number) => new Date(begins + hours * hour);
  const gone: HoldingRound = {
    ...{ state: 'cancelled', askedIds: ['ben', 'cara'], openedAt: at(0), revealedAt: null },
    cancelledAt: at(10),
  };
  const heard = (viewerId: string, rounds: HoldingRound[], now: Date, said: Date, changedAt: Date | null = null) =>
    !isHeld(listHolds(viewerId, rounds, now), { authorId: 'ben', at: said, changedAt });

  it('waits fourteen days after a round was cancelled, and what is said afterwards does not', () => {
    expect(heard('cara', [gone], at(11), at(5))).toBe(false);
    expect(heard('cara', [gone], at(11), at(5), at(11))).toBe(false);
    expect(heard('cara', [gone], at(11), at(11))).toBe(true);
    expect(heard('cara', [gone], at(11), at(-1))).toBe(true);
    expect(heard('dan', [gone], at(11), at(5))).toBe(true);
    expect(heard('cara', [gone], new Date(waitsUntil(at(10)).getTime() - 1), at(5))).toBe(false);
    expect(heard('cara', [gone], waitsUntil(at(10)), at(5))).toBe(true);
  });

  it('waits on while the next round is open, from those asked in it too, and is read with its reveal', () => {
    const next: HoldingRound = { ...gone, state: 'open', askedIds: ['cara', 'dan'], openedAt: at(500), cancelledAt: null };
    expect(heard('cara', [gone, next], at(501), at(5))).toBe(false);
    expect(heard('dan', [gone, next], at(501), at(5))).toBe(true);
    const all = { ...next, askedIds: ['ben', 'cara', 'dan'] };
    expect(heard('dan', [gone, all], at(501), at(5))).toBe(false);
    const shown: HoldingRound = { ...all, state: 'revealed', revealedAt: at(502) };
    for (const person of ['cara', 'dan']) expect(heard(person, [gone, shown], at(503), at(5))).toBe(true);
  });

  it('is told in words', () => {
    expect(heldSentence('Cara')).toContain('Cara and you are each asked');
    expect(waitSentence('11 December')).toContain('until 11 December');
    expect([releaseSentence([]), releaseSentence([{ state: 'draft' }, { state: 'closed' }])]).toEqual(['', '']);
    for (const state of ['open', 'cancelled'] as const)
      expect(releaseSentence([{ state: 'closed' }, { state }])).toContain('reaches each other at once');
  });
});
