import { describe, expect, it } from 'vitest';
import { type Card, listTags, siftCards } from './board.ts';
import { type Call, callTitle, dayOfCall, findNextCall, isAhead, lastCallDay, placeCall } from './call.ts';
import { call as callInput, opportunityDetails } from './input.ts';
import { canRedate, type StageEntry } from './opportunity.ts';
import { countSilence, judgeSilence } from './silence.ts';

const now = new Date('2026-11-26T12:00:00Z');
const call = (id: string, at: string, more: Partial<Call> = {}): Call => ({
  id,
  kind: 'interview',
  at,
  zone: 'Europe/Vienna',
  minutes: 45,
  withWhom: '',
  link: '',
  note: '',
  outcome: null,
  ...more,
});

describe('calls', () => {
  const gone = call('a', '2026-11-20T23:30:00.000Z', { zone: 'Asia/Kathmandu' });
  const running = call('b', '2026-11-26T11:30:00.000Z');
  const off = call('c', '2026-11-27T09:00:00.000Z', { outcome: 'off' });

  it('that run are still the next one, those that are off are not', () => {
    expect([gone, running, off].map((one) => isAhead(one, now))).toEqual([false, true, false]);
    expect(findNextCall([off, gone, running], now)?.id).toBe('b');
    expect(findNextCall([off, gone], now)).toBeNull();
  });

  it('have their day on the clock on which they were agreed', () => {
    expect(dayOfCall(gone)).toBe('2026-11-21');
    expect(lastCallDay([gone, off], now)).toBe('2026-11-21');
    expect(lastCallDay([off], now)).toBeNull();
  });

  it('keep their place when they change, and have a title', () => {
    const moved = { ...gone, minutes: 60 };
    expect(placeCall([gone, off], moved)).toEqual([moved, off]);
    expect(placeCall([off], gone)).toEqual([off, gone]);
    expect(callTitle(call('x', '', { kind: 'final', withWhom: 'Kim' }))).toBe('Final round with Kim');
  });

  it('are refused without a moment, a zone or a length', () => {
    const id = '0198f000-0000-7000-8000-000000000001';
    const good = call(id, '2026-11-27T09:00:00Z');
    expect(callInput.safeParse(good).success).toBe(true);
    for (const bad of [{ at: '' }, { zone: 'Mars/Base' }, { minutes: 0 }, { minutes: 1.5 }, { outcome: 'won' }])
      expect(callInput.safeParse({ ...good, ...bad }).success).toBe(false);
  });
});

describe('an opening that was written before there were calls', () => {
  it('opens with none', () => {
    const old = {
      company: 'A',
      alias: '',
      role: 'B',
      level: '',
      place: '',
      source: '',
      posting: '',
      targeted: true,
      people: [],
      next: null,
    };
    expect(opportunityDetails.parse(old)).toMatchObject({ calls: [], tags: [], link: '', followedOn: null, archived: false });
  });

  it('takes an address that a browser opens, and no other', () => {
    const { link } = opportunityDetails.shape;
    for (const fine of ['', 'https://acme.example/jobs/1']) expect(link.safeParse(fine).success).toBe(true);
    for (const bad of ['javascript:alert(1)', 'acme.example', 'data:text/html,x', 'https://a b.example']) {
      expect(link.safeParse(bad).success).toBe(false);
    }
  });
});

describe('silence', () => {
  const heard = { stage: 'applied' as const, since: '2026-11-10', calls: [], followedOn: null };
  it.each([
    ['since the step', heard, 16],
    ['since the call', { ...heard, calls: [call('a', '2026-11-24T09:00:00Z')] }, 2],
    ['since one asked', { ...heard, followedOn: '2026-11-25' }, 1],
    ['not with a call to come', { ...heard, calls: [call('a', '2026-11-29T09:00:00Z')] }, null],
    ['not of a lead', { ...heard, stage: 'lead' as const }, null],
    ['not with an offer on the table', { ...heard, stage: 'offer' as const }, null],
    ['not after the end', { ...heard, stage: 'rejected' as const }, null],
  ])('counts %s', (_, given, days) => {
    expect(countSilence(given, '2026-11-26', now)).toBe(days);
  });

  it('asks after a week and rests after a month', () => {
    expect([null, 6, 7, 29, 30].map(judgeSilence)).toEqual(['none', 'none', 'ask', 'ask', 'stale']);
  });
});

describe('the date of a step', () => {
  const entry = (id: string, on: string): StageEntry => ({ id, stage: 'applied', on, at: `${on}T10:00:00Z` });
  const history = [entry('a', '2026-11-01'), entry('b', '2026-11-05'), entry('c', '2026-11-09')];
  it('stays between its neighbours and is not to come', () => {
    const can = (id: string, on: string) => canRedate(history, id, on, now).allowed;
    expect([can('b', '2026-11-01'), can('b', '2026-11-09'), can('a', '2020-01-01'), can('c', '2026-11-26')]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect([can('b', '2026-10-31'), can('b', '2026-11-10'), can('c', '2026-11-28'), can('z', '2026-11-05')]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('the sieve', () => {
  const card = (opportunityId: string, more: Partial<Card> = {}): Card => ({
    opportunityId,
    rev: 1,
    company: 'Zürich Bank',
    role: 'Engineer',
    level: '',
    place: 'Wien',
    targeted: false,
    stage: 'applied',
    since: '2026-11-25',
    next: null,
    deadline: null,
    tags: ['remote'],
    calls: [],
    followedOn: null,
    archived: false,
    ...more,
  });
  const cards = [card('a'), card('b', { archived: true }), card('c', { since: '2026-11-01', tags: ['referral'] })];
  const sift = (more: object) =>
    siftCards(cards, { words: '', tag: null, show: 'live', ...more }, '2026-11-26', now).map(
      ({ opportunityId }) => opportunityId,
    );
  it('lets through what has all words, without minding accents, and hides what is put away', () => {
    expect(sift({})).toEqual(['a', 'c']);
    expect(sift({ words: 'zurich ENGIN' })).toEqual(['a', 'c']);
    expect(sift({ words: 'zurich paris' })).toEqual([]);
    expect(sift({ tag: 'referral' })).toEqual(['c']);
    expect(sift({ show: 'silent' })).toEqual(['c']);
    expect(sift({ show: 'archived' })).toEqual(['b']);
    expect(listTags(cards)).toEqual(['referral', 'remote']);
  });
});
