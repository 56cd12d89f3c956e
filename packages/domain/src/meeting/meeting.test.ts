import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { CouncilRole, Seat } from '../council/council.ts';
import { buildAgenda, isReviewDue, lengthOf, readTimer } from './agenda.ts';
import { canMove, canStart, canTakeChair, canWrite, hasTurn, mostNotes } from './meeting.ts';

const seat = (accountId: string, role: CouncilRole = 'member'): Seat => ({
  accountId,
  role,
  state: 'active',
  acceptedCharter: 1,
});
const council = { closed: false, seats: [seat('cara', 'moderator'), seat('ana'), seat('ben')] };
type Met = Parameters<typeof isReviewDue>[0][number];
const going = { chairId: 'ana', endedAt: null };

describe('an agenda', () => {
  const help = [
    { helpId: 'long', askerId: 'ana', length: 'long' as const, at: '1' },
    { helpId: 'late', askerId: 'ben', length: 'short' as const, at: '3' },
    { helpId: 'soon', askerId: 'ana', length: 'short' as const, at: '2' },
  ];

  it('gives each member five minutes, short requests before long ones, and ends with plus and delta', () => {
    const turns = buildAgenda({ memberIds: ['ana', 'ben'], help, items: [{ itemId: 'debrief', ownerId: 'ben' }], review: false });
    expect(turns.map(({ kind, subjectId, speakerId, minutes }) => [kind, subjectId ?? speakerId, minutes])).toEqual([
      ['pulse', null, 5],
      ['update', 'ana', 5],
      ['update', 'ben', 5],
      ['item', 'debrief', 5],
      ['help', 'soon', 5],
      ['help', 'late', 5],
      ['help', 'long', 15],
      ['commit', null, 5],
      ['closing', null, 5],
    ]);
    expect(lengthOf(turns)).toBe(55);
  });

  it('looks back two weeks after it last did, in every rhythm', () => {
    const met = (day: string, ...kinds: ('review' | 'pulse')[]): Met => {
      const startedAt = `${day}T17:00:00.000Z`;
      return { startedAt, endedAt: startedAt, turns: kinds.map((kind) => ({ kind })) };
    };
    const due = (day: string, ...held: Met[]) => isReviewDue(held, new Date(`${day}T16:30:00Z`));
    expect(due('2026-11-05')).toBe(false);
    expect([due('2026-11-12', met('2026-11-05')), due('2026-11-19', met('2026-11-12'), met('2026-11-05'))]).toEqual([
      false,
      true,
    ]);
    const [first, reviewed] = [met('2026-11-05', 'pulse'), met('2026-11-19', 'pulse', 'review')];
    expect([due('2026-11-26', reviewed, first), due('2026-12-03', reviewed, first)]).toEqual([false, true]);
    expect(due('2026-12-03', { ...first, endedAt: null })).toBe(false);
    const kinds = (review: boolean) => buildAgenda({ memberIds: ['ana'], help: [], items: [], review }).map(({ kind }) => kind);
    expect([kinds(false), kinds(true)].map((all) => all.includes('review'))).toEqual([false, true]);
  });
});

describe('the shared timer', () => {
  const began = new Date('2026-11-26T17:00:00Z');
  const after = (seconds: number) => readTimer(began, { minutes: 5 }, new Date(began.getTime() + seconds * 1000));

  it('gives its signal at four of five minutes, and goes on past the end', () => {
    expect(after(-2).left).toBe(300);
    expect(after(239)).toEqual({ left: 61, signal: false, over: false });
    expect(after(240)).toEqual({ left: 60, signal: true, over: false });
    expect(after(299)).toEqual({ left: 1, signal: true, over: false });
    expect(after(300)).toEqual({ left: 0, signal: false, over: true });
    expect(after(372)).toEqual({ left: -72, signal: false, over: true });
  });

  test.prop([fc.integer({ min: 1, max: 15 }), fc.integer({ min: 0, max: 2_000_000 })])(
    'says signal or over, never both, and never gains time',
    (minutes, passed) => {
      const at = (ms: number) => readTimer(began, { minutes }, new Date(began.getTime() + ms));
      expect(at(passed).signal && at(passed).over).toBe(false);
      expect(at(passed + 1000).left).toBe(at(passed).left - 1);
    },
  );
});

describe('a meeting', () => {
  it('is begun by any member, and moved by who chairs it and by the moderator', () => {
    expect([canStart(council, 'ben').allowed, canStart(council, 'dora').allowed]).toEqual([true, false]);
    expect(['ana', 'cara', 'ben', 'dora'].map((who) => canMove(council, going, who).allowed)).toEqual([true, true, false, false]);
    expect([canTakeChair(council, going, 'ben').allowed, canTakeChair(council, going, 'ana').allowed]).toEqual([true, false]);
  });

  it('is over for everybody at once', () => {
    const over = { chairId: 'ana', endedAt: '2026-11-26T18:00:00.000Z' };
    for (const rule of [canMove, canTakeChair]) expect(rule(council, over, 'cara').allowed).toBe(false);
    expect(canWrite(council, over, 'ben', 0).allowed).toBe(false);
    expect([canWrite(council, going, 'ben', 0).allowed, canWrite(council, going, 'ben', mostNotes).allowed]).toEqual([
      true,
      false,
    ]);
  });

  it('is at a turn that it has', () => {
    const turns = buildAgenda({ memberIds: ['ana'], help: [], items: [], review: false });
    expect([-1, 0, 3, 4].map((step) => hasTurn({ turns }, step))).toEqual([false, true, true, false]);
  });
});
