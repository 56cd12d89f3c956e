import { describe, expect, it } from 'vitest';
import { emptyPackage, type Package } from '../negotiation/package.ts';
import { proposeDeadline } from './deadline.ts';
import {
  CounterFields,
  CreateRound,
  ExtendRound,
  OpenRound,
  RevealRound,
  RoundFields,
  RoundRef,
  RoundsOf,
  SaveRound,
  SealCounter,
} from './input.ts';
import {
  abstainsWholly,
  buildNextDocument,
  buildOnTable,
  findMisfit,
  labelOf,
  listInPlay,
  type RoundDocument,
  totalOf,
  totalOfCounter,
  totalYears,
  usualQuorum,
} from './round.ts';

const id = '0197f7a0-0000-7000-8000-000000000000';
const line = <Value>(inPlay: boolean, now: Value | null = null) => ({ inPlay, now });
const asked: RoundDocument = {
  question: 'What would you counter?',
  currency: 'EUR',
  base: line(true, 100_00),
  bonusPercent: line(false, '10'),
  signOn: line(true),
  equity: line(false, 40_00),
  others: [
    { name: 'Stipend', every: 'year', inPlay: true, now: 3_00 },
    { name: 'Move', every: 'once', inPlay: false, now: 7_00 },
    { name: 'Car', every: 'year', inPlay: false, now: null },
  ],
};
const stipend = { name: 'Stipend', amount: 5_00, every: 'year' as const };
const counter = (part: Partial<Package> = {}): Package => ({
  ...emptyPackage,
  base: 120_00,
  signOn: 20_00,
  others: [stipend],
  ...part,
});

const answered = (part: Partial<Package> = {}, abstains: string[] = []) => ({ package: counter(part), abstains });

describe('what is asked', () => {
  it('is the components in play, columns first, by their words', () => {
    expect(listInPlay(asked)).toEqual(['base', 'signOn', 'other:stipend']);
    expect(listInPlay(asked).map((one) => labelOf(asked, one))).toEqual(['Base', 'Sign-on', 'Stipend']);
    expect(listInPlay({ ...asked, bonusPercent: line(true), equity: line(true), others: [] })).toEqual([
      'base',
      'bonusPercent',
      'signOn',
      'equity',
    ]);
  });

  it('stands over what is on the table, of which nothing is made up', () => {
    expect(buildOnTable(asked)).toEqual({
      base: 100_00,
      bonusPercent: '10',
      signOn: null,
      equity: 40_00,
      others: [
        { name: 'Stipend', amount: 3_00, every: 'year' },
        { name: 'Move', amount: 7_00, every: 'once' },
      ],
    });
  });

  it('is worth the counter in the place of what is in play, over four years', () => {
    expect([totalYears, usualQuorum]).toEqual([4, 3]);
    // base 480, bonus a tenth of the new base, sign-on, the grant, the stipend four times, the move
    expect(totalOf(asked, counter())).toBe(480_00 + 48_00 + 20_00 + 40_00 + 20_00 + 7_00);
    expect(totalOf({ ...asked, bonusPercent: line(false), equity: line(false), others: [] }, counter({ others: [] }))).toBe(
      500_00,
    );
  });

  it('proposes a deadline in three days, at six in the evening by the owner’s clock', () => {
    const at = (now: string, zone: string) => proposeDeadline(new Date(now), zone).toISOString();
    expect(at('2026-11-22T04:30:00Z', 'Europe/Vienna')).toBe('2026-11-25T17:00:00.000Z');
    expect(at('2026-11-22T23:30:00Z', 'Europe/Vienna')).toBe('2026-11-26T17:00:00.000Z');
    expect(at('2026-11-22T09:00:00Z', 'America/New_York')).toBe('2026-11-25T23:00:00.000Z');
  });
});

describe('a counter', () => {
  const sentenceOf = (part: Partial<Package>) => findMisfit(asked, answered(part))?.sentence ?? null;

  it('gives no number for what its author abstains from', () => {
    const words = (part: Partial<Package>, ...abstains: string[]) =>
      findMisfit(asked, answered(part, abstains))?.sentence ?? null;
    expect(words({ base: null }, 'base')).toBeNull();
    expect(words({}, 'base')).toBe('You abstain from the base.');
    expect(words({ others: [] }, 'other:stipend')).toBeNull();
    expect(words({}, 'other:stipend')).toBe('“Stipend” is not in play.');
    expect(words({}, 'equity')).toBe('“Equity” is not in play.');
    expect(totalOfCounter(asked, answered())).toBe(totalOf(asked, counter()));
    expect(totalOfCounter(asked, answered({ base: null }, ['base']))).toBeNull();
    expect(abstainsWholly(asked, { abstains: listInPlay(asked) })).toBe(true);
    expect(abstainsWholly(asked, { abstains: listInPlay(asked).slice(1) })).toBe(false);
  });

  it('gives a number for each component in play and for no other', () => {
    expect(findMisfit(asked, answered())).toBeNull();
    expect(findMisfit(asked, answered({ base: 0, signOn: 0 }))).toBeNull();
    expect(findMisfit(asked, answered({ base: null }))).toEqual({
      path: 'package.base',
      sentence: 'Give a number for the base.',
    });
    expect(findMisfit(asked, answered({ signOn: null }))).toEqual({
      path: 'package.signOn',
      sentence: 'Give a number for the sign-on.',
    });
    expect(findMisfit(asked, answered({ bonusPercent: '5' }))).toEqual({
      path: 'package.bonusPercent',
      sentence: 'The bonus is not in play.',
    });
    expect(findMisfit(asked, answered({ equity: 1 }))?.path).toBe('package.equity');
  });

  it('names the other components as they were asked', () => {
    expect(findMisfit(asked, answered({ others: [] }))).toEqual({
      path: 'package.others',
      sentence: 'Give a number for “Stipend”.',
    });
    expect(sentenceOf({ others: [{ ...stipend, name: ' stipend ' }] })).toBeNull();
    expect(sentenceOf({ others: [{ ...stipend, every: 'once' }] })).toBe('Give a number for “Stipend”.');
    const move = { name: 'Move', amount: 1, every: 'once' as const };
    expect(findMisfit(asked, answered({ others: [stipend, move] }))).toEqual({
      path: 'package.others',
      sentence: '“Move” is not in play.',
    });
    expect(sentenceOf({ others: [stipend, { ...stipend, every: 'once' }] })).toBe('“Stipend” is not in play.');
  });
});

describe('a counter to two named components', () => {
  const lunch = { name: 'Lunch', every: 'year' as const, inPlay: true, now: null };
  const two = { ...asked, others: [...asked.others, lunch] };
  const given = { name: 'Lunch', amount: 1, every: 'year' as const };

  it('needs both, in whatever order', () => {
    expect(findMisfit(two, answered({ others: [given, stipend] }))).toBeNull();
    expect(findMisfit(two, answered())?.sentence).toBe('Give a number for “Lunch”.');
    expect(findMisfit(two, answered({ others: [given] }))?.sentence).toBe('Give a number for “Stipend”.');
  });
});

describe('the next round', () => {
  const table: Package = {
    base: 110_00,
    bonusPercent: null,
    signOn: null,
    equity: 50_00,
    others: [
      { name: 'stipend', amount: 4_00, every: 'once' },
      { name: 'Move', amount: 7_00, every: 'once' },
    ],
  };

  it('begins with base, sign-on and equity over what the employer has said', () => {
    expect(buildNextDocument('EUR', null, null)).toEqual({
      question: 'What would you counter?',
      currency: 'EUR',
      base: line(true),
      bonusPercent: line(false),
      signOn: line(true),
      equity: line(true),
      others: [],
    });
    const first = buildNextDocument('EUR', table, null);
    expect(buildOnTable(first)).toEqual(table);
    expect(listInPlay(first)).toEqual(['base', 'signOn', 'equity']);
    expect(RoundFields.parse(first)).toEqual(first);
  });

  it('asks what the last one asked, over what is on the table by now', () => {
    const last = {
      ...asked,
      question: 'And now?',
      others: [...asked.others, { name: 'Coach', every: 'once' as const, inPlay: true, now: 2 }],
    };
    const next = buildNextDocument('EUR', table, last);
    expect(next.question).toBe('And now?');
    expect([next.base, next.bonusPercent, next.signOn, next.equity]).toEqual([
      line(true, 110_00),
      line(false),
      line(true),
      line(false, 50_00),
    ]);
    expect(next.others).toEqual([
      { name: 'stipend', every: 'once', inPlay: true, now: 4_00 },
      { name: 'Move', every: 'once', inPlay: false, now: 7_00 },
      { name: 'Coach', every: 'once', inPlay: true, now: null },
    ]);
    expect(buildOnTable(buildNextDocument('EUR', null, last)).base).toBe(100_00);
    expect(buildNextDocument('EUR', null, last).others.map((other) => other.name)).toEqual(['Stipend', 'Move', 'Coach']);
  });
});

describe('over the wire', () => {
  const pathOf = (change: object) => RoundFields.safeParse({ ...asked, ...change }).error?.issues[0]?.path.join('.');
  const saves = (change: object) =>
    SaveRound.safeParse({ roundId: id, rev: 1, document: asked, deadlineAt: null, quorum: 3, named: true, ...change }).error
      ?.issues[0];

  it('a draft says what is wrong beside its field', () => {
    expect(RoundFields.parse(asked)).toEqual(asked);
    expect(pathOf({ question: 'a'.repeat(1001) })).toBe('question');
    expect(pathOf({ currency: 'XXZ' })).toBe('currency');
    expect(pathOf({ base: line(true, -1) })).toBe('base.now');
    expect(pathOf({ base: line(true, 10_000_000_000_001) })).toBe('base.now');
    expect(pathOf({ bonusPercent: line(true, '101') })).toBe('bonusPercent.now');
    expect(pathOf({ equity: { inPlay: 'yes', now: null } })).toBe('equity.inPlay');
    expect(pathOf({ others: [{ ...asked.others[0], name: ' ' }] })).toBe('others.0.name');
    expect(pathOf({ others: [{ ...asked.others[0], every: 'week' }] })).toBe('others.0.every');
    expect(pathOf({ others: [asked.others[0], { ...asked.others[0], name: 'STIPEND' }] })).toBe('others');
    expect(pathOf({ others: Array.from({ length: 7 }, (_, at) => ({ ...asked.others[0], name: `${at}` })) })).toBe('others');
    expect(pathOf({ walkAway: 5 })).toBe('');
    const said = (change: object) => RoundFields.safeParse({ ...asked, ...change }).error?.issues[0]?.message;
    expect(said({ base: { inPlay: 1, now: null } })).toBe('Say whether it is in play.');
    expect(said({ base: line(true, 10_000_000_000_001) })).toBe('This amount is too large.');
    expect(said({ question: 5 })).toBe('Write your question as text.');
    expect(said({ others: [{ ...asked.others[0], name: '' }] })).toBe('Write the name of the component.');
    expect(said({ others: [{ ...asked.others[0], every: 'week' }] })).toBe('Choose every year or once.');
    expect(said({ others: [asked.others[0], asked.others[0]] })).toBe('Give each component once.');
    expect(said({ others: 5 })).toBe('Give a list of other components.');
  });

  it('names what it is about', () => {
    expect(RoundsOf.parse({ opportunityId: id })).toEqual({ opportunityId: id });
    expect(RoundRef.parse({ roundId: id })).toEqual({ roundId: id });
    expect(CreateRound.parse({ negotiationId: id })).toEqual({ negotiationId: id });
    expect(OpenRound.parse({ roundId: id, rev: 1 })).toEqual({ roundId: id, rev: 1 });
  });

  it('a quorum is 2 to 12, a deadline a moment or none', () => {
    for (const quorum of [2, 12]) expect(saves({ quorum })).toBeUndefined();
    for (const quorum of [1, 13, 2.5, '3'])
      expect(saves({ quorum })).toMatchObject({ path: ['quorum'], message: 'Give a whole number from 2 to 12.' });
    expect(saves({ deadlineAt: '2026-11-25T10:00:00Z' })).toBeUndefined();
    expect(saves({ deadlineAt: '2026-11-25' })?.path).toEqual(['deadlineAt']);
    expect(saves({ named: null })).toMatchObject({ path: ['named'], message: 'Choose with names or without.' });
    expect(ExtendRound.safeParse({ roundId: id, rev: 2, deadlineAt: null }).success).toBe(true);
  });

  it('a counter is a package and a reason; a reveal names how many are missing', () => {
    const sealed = { package: counter(), reason: '', abstains: ['base'], confidence: 'low' };
    expect(CounterFields.parse(sealed)).toEqual(sealed);
    // what was sealed before one could abstain
    expect(CounterFields.parse({ package: counter(), reason: '' })).toEqual({ ...sealed, abstains: [], confidence: null });
    const seals = (given: object) => SealCounter.safeParse({ roundId: id, counter: given }).error?.issues[0];
    expect(seals({ package: counter(), reason: 'a'.repeat(2001) })).toMatchObject({ path: ['counter', 'reason'] });
    expect(seals({ package: counter(), reason: 5 })?.message).toBe('Write your reason as text.');
    expect(seals({ package: { ...counter(), base: 1.5 }, reason: '' })?.path.join('.')).toBe('counter.package.base');
    for (const missing of [0, 200]) expect(RevealRound.safeParse({ roundId: id, missing }).success).toBe(true);
    for (const missing of [-1, 201, 0.5, null])
      expect(RevealRound.safeParse({ roundId: id, missing }).error?.issues[0]?.message).toBe(
        'Say how many counters are missing.',
      );
  });
});
