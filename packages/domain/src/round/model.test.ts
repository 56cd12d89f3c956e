import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { emptyPackage } from '../negotiation/package.ts';
import { isHeld, listHolds } from './hold.ts';
import { canCancel, canExtend, canReveal, canSeal } from './policy.ts';
import { summarise } from './result.ts';
import type { RoundDocument, RoundState } from './round.ts';
import { countMissingCounters, isDue, isPastDeadline, nextTurn, type RoundStanding, type Tally } from './seats.ts';

const silent = { inPlay: false, now: null };
const document: RoundDocument = {
  question: 'Well?',
  currency: 'EUR',
  base: { inPlay: true, now: null },
  bonusPercent: silent,
  signOn: silent,
  equity: silent,
  others: [],
};

type Kept = { base: number | null; late: boolean; frozen: boolean; shownAt: number };
type Said = { authorId: string; at: number };

/** A round among people, as its facts lie in a database; every decision about them is asked of the rules. */
type World = {
  state: RoundState;
  quorum: number;
  deadlineAt: number | null;
  now: number;
  openedAt: number;
  asked: Set<string>;
  readers: Set<string>;
  /** Who sits in the council. */
  sitting: Set<string>;
  /** When who does not sit there any more left. */
  leftAt: Map<string, number>;
  counters: Map<string, Kept>;
  said: Said[];
  /** How it came to be revealed. */
  by: 'owner' | 'itself' | null;
};

const hour = 3_600_000;
const begins = Date.parse('2026-11-22T09:00:00Z');
const people = ['p0', 'p1', 'p2', 'p3', 'p4'];

function begun(quorum: number, count: number): World {
  const asked = people.slice(0, count);
  return {
    ...{ state: 'open', quorum, deadlineAt: begins + 72 * hour, now: begins, openedAt: begins, counters: new Map(), said: [] },
    ...{ asked: new Set(asked), readers: new Set(asked), sitting: new Set(people), leftAt: new Map(), by: null },
  };
}

const reads = ({ readers, sitting }: World) => [...readers].filter((person) => sitting.has(person));

/** What stood at the deadline stands: who leaves afterwards takes nothing along. */
function stands({ sitting, leftAt, deadlineAt }: World, person: string): boolean {
  return sitting.has(person) || (deadlineAt !== null && (leftAt.get(person) ?? 0) >= deadlineAt);
}

function tallyOf(world: World): Tally {
  const { asked, counters } = world;
  const answers = [...asked].flatMap((person) => {
    const kept = counters.get(person);
    return kept && !kept.late && stands(world, person) ? [kept] : [];
  });
  return { asked: asked.size, answered: answers.length, given: answers.filter(({ base }) => base !== null).length };
}

function standingIn(world: World): RoundStanding {
  const { state, quorum, deadlineAt } = world;
  const by = deadlineAt === null ? null : new Date(deadlineAt).toISOString();
  const facts = {
    state,
    quorum,
    deadlineAt: by,
    ownerId: 'owner',
    readerIds: reads(world),
    tally: tallyOf(world),
    elsewhere: false,
  };
  return { ...facts, sealedIds: [...world.counters.keys()] };
}

function reveal(world: World, by: 'owner' | 'itself'): void {
  Object.assign(world, { state: 'revealed', by });
  for (const [person, kept] of world.counters) kept.frozen = !kept.late && (person === 'owner' || stands(world, person));
}

function settle(world: World): void {
  if (isDue(standingIn(world), new Date(world.now))) reveal(world, 'itself');
}

type Deed =
  | { act: 'seal'; who: number; base: number | null }
  | { act: 'comment' | 'edit' | 'unshare' | 'share' | 'leave' | 'join'; who: number }
  | { act: 'wait'; hours: number }
  | { act: 'extend' | 'cancel' | 'remove' }
  | { act: 'reveal'; missing: number };

const who = fc.nat({ max: 4 });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ act: fc.constant('seal' as const), who, base: fc.option(fc.nat(99)) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constantFrom(
        'comment' as const,
        'edit' as const,
        'unshare' as const,
        'share' as const,
        'leave' as const,
        'join' as const,
      ),
      who,
    }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 30 }) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constantFrom('extend' as const, 'cancel' as const, 'remove' as const) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('reveal' as const), missing: fc.nat(5) }) },
);

function seal(world: World, person: string, base: number | null): void {
  const standing = standingIn(world);
  if (!canSeal(person, standing).allowed) return;
  const before = world.counters.get(person);
  const late = standing.state === 'revealed';
  const shownAt = before?.shownAt ?? nextTurn(new Date(world.now)).getTime();
  world.counters.set(person, { base, late, frozen: false, shownAt });
}

function note(world: World): void {
  if (world.state === 'open') for (const person of reads(world)) world.asked.add(person);
}

function talk(world: World, act: 'comment' | 'edit', authorId: string): void {
  const old = world.said.find((one) => one.authorId === authorId);
  if (act === 'edit' && old) old.at = world.now;
  if (act === 'comment') world.said.push({ authorId, at: world.now });
}

function move(world: World, act: 'unshare' | 'share' | 'leave' | 'join', person: string): void {
  if (act === 'share') world.readers.add(person);
  if (act === 'unshare') world.readers.delete(person);
  if (act === 'join') world.sitting.add(person);
  if (act === 'leave' && world.sitting.delete(person)) world.leftAt.set(person, world.now);
  note(world);
}

/** One deed and what follows from it. What is not allowed changes nothing. */
function apply(world: World, given: Deed): void {
  world.now += 60_000;
  settle(world);
  const standing = standingIn(world);
  if (given.act === 'seal') seal(world, people[given.who] ?? 'p0', given.base);
  if (given.act === 'comment' || given.act === 'edit') talk(world, given.act, people[given.who] ?? 'p0');
  if (given.act === 'unshare' || given.act === 'share' || given.act === 'leave' || given.act === 'join')
    move(world, given.act, people[given.who] ?? 'p0');
  if (given.act === 'wait') world.now += given.hours * hour;
  if (given.act === 'extend' && canExtend('owner', standing).allowed) world.deadlineAt = world.now + 24 * hour;
  if (given.act === 'cancel' && canCancel('owner', standing).allowed) world.state = 'cancelled';
  if (given.act === 'reveal' && canReveal('owner', standing).allowed && given.missing === countMissingCounters(standing.tally))
    reveal(world, 'owner');
  settle(world);
}

/** What one of those asked hears of the others, and which seats they see sealed. */
function seenBy(world: World, viewer: string) {
  const round = { state: world.state, askedIds: [...world.asked], openedAt: new Date(world.openedAt) };
  const ended = { revealedAt: null, cancelledAt: world.state === 'cancelled' ? new Date(world.now) : null };
  const holds = listHolds(viewer, [{ ...round, ...ended }], new Date(world.now));
  const heard = world.said.filter(({ authorId, at }) => !isHeld(holds, { authorId, at: new Date(at) }));
  const seats = [...world.counters].filter(([person, { shownAt }]) => person !== viewer && shownAt <= world.now);
  return { heard, seats: seats.map(([person]) => person).sort() };
}

function frozen(world: World): string | null {
  if (world.state !== 'revealed') return null;
  const counters = [...world.counters.values()].filter((kept) => kept.frozen);
  const answers = counters.map(({ base }) => ({
    package: { ...emptyPackage, base },
    abstains: base === null ? ['base'] : [],
  }));
  return JSON.stringify(summarise(document, answers));
}

test.prop([fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 5 }), fc.array(deed, { minLength: 4, maxLength: 24 })], {
  numRuns: 20_000,
})(
  'whatever people do with a round, in whatever order: nothing early, nothing under the quorum, nothing moves afterwards',
  (quorum, count, deeds) => {
    const world = begun(quorum, count);
    let asked = world.asked.size;
    let seats = '';
    let turn = nextTurn(new Date(world.now)).getTime();
    let settled: string | null = null;
    for (const given of deeds) {
      if (given.act === 'remove') return;
      apply(world, given);
      expect(world.asked.size).toBeGreaterThanOrEqual(asked);
      asked = world.asked.size;
      if (world.state === 'open') {
        for (const viewer of world.asked)
          for (const { authorId } of seenBy(world, viewer).heard)
            expect(world.asked.has(authorId) && authorId !== viewer).toBe(false);
        const now = seenBy(world, 'owner').seats.join();
        if (world.now < turn) expect(now).toBe(seats);
        if (world.now >= turn) turn = nextTurn(new Date(world.now)).getTime();
        seats = now;
      }
      if (settled === null && world.state === 'revealed' && world.by === 'itself') {
        const { given: packages, answered } = tallyOf(world);
        expect(packages).toBeGreaterThanOrEqual(quorum);
        const by = { deadlineAt: world.deadlineAt === null ? null : new Date(world.deadlineAt).toISOString() };
        expect(answered === asked || isPastDeadline(by, new Date(world.now))).toBe(true);
      }
      const shown = frozen(world);
      if (settled !== null) expect(shown).toBe(settled);
      settled = shown;
    }
  },
);

test.prop([fc.integer({ min: 2, max: 4 }), fc.array(fc.option(fc.nat(99)), { minLength: 5, maxLength: 5 }), fc.subarray(people)])(
  'whenever the clock looks after the deadline, and whoever leaves before it does, the result is one',
  (quorum, bases, leaving) => {
    const play = (looksFirst: boolean) => {
      const world = begun(quorum, 5);
      for (const [at, base] of bases.entries()) if (at % 3 !== quorum % 3) seal(world, people[at] ?? 'p0', base);
      world.now += 72 * hour;
      if (looksFirst) settle(world);
      // somebody stays whom it is revealed to
      for (const person of leaving.slice(0, 4)) move(world, 'leave', person);
      world.now += 60_000;
      settle(world);
      return frozen(world);
    };
    expect(play(false)).toBe(play(true));
  },
);
