import { expect, it } from 'vitest';
import type { Seat } from '../council/council.ts';
import {
  canAnswerHelp,
  canAskForHelp,
  canEditHelp,
  type HelpRequest,
  healthOf,
  mostOpenRequests,
  orderRequests,
  readRequest,
} from './help.ts';
import { HelpFields } from './input.ts';

const seat = (accountId: string): Seat => ({ accountId, role: 'member', state: 'active', acceptedCharter: 1 });
const council = { closed: false, seats: [seat('ana'), seat('ben')] };
const settled = (day: number, changed: boolean) => ({
  settledAt: `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`,
  verdict: { changed, what: '' },
});

it('is asked for by who sits there, a few at a time', () => {
  expect(canAskForHelp(council, 'ana', 0).allowed).toBe(true);
  expect(canAskForHelp(council, 'dora', 0).allowed).toBe(false);
  expect(canAskForHelp({ ...council, closed: true }, 'ana', 0).allowed).toBe(false);
  expect(canAskForHelp(council, 'ana', mostOpenRequests)).toMatchObject({ reason: expect.stringContaining('Close one first') });
});

it('is changed by who asked, and answered by all, until it is settled', () => {
  const open = { askerId: 'ana', settledAt: null };
  const closed = { askerId: 'ana', settledAt: '2026-11-26T10:00:00.000Z' };
  expect([canEditHelp(open, 'ana').allowed, canEditHelp(open, 'ben').allowed, canEditHelp(closed, 'ana').allowed]).toEqual([
    true,
    false,
    false,
  ]);
  expect(canAnswerHelp(council, open, 'ben', 0).allowed).toBe(true);
  expect(canAnswerHelp(council, closed, 'ben', 0).allowed).toBe(false);
  expect(canAnswerHelp(council, open, 'dora', 0).allowed).toBe(false);
});

it('puts what is open first, short before long, and what is settled last', () => {
  const of = (helpId: string, length: 'short' | 'long', at: string, settledAt: string | null = null) => ({
    helpId,
    length,
    at,
    settledAt,
  });
  const all = [
    of('old', 'short', '1', '5'),
    of('new', 'short', '2', '6'),
    of('long', 'long', '3'),
    of('b', 'short', '9'),
    of('a', 'short', '4'),
  ];
  expect(orderRequests(all).map(({ helpId }) => helpId)).toEqual(['a', 'b', 'long', 'new', 'old']);
});

it('tells a council how often help changed anything: from three on, of the last twelve', () => {
  expect(healthOf([settled(1, true), settled(2, true)]).sentence).toContain('2 of 3');
  expect(healthOf([1, 2, 3].map((day) => settled(day, false))).sentence).toMatch(/^None of the last 3 requests/);
  const many = Array.from({ length: 14 }, (_, at) => settled(at + 1, at < 3));
  expect(healthOf(many)).toMatchObject({ settled: 12, changed: 1 });
  expect(healthOf([...many, { settledAt: null, verdict: null }])).toMatchObject({ settled: 12, changed: 1 });
});

const pitch: HelpRequest = {
  ...{ helpId: 'h', askerId: 'ana', rev: 1, at: '2026-11-20T10:00:00.000Z', settledAt: null, verdict: null },
  ...{ text: 'I make hospitals wait less.', length: 'short', feedback: 'heard' },
  answers: [{ answerId: 'a', authorId: 'ben', text: 'Something with hospitals.', at: '2026-11-20T10:01:00.000Z' }],
};

it('a sentence to be heard is read by who asked, by who has said what they heard, and by all once it is settled', () => {
  const read = (viewerId: string, more: Partial<HelpRequest> = {}) => readRequest({ ...pitch, ...more }, viewerId);
  expect(read('cara')).toMatchObject({ text: '', answers: [], unheard: true, askerId: 'ana' });
  for (const viewerId of ['ana', 'ben']) expect(read(viewerId)).toEqual({ ...pitch, unheard: false });
  expect(read('cara', { settledAt: '2026-11-21T10:00:00.000Z' })).toMatchObject({ text: pitch.text, unheard: false });
  expect(read('cara', { feedback: 'ideas' })).toMatchObject({ text: pitch.text, unheard: false });
});

it('a sentence to be heard is one that ten seconds are enough for', () => {
  const asked = (text: string, feedback: string) => HelpFields.safeParse({ text, length: 'short', feedback }).error?.issues[0];
  expect(asked('x'.repeat(240), 'heard')).toBeUndefined();
  expect(asked('x'.repeat(241), 'heard')).toMatchObject({ path: ['text'], message: expect.stringContaining('one sentence') });
  expect(asked('x'.repeat(241), 'ideas')).toBeUndefined();
});
