import { describe, expect, it } from 'vitest';
import { blankNeed } from '../mission/edit.ts';
import { type AskContent, askFromNeed, askHints, haveSameIds, hintSentence, shiftId } from './asks/ask.ts';
import { AskContent as AskSchema, CreateAsk } from './asks/input.ts';
import { AddMove, MoveContent } from './ledger/input.ts';
import { channelAdvice, channels, createPlan, listFigureHints } from './negotiation.ts';
import { emptyPackage } from './package.ts';
import { ObjectionFields, Plan, SetWalkAway, WalkAwayFields } from './plan/input.ts';
import { startingObjections } from './plan/objection.ts';
import { emptyWalkAway } from './plan/walk-away.ts';
import { canAdd, canChangeCurrency, canCreateNegotiation, canTakeNeed } from './policy.ts';

const id = '0197f7a0-0000-7000-8000-000000000000';
const ask = (more: Partial<AskContent>): AskContent => ({
  leg: 'compensation',
  tier: 'must',
  title: 'Base',
  amount: null,
  justification: 'Because',
  fallback: '',
  evidenceIds: [],
  proofIds: [],
  serves: null,
  fromNeed: null,
  ...more,
});
const hints = (...asks: Partial<AskContent>[]) => askHints(asks.map(ask)).map((hint) => hint.kind);

describe('hints on the asks', () => {
  it('has none for an empty list and for asks in good order', () => {
    expect(hints()).toEqual([]);
    expect(hints({ leg: 'budget' }, {})).toEqual([]);
  });
  it('sees that everything is money, bare, too much, or in the wrong order', () => {
    expect(hints({})).toEqual(['only-compensation']);
    expect(hints({ leg: 'support', justification: ' ' })).toEqual(['no-justification']);
    const tied = [{ evidenceIds: [id] }, { proofIds: [id] }, { serves: { missionId: id, keyResultId: id } }];
    for (const tie of tied) expect(hints({ leg: 'support', justification: '', ...tie })).toEqual([]);
    expect(hints(...Array.from({ length: 5 }, () => ({ leg: 'support' as const })))).toEqual([]);
    expect(hints(...Array.from({ length: 6 }, () => ({ leg: 'support' as const })))).toEqual(['many-asks']);
    expect(askHints([ask({ leg: 'budget', title: 'Tools' }), ask({}), ask({ leg: 'resources', title: 'Two hires' })])).toEqual([
      { kind: 'money-first', money: 'Base', success: 'Two hires' },
    ]);
  });
  it('speaks in facts', () => {
    const sentences = [
      hintSentence({ kind: 'only-compensation', count: 1 }),
      hintSentence({ kind: 'only-compensation', count: 3 }),
      hintSentence({ kind: 'no-justification', titles: ['A', 'B'] }),
      hintSentence({ kind: 'many-asks', count: 7 }),
      hintSentence({ kind: 'money-first', money: 'A', success: 'B' }),
    ];
    expect(sentences.map((one) => one.slice(0, 12))).toEqual([
      'The one ask ',
      'All 3 asks a',
      'No reason wr',
      '7 asks at on',
      '“A” (money) ',
    ]);
    expect(sentences.join(' ')).not.toMatch(/!|should|must/);
  });
});

describe('an ask made from a need', () => {
  const need = { ...blankNeed(id, id), leg: 'budget' as const, text: 'Clear the debt', amount: { minor: 500, currency: 'EUR' } };
  const serves = {
    id,
    metric: 'Release time',
    direction: 'fall' as const,
    start: '9',
    target: '1',
    current: null,
    unit: 'days',
    due: null,
    firstNinetyDays: false,
    proof: null,
  };
  it('keeps leg, words, amount and the key result it serves', () => {
    expect(askFromNeed('m', need, serves, 'EUR')).toEqual(
      ask({
        leg: 'budget',
        title: 'Clear the debt',
        amount: 500,
        justification: 'It serves the key result “Release time”.',
        serves: { missionId: 'm', keyResultId: id },
        fromNeed: { missionId: 'm', needId: id },
      }),
    );
  });
  it('names an amount that cannot stand in the plan instead of converting it', () => {
    expect(askFromNeed('m', need, null, 'JPY')).toMatchObject({ amount: null, justification: 'In the mission: 5.00 EUR.' });
    expect(askFromNeed('m', { ...need, amount: { minor: 10_000_000_000_001, currency: 'EUR' } }, null, 'EUR').amount).toBeNull();
    expect(askFromNeed('m', { ...need, amount: null }, null, 'EUR')).toMatchObject({ amount: null, justification: '' });
  });
});

describe('ranking', () => {
  it('moves one ask and keeps it within the list', () => {
    expect([
      shiftId(['a', 'b', 'c'], 'c', -1),
      shiftId(['a', 'b', 'c'], 'a', 9),
      shiftId(['a', 'b'], 'a', -1),
      shiftId(['a'], 'x', 1),
    ]).toEqual([['a', 'c', 'b'], ['b', 'c', 'a'], ['a', 'b'], ['a']]);
  });
  it('takes the same ids, each once', () => {
    expect([
      haveSameIds(['b', 'a'], ['a', 'b']),
      haveSameIds(['a', 'a'], ['a', 'b']),
      haveSameIds(['a'], ['a', 'b']),
      haveSameIds(['a', 'c'], ['a', 'b']),
    ]).toEqual([true, false, false, false]);
  });
});

describe('a new negotiation', () => {
  it('is live with a recap, over four years, and is valid as it stands', () => {
    const plan = createPlan('EUR');
    expect([plan.channel, plan.horizonYears]).toEqual(['live-then-recap', 4]);
    expect(Plan.parse(plan)).toEqual(plan);
    expect(WalkAwayFields.parse(emptyWalkAway)).toEqual(emptyWalkAway);
    expect(startingObjections.map((one) => ObjectionFields.parse(one))).toEqual(startingObjections);
    expect(startingObjections).toHaveLength(3);
    expect(channels.map((channel) => channelAdvice[channel].why.length > 20)).toEqual([true, true, true]);
  });
  it('points at an ideal below the target', () => {
    const plan = createPlan('EUR');
    expect(listFigureHints(plan)).toEqual([]);
    expect(listFigureHints({ ...plan, target: { base: 5, total: 5 }, ideal: { base: 5, total: 6 } })).toEqual([]);
    expect(listFigureHints({ ...plan, target: { base: 5, total: 5 }, ideal: { base: 4, total: 4 } })).toHaveLength(2);
  });
});

describe('what is refused', () => {
  const fields = { leg: 'compensation', tier: 'must', title: 'Base', amount: 1, justification: '', fallback: '' };
  const move = {
    party: 'candidate',
    kind: 'propose',
    channel: 'call',
    counterpart: null,
    package: { ...emptyPackage, base: 1 },
    words: '',
    firmness: 'unclear',
    heard: [],
    about: null,
    at: '2026-05-10T09:00:00Z',
  };
  const takesAsk = (more: object) => CreateAsk.safeParse({ negotiationId: id, ask: { ...fields, ...more } }).success;
  const takesMove = (more: object) => AddMove.safeParse({ negotiationId: id, move: { ...move, ...more } }).success;
  it('an ask that is not one', () => {
    expect(takesAsk({})).toBe(true);
    for (const bad of [
      { leg: 'love' },
      { tier: 'maybe' },
      { title: ' ' },
      { title: 'a\u202eb' },
      { amount: -1 },
      { amount: 1.5 },
      { amount: 1e15 },
      { amount: '1' },
      { fromNeed: null },
      { x: 1 },
    ])
      expect(takesAsk(bad), JSON.stringify(bad)).toBe(false);
  });
  it('a move that is not one', () => {
    expect(takesMove({})).toBe(true);
    expect(takesMove({ kind: 'best-and-final', package: emptyPackage })).toBe(true);
    const twice = [
      { name: 'Car', amount: 1, every: 'once' },
      { name: 'car ', amount: 2, every: 'once' },
    ];
    const heard = { component: 'base', firmness: 'fixed' };
    for (const bad of [
      { package: emptyPackage },
      { kind: 'accept' },
      { kind: 'talk' },
      { at: '2026-05-10' },
      { package: { ...emptyPackage, others: twice } },
      { package: { ...emptyPackage, bonusPercent: 10 } },
      { heard: [{ component: 'x', firmness: 'fixed' }] },
      { heard: [heard, heard] },
    ])
      expect(takesMove(bad), JSON.stringify(bad)).toBe(false);
  });
  it('unknown keys anywhere', () => {
    expect(SetWalkAway.safeParse({ negotiationId: id, rev: 1, walkAway: { ...emptyWalkAway, note: '' } }).success).toBe(false);
    expect(Plan.safeParse({ ...createPlan('EUR'), walkAway: 1 }).success).toBe(false);
    expect(AskSchema.safeParse({ ...fields, fromNeed: { missionId: id, needId: id } }).success).toBe(true);
    expect(MoveContent.safeParse(move).success).toBe(false);
  });
});

describe('decisions', () => {
  it('one negotiation for each offer, with limits', () => {
    expect([canCreateNegotiation(0).allowed, canCreateNegotiation(1).allowed]).toEqual([true, false]);
    expect([
      canAdd('asks', 39).allowed,
      canAdd('asks', 40).allowed,
      canAdd('objections', 30).allowed,
      canAdd('moves', 200).allowed,
    ]).toEqual([true, false, false, false]);
  });
  it('a need is taken by the owner of both, within one opportunity', () => {
    const mine = { ownerId: 'ana', opportunityId: 'o1' };
    expect(canTakeNeed('ana', mine, mine, false).allowed).toBe(true);
    expect(canTakeNeed('ana', { ...mine, ownerId: 'ben' }, mine, false).allowed).toBe(false);
    expect(canTakeNeed('ana', mine, { ...mine, ownerId: 'ben' }, false).allowed).toBe(false);
    expect(canTakeNeed('ana', { ...mine, opportunityId: 'o2' }, mine, false).allowed).toBe(false);
    expect(canTakeNeed('ana', mine, mine, true).allowed).toBe(false);
  });
  it('the currency stays once amounts are entered', () => {
    const euro = createPlan('EUR');
    const yen = createPlan('JPY');
    const move = {
      party: 'employer',
      kind: 'propose',
      channel: 'call',
      counterpart: null,
      words: '',
      firmness: 'unclear',
      heard: [],
      about: null,
      cites: null,
    } as const;
    expect(canChangeCurrency(euro, yen, [ask({})], []).allowed).toBe(true);
    expect(canChangeCurrency(euro, yen, [ask({ amount: 5 })], []).allowed).toBe(false);
    expect(canChangeCurrency(euro, yen, [], [{ ...move, heard: [], package: { ...emptyPackage, base: 1 } }]).allowed).toBe(false);
    expect(canChangeCurrency(euro, euro, [ask({ amount: 5 })], []).allowed).toBe(true);
  });
});
