import { describe, expect, it } from 'vitest';
import { stages } from '../opportunity/opportunity.ts';
import { blankDebrief, debriefTitle, outcomeFrom, timeKey } from './debrief.ts';
import { debriefDocument, RevealReads, SaveDebrief, SealRead, SetOutcome } from './input.ts';

const id = '0197f7a0-0000-7000-8000-000000000000';
const blank = blankDebrief('interview');
const takes = (change: object) => debriefDocument.safeParse({ ...blank, ...change }).success;
const pathOf = (change: object) => debriefDocument.safeParse({ ...blank, ...change }).error?.issues[0]?.path.join('.');

describe('a debrief', () => {
  it('starts empty and is valid so', () => {
    expect(debriefDocument.parse(blank)).toEqual(blank);
    expect(debriefTitle(blank)).toBe('Interview');
    expect(debriefTitle({ kind: 'negotiation', withWhom: 'the recruiter' })).toBe('Negotiation call with the recruiter');
  });

  it('was on a day or at a moment with a zone', () => {
    expect(takes({ time: { type: 'day', day: '2026-11-21' } })).toBe(true);
    expect(takes({ time: { type: 'moment', at: '2026-11-21T09:30:00Z', zone: 'Asia/Kathmandu' } })).toBe(true);
    for (const time of [
      '2026-11-21',
      { type: 'day', day: '2026-02-30' },
      { type: 'moment', at: '2026-11-21T09:30:00Z' },
      { type: 'week' },
    ])
      expect(takes({ time }), JSON.stringify(time)).toBe(false);
    expect(timeKey(null) < timeKey({ type: 'day', day: '2026-11-21' })).toBe(true);
    expect(
      timeKey({ type: 'day', day: '2026-11-21' }) < timeKey({ type: 'moment', at: '2026-11-21T09:30:00.000Z', zone: 'UTC' }),
    ).toBe(true);
  });

  it('refuses what is no confidence, with the field beside it', () => {
    for (const bad of [-1, 11, 5.5, '5', Number.NaN]) expect(pathOf({ confidenceBefore: bad })).toBe('confidenceBefore');
    expect(takes({ confidenceBefore: 0, confidenceAfter: 10 })).toBe(true);
  });

  it('refuses unknown keys, too much text and too many questions', () => {
    expect(takes({ likelihood: 5 })).toBe(false);
    expect(pathOf({ said: 'a'.repeat(4001) })).toBe('said');
    expect(pathOf({ felt: 'a\u0000' })).toBe('felt');
    expect(pathOf({ withWhom: 'a\u202eb' })).toBe('withWhom');
    expect(pathOf({ questions: Array.from({ length: 21 }, () => ({ id, text: 'why' })) })).toBe('questions');
    expect(pathOf({ questions: [{ id: 'x', text: 'why' }] })).toBe('questions.0.id');
    expect(SaveDebrief.safeParse({ debriefId: id, rev: 0, document: blank }).success).toBe(false);
  });
});

describe('a later stage', () => {
  it('says what came of a conversation before it, or nothing', () => {
    const said = Object.fromEntries(stages.map((stage) => [stage, outcomeFrom(stage)]));
    expect(said).toEqual({
      lead: null,
      applied: null,
      screen: 'advanced',
      interview: 'advanced',
      final: 'advanced',
      offer: 'offer',
      negotiating: 'offer',
      accepted: 'offer',
      declined: 'offer',
      rejected: 'rejected',
      withdrawn: 'withdrew',
    });
  });
});

describe('a read and an outcome', () => {
  it('is a whole percentage from 0 to 100 with a reason that may be empty', () => {
    const seals = (likelihood: unknown, reason: unknown = '') =>
      SealRead.safeParse({ debriefId: id, read: { likelihood, reason } }).success;
    expect([seals(0), seals(100), seals(37, 'They asked about the start date.')]).toEqual([true, true, true]);
    for (const bad of [-1, 101, 50.5, '50', null, Number.POSITIVE_INFINITY]) expect(seals(bad), String(bad)).toBe(false);
    expect(seals(50, 'a'.repeat(1001))).toBe(false);
  });

  it('names how many are missing, and takes an outcome with its day or none', () => {
    expect([0, 200].map((missing) => RevealReads.safeParse({ debriefId: id, missing }).success)).toEqual([true, true]);
    for (const missing of [-1, 0.5, 201, null]) expect(RevealReads.safeParse({ debriefId: id, missing }).success).toBe(false);
    const sets = (result: unknown) => SetOutcome.safeParse({ debriefId: id, rev: 1, result }).success;
    expect([sets(null), sets({ outcome: 'none', on: '2026-12-01' })]).toEqual([true, true]);
    for (const bad of [{ outcome: 'won', on: '2026-12-01' }, { outcome: 'offer' }, { outcome: 'offer', on: '1999-01-01' }])
      expect(sets(bad)).toBe(false);
  });
});
