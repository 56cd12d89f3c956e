import { describe, expect, it } from 'vitest';
import {
  canStep,
  clashSentence,
  compareValues,
  kindsOf,
  type Spoken,
  stepTerm,
  type TermContent,
  type TermValue,
  termComponentLabel,
  termComponents,
  termLabel,
  termStates,
  valueWords,
  type Written,
} from './term.ts';

const eur = (minor: number): TermValue => ({ kind: 'money', minor, currency: 'EUR' });
const percent = (text: string): TermValue => ({ kind: 'percent', percent: text });
const shares = (count: number): TermValue => ({ kind: 'shares', shares: count });
const date = (on: string): TermValue => ({ kind: 'date', on });
const text = (words: string): TermValue => ({ kind: 'text', text: words });

const spoken: Spoken = { who: 'Kim', on: '2026-05-03', words: 'You have it.' };
const written = (value: TermValue): Written => ({ value, document: 'Letter', page: '2', on: '2026-05-08' });
const base: TermContent = { component: 'base', name: '', value: eur(8_850_000), spoken: null, written: null, reason: '' };

describe('the letter’s value held against the spoken one', () => {
  it.each<[string, TermValue, TermValue, object]>([
    ['the same amount', eur(8_850_000), eur(8_850_000), { kind: 'equal' }],
    ['less', eur(8_850_000), eur(8_680_000), { kind: 'money', by: -170_000, currency: 'EUR' }],
    ['one cent more', eur(8_850_000), eur(8_850_001), { kind: 'money', by: 1, currency: 'EUR' }],
    ['another currency', eur(5), { kind: 'money', minor: 5, currency: 'USD' }, { kind: 'currency', said: 'EUR', written: 'USD' }],
    ['idle zeros', percent('12.5'), percent('12.50'), { kind: 'equal' }],
    ['a smaller percentage', percent('12.5'), percent('10'), { kind: 'percent', by: '-2.5' }],
    ['the smallest percentage', percent('10'), percent('10.0001'), { kind: 'percent', by: '0.0001' }],
    ['ten percent more', percent('0'), percent('10'), { kind: 'percent', by: '10' }],
    ['a hundred percent less', percent('100'), percent('0'), { kind: 'percent', by: '-100' }],
    ['the same shares', shares(1000), shares(1000), { kind: 'equal' }],
    ['fewer shares', shares(1000), shares(999), { kind: 'shares', by: -1 }],
    ['the same day', date('2027-02-01'), date('2027-02-01'), { kind: 'equal' }],
    ['a later day', date('2027-02-28'), date('2027-03-02'), { kind: 'date', days: 2 }],
    ['an earlier day', date('2027-03-01'), date('2027-02-28'), { kind: 'date', days: -1 }],
    ['words in another case and spacing', text(' Staff  Engineer'), text('staff engineer '), { kind: 'equal' }],
    ['an accent stored otherwise', text('Jos\u00e9'), text('Jose\u0301'), { kind: 'equal' }],
    ['other words', text('Staff engineer'), text('Senior engineer'), { kind: 'text' }],
    ['words run together', text('Staff engineer'), text('Staffengineer'), { kind: 'text' }],
    ['money for a percentage', percent('10'), eur(10), { kind: 'sort', said: 'percent', written: 'money' }],
    ['a date for words', text('2027-02-01'), date('2027-02-01'), { kind: 'sort', said: 'text', written: 'date' }],
    ['shares for money', eur(10), shares(10), { kind: 'sort', said: 'money', written: 'shares' }],
    ['words for shares', shares(10), text('10'), { kind: 'sort', said: 'shares', written: 'text' }],
    ['a percentage for a date', date('2027-02-01'), percent('1'), { kind: 'sort', said: 'date', written: 'percent' }],
  ])('%s', (_, said, letter, expected) => {
    expect(compareValues(said, letter)).toEqual(expected);
  });

  it('has a sentence for another currency and for another kind, and none for a plain difference', () => {
    expect(clashSentence(eur(5), { kind: 'money', minor: 5, currency: 'USD' })).toBe(
      'The letter gives USD, but EUR was said. Parley does not convert: that is a difference of its own.',
    );
    expect(clashSentence(percent('5'), eur(5))).toBe(
      'The letter gives this in another way than it was said, so the two cannot be held together.',
    );
    expect([clashSentence(eur(5), eur(6)), clashSentence(eur(5), eur(5))]).toEqual([null, null]);
  });
});

describe('the road of a term', () => {
  it('goes from proposed to agreed to confirmed, each step with its facts', () => {
    const agreed = stepTerm(base, { to: 'agreed', value: eur(8_800_000), spoken });
    expect(agreed).toEqual({ ...base, state: 'agreed', value: eur(8_800_000), spoken });
    const letter = written(eur(8_800_000));
    expect(stepTerm(agreed, { to: 'confirmed', written: letter })).toEqual({ ...agreed, state: 'confirmed', written: letter });
  });
  it('stays confirmed when what was said is corrected with the letter in hand', () => {
    const confirmed = stepTerm(base, { to: 'confirmed', written: written(eur(8_680_000)) });
    const again = stepTerm(confirmed, { to: 'agreed', value: eur(8_680_000), spoken });
    expect(again).toMatchObject({ state: 'confirmed', value: eur(8_680_000), spoken, written: written(eur(8_680_000)) });
  });
  it('is let pass with a reason that ends with the next step', () => {
    const waived = stepTerm({ ...base, spoken }, { to: 'waived', reason: 'A handshake is enough here.' });
    expect(waived).toEqual({ ...base, spoken, state: 'waived', reason: 'A handshake is enough here.' });
    expect(stepTerm(waived, { to: 'confirmed', written: written(eur(1)) }).reason).toBe('');
    expect(stepTerm(waived, { to: 'agreed', value: eur(1), spoken }).reason).toBe('');
  });
  it('keeps what was known when it is dropped, and nothing when it is taken up again', () => {
    const dropped = stepTerm({ ...base, spoken, written: written(eur(1)), reason: 'x' }, { to: 'dropped' });
    expect(dropped).toEqual({ ...base, state: 'dropped', spoken, written: written(eur(1)), reason: 'x' });
    expect(stepTerm(dropped, { to: 'proposed' })).toEqual({ ...base, state: 'proposed' });
  });
  it('refuses to go on from dropped, and to do again what is done', () => {
    const refused = termStates.flatMap((from) =>
      termStates.filter((to) => !canStep({ state: from }, to).allowed).map((to) => `${from} > ${to}`),
    );
    expect(refused).toEqual([
      'proposed > proposed',
      'dropped > agreed',
      'dropped > confirmed',
      'dropped > dropped',
      'dropped > waived',
      'waived > waived',
    ]);
    expect(canStep({ state: 'dropped' }, 'agreed')).toMatchObject({ reason: 'This term was dropped. Restore it first.' });
    expect(canStep({ state: 'waived' }, 'waived')).toMatchObject({ reason: 'It is already in this state.' });
  });
});

describe('words for terms', () => {
  it('call a term by its component, or by the name it was given', () => {
    expect([termLabel(base), termLabel({ component: 'other', name: 'Leave' })]).toEqual(['Base', 'Leave']);
    expect(termComponents.map(termComponentLabel)).toEqual([
      'Base',
      'Bonus',
      'Sign-on',
      'Equity',
      'Start date',
      'Title',
      'Level',
      'Place of work',
      'Remote work',
      'Leave',
      'Review date',
      'Something else',
    ]);
  });
  it('write every kind of value the same everywhere', () => {
    const yen: TermValue = { kind: 'money', minor: 1850, currency: 'JPY' };
    expect([eur(8_680_000), yen, percent('12.5'), shares(40), date('2027-02-01'), text('Staff')].map(valueWords)).toEqual([
      '86800.00 EUR',
      '1850 JPY',
      '12.5 %',
      '40 shares',
      '2027-02-01',
      '“Staff”',
    ]);
  });
  it('know in which ways each part can be said', () => {
    const said = (kind: string) => termComponents.filter((one) => kindsOf[one].some((known) => known === kind));
    expect(said('money')).toEqual(['base', 'bonus', 'signOn', 'equity', 'other']);
    expect(said('percent')).toEqual(['bonus', 'other']);
    expect(said('shares')).toEqual(['equity', 'other']);
    expect(said('date')).toEqual(['startDate', 'reviewDate', 'other']);
    expect(said('text')).toEqual(['title', 'level', 'location', 'remote', 'leave', 'other']);
    expect([kindsOf.bonus[0], kindsOf.equity[0], kindsOf.other[0]]).toEqual(['percent', 'shares', 'money']);
  });
});
