import { describe, expect, it } from 'vitest';
import { type Stage, stages } from '../../opportunity/opportunity.ts';
import type { Ask, Leg } from '../asks/ask.ts';
import type { Stated } from '../terms/term.ts';
import {
  anywayOf,
  closingTasks,
  findRefusedAll,
  listClosing,
  matchOutsideAsks,
  outcomeKinds,
  refuseComing,
  stagesTo,
  tickClosing,
} from './outcome.ts';

const ask = (askId: string, leg: Leg): Ask => ({
  askId,
  rev: 1,
  leg,
  tier: 'must',
  title: `ask ${askId}`,
  amount: null,
  justification: '',
  fallback: '',
  fromNeed: null,
  evidenceIds: [],
  proofIds: [],
  serves: null,
});
const asks = [ask('a', 'compensation'), ask('b', 'budget'), ask('c', 'support'), ask('d', 'resources')];
const no = (askId: string, by = 'Kim', on = '2026-05-03') => ({ askId, by, on });

describe('the asks outside compensation', () => {
  it('are kept as they stood, each with who refused it when', () => {
    expect(matchOutsideAsks(asks, [no('c')])).toEqual([
      { askId: 'b', title: 'ask b', leg: 'budget', refused: null },
      { askId: 'c', title: 'ask c', leg: 'support', refused: { by: 'Kim', on: '2026-05-03' } },
      { askId: 'd', title: 'ask d', leg: 'resources', refused: null },
    ]);
    expect(matchOutsideAsks([], [])).toEqual([]);
  });
  it('are refused when they are about compensation, gone or named twice', () => {
    const gone = expect.objectContaining({
      path: 'refused',
      message: 'This ask is no longer in the list of asks outside compensation.',
    });
    expect(() => matchOutsideAsks(asks, [no('a')])).toThrow(gone);
    expect(() => matchOutsideAsks(asks, [no('b'), no('x')])).toThrow(gone);
    expect(() => matchOutsideAsks(asks, [no('b'), no('b')])).toThrow(
      expect.objectContaining({ path: 'refused', message: 'An ask is named twice.' }),
    );
  });
  it('flag an employer that refused every one of them, with who and when', () => {
    const all = [no('b', 'Kim', '2026-05-09'), no('c', 'Lee', '2026-05-03'), no('d', 'Kim', '2026-05-04')];
    expect(findRefusedAll(matchOutsideAsks(asks, all))).toEqual({
      count: 3,
      by: ['Kim', 'Lee'],
      from: '2026-05-03',
      to: '2026-05-09',
    });
    expect(findRefusedAll(matchOutsideAsks(asks.slice(0, 2), [no('b')]))).toEqual({
      count: 1,
      by: ['Kim'],
      from: '2026-05-03',
      to: '2026-05-03',
    });
  });
  it('flag nobody when one was not refused, or none was made', () => {
    expect([
      findRefusedAll(matchOutsideAsks(asks, [no('b'), no('c')])),
      findRefusedAll([]),
      findRefusedAll(matchOutsideAsks(asks, [])),
    ]).toEqual([null, null, null]);
  });
});

describe('an acceptance in spite of the gate', () => {
  const value = { kind: 'text' as const, text: 'Staff' };
  const verbal: Stated = { component: 'title', name: '', value, spoken: null, written: null, reason: '', state: 'agreed' };
  const missing = [{ why: 'verbal', label: 'Title', said: value }];
  it('is recorded with its reason and what was missing at that moment', () => {
    expect(anywayOf('accepted', [verbal], 'I trust them.', null)).toEqual({ reason: 'I trust them.', missing });
  });
  it('is none without a reason, with nothing missing, or when nothing is accepted', () => {
    expect(anywayOf('accepted', [verbal], null, null)).toBeNull();
    expect(anywayOf('accepted', [], 'I trust them.', null)).toBeNull();
    expect(anywayOf('declined', [verbal], 'I trust them.', null)).toBeNull();
    expect(
      anywayOf('withdrawn', [verbal], 'I trust them.', { kind: 'accepted', anyway: { reason: 'x', missing: [] } }),
    ).toBeNull();
  });
  it('keeps on correction what was missing then, and takes a reason worded anew', () => {
    const was = { kind: 'accepted' as const, anyway: anywayOf('accepted', [verbal], 'I trust them.', null) };
    expect(anywayOf('accepted', [], null, was)).toEqual({ reason: 'I trust them.', missing });
    expect(anywayOf('accepted', [], 'They are good people.', was)).toEqual({ reason: 'They are good people.', missing });
    expect(anywayOf('accepted', [verbal], 'Late.', { kind: 'accepted', anyway: null })).toBeNull();
    expect(anywayOf('accepted', [verbal], 'Now.', { kind: 'declined', anyway: null })).toEqual({ reason: 'Now.', missing });
  });
});

describe('the way of the opportunity', () => {
  const ways = (kind: (typeof outcomeKinds)[number], from: readonly Stage[]) =>
    from.map((stage) => stagesTo(stage, kind).join(' > '));
  const live = stages.slice(0, 7);
  it('leads to the end, through “negotiating” where the board lags behind', () => {
    const caughtUp = 'negotiating > accepted';
    expect(ways('accepted', live)).toEqual([caughtUp, caughtUp, caughtUp, caughtUp, caughtUp, 'accepted', 'accepted']);
    expect(ways('declined', ['final', 'offer'])).toEqual(['negotiating > declined', 'declined']);
    expect(new Set(ways('withdrawn', live))).toEqual(new Set(['withdrawn']));
  });
  it('is none when it is there already, and refused from another end', () => {
    for (const kind of outcomeKinds) {
      expect(stagesTo(kind, kind)).toEqual([]);
      for (const from of stages.slice(7).filter((stage) => stage !== kind))
        expect(() => stagesTo(from, kind), `${from} > ${kind}`).toThrow('Reopen it first: move it back to a live stage.');
    }
  });
});

describe('a day that is still to come', () => {
  const now = new Date('2026-05-03T20:00:00Z');
  it('is refused beside its field; today is the latest today on earth', () => {
    expect(() => refuseComing('outcome.on', '2026-05-05', now)).toThrow(
      expect.objectContaining({ path: 'outcome.on', message: 'This day is still to come.' }),
    );
    expect(() => refuseComing('outcome.on', '2026-05-04', now)).not.toThrow();
  });
});

describe('the closing checklist', () => {
  it('belongs to how it ended', () => {
    const ids = (kind: (typeof outcomeKinds)[number]) => listClosing(kind).map(({ id }) => id);
    expect(ids('accepted')).toEqual([
      'letter',
      'yes',
      'thanks',
      'formalities',
      'promises',
      'others',
      'record',
      'ninety',
      'learned',
      'behind',
    ]);
    expect([ids('declined'), ids('withdrawn')]).toEqual([
      ['no', 'thanks', 'record', 'learned', 'behind'],
      ['no', 'thanks', 'record', 'learned', 'behind'],
    ]);
    for (const { text } of closingTasks) expect(text).toMatch(/^[A-Z].{20,}\.$/);
  });
  it('is ticked and unticked, in the order of the list', () => {
    expect(tickClosing(['thanks'], 'letter', true)).toEqual(['letter', 'thanks']);
    expect(tickClosing(['letter', 'thanks'], 'letter', false)).toEqual(['thanks']);
    expect(tickClosing(['letter'], 'letter', true)).toEqual(['letter']);
  });
});
