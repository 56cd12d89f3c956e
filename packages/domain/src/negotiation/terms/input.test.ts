import { describe, expect, it } from 'vitest';
import { fieldSentences } from '../../kernel/sentences.ts';
import { CreateTerm, DraftTerms, MarkTerm, RemoveTerm, SaveTerm, TermContent, TermFields, TermsOf } from './input.ts';

const id = '0197f7a0-0000-7000-8000-000000000000';
const money = { kind: 'money', minor: 8_850_000, currency: 'EUR' };
const refused = (result: ReturnType<typeof TermFields.safeParse>) =>
  result.success ? [] : fieldSentences(result.error).map(({ path, message }) => `${path}: ${message}`);
const term = (component: string, value: object, name = '') => refused(TermFields.safeParse({ component, name, value }));

describe('what a person writes about a term', () => {
  it('takes each part in its own kind of value', () => {
    expect(term('base', money)).toEqual([]);
    expect(term('bonus', { kind: 'percent', percent: '12.5' })).toEqual([]);
    expect(term('equity', { kind: 'shares', shares: 4000 })).toEqual([]);
    expect(term('startDate', { kind: 'date', on: '2027-02-01' })).toEqual([]);
    expect(term('title', { kind: 'text', text: 'Staff engineer' })).toEqual([]);
    expect(term('other', money, 'Retention')).toEqual([]);
  });
  it('refuses a value of another kind, and says so beside the kind', () => {
    const sentence = ['value.kind: This part is not said in this way. Choose another.'];
    expect([
      term('base', { kind: 'percent', percent: '5' }),
      term('title', money),
      term('startDate', { kind: 'text', text: 'May' }),
    ]).toEqual([sentence, sentence, sentence]);
  });
  it('wants a name for something else, and keeps none for what has its own word', () => {
    expect(term('other', money)).toEqual(['name: Write what it is about.']);
    expect(TermFields.parse({ component: 'base', name: 'Hidden', value: money }).name).toBe('');
    expect(TermFields.parse({ component: 'other', name: ' Leave ', value: money }).name).toBe('Leave');
  });
  it('refuses amounts, shares, dates and words that cannot be', () => {
    expect(term('base', { ...money, minor: -1 })).toEqual(['value.minor: An amount cannot be negative.']);
    expect(term('base', { ...money, minor: 10_000_000_000_001 })).toEqual(['value.minor: This amount is too large.']);
    expect(term('base', { ...money, currency: 'XXQ' })).toEqual(['value.currency: This currency is not known.']);
    expect(term('title', { kind: 'text', text: 'a\u202eb' })).toEqual(['value.text: Remove the invisible characters.']);
    expect(term('title', { kind: 'text', text: ' ' })).toEqual(['value.text: Write what was said.']);
    expect(term('base', { kind: 'gold' })).toEqual([
      'value.kind: Choose how it is said: money, percent, shares, a date or words.',
    ]);
    expect(term('base', { ...money, more: 1 })[0]).toMatch(/no field called more/);
    expect(term('nonsense', money)[0]).toBe('component: Choose what it is about.');
  });
});

describe('what a step needs', () => {
  const mark = (step: object) => {
    const result = MarkTerm.safeParse({ termId: id, rev: 1, step });
    return result.success ? [] : fieldSentences(result.error).map(({ path, message }) => `${path}: ${message}`);
  };
  const spoken = { who: 'Kim', on: '2026-05-03', words: '' };
  const written = { value: money, document: 'Letter', page: '', on: '2026-05-08' };
  it('is who and when for a word, document and date for a letter, a reason for a waiver', () => {
    expect(mark({ to: 'agreed', value: money, spoken })).toEqual([]);
    expect(mark({ to: 'agreed', value: money, spoken: { ...spoken, who: ' ' } })).toEqual([
      'step.spoken.who: Write who agreed to it.',
    ]);
    expect(mark({ to: 'agreed', value: money, spoken: { ...spoken, on: '2026-02-30' } })).toEqual([
      'step.spoken.on: This day is not in the calendar.',
    ]);
    expect(mark({ to: 'confirmed', written })).toEqual([]);
    expect(mark({ to: 'confirmed', written: { ...written, document: '' } })).toEqual([
      'step.written.document: Write which document it stands in.',
    ]);
    expect(mark({ to: 'confirmed', written: { ...written, on: '' } })[0]).toMatch(/^step.written.on/);
    expect(mark({ to: 'waived', reason: '  ' })).toEqual(['step.reason: Write why you let it pass.']);
    expect([mark({ to: 'waived', reason: 'x' }), mark({ to: 'dropped' }), mark({ to: 'proposed' })]).toEqual([[], [], []]);
  });
  it('is nothing more than that', () => {
    expect(mark({ to: 'dropped', reason: 'x' })).toHaveLength(1);
    expect(mark({ to: 'signed' })).toEqual(['step.to: Choose the next step.']);
    expect(mark({ to: 'confirmed', written: { ...written, page: 'x'.repeat(21) } })).toHaveLength(1);
  });
});

describe('what can be taken over', () => {
  const takes = (keys: unknown) => DraftTerms.safeParse({ negotiationId: id, keys }).success;
  it('is named by a component or an ask', () => {
    expect(takes(['base', 'bonusPercent', 'signOn', 'equity', 'other:retention bonus', `ask:${id}`])).toBe(true);
    for (const bad of [
      ['bas'],
      ['xbase'],
      ['other:'],
      ['ask:1'],
      [`ask:${id}0`],
      ['x'.repeat(90)],
      [1],
      'base',
      Array.from({ length: 61 }, () => 'base'),
    ])
      expect(takes(bad), JSON.stringify(bad).slice(0, 40)).toBe(false);
    expect(CreateTerm.safeParse({ negotiationId: 'x', term: {} }).success).toBe(false);
  });
  it('is refused with a sentence, and with how many at most', () => {
    const sentences = (keys: unknown) => {
      const result = DraftTerms.safeParse({ negotiationId: id, keys });
      return result.success ? [] : fieldSentences(result.error).map(({ path, message }) => `${path}: ${message}`);
    };
    expect(sentences(['base', 'car'])).toEqual(['keys.1: Choose what to add.']);
    expect(sentences([7])).toEqual(['keys.0: Choose what to add.']);
    expect(sentences([`other:${'x'.repeat(61)}`])).toEqual(['keys.0: Choose what to add.']);
    expect(sentences(Array.from({ length: 61 }, () => 'base'))).toEqual(['keys: Keep at most 60 terms.']);
  });
});

describe('what is done to a term', () => {
  const written = { component: 'other', name: 'Leave', value: money };
  it('names the negotiation or the term, the revision it is based on, and nothing else', () => {
    const about = { negotiationId: id };
    expect(TermsOf.parse(about)).toEqual(about);
    expect(CreateTerm.parse({ ...about, term: written })).toEqual({ ...about, term: written });
    expect(SaveTerm.parse({ termId: id, rev: 3, term: written })).toEqual({ termId: id, rev: 3, term: written });
    expect(RemoveTerm.parse({ termId: id })).toEqual({ termId: id });
    for (const { success } of [
      TermsOf.safeParse({}),
      CreateTerm.safeParse(about),
      SaveTerm.safeParse({ termId: id, term: written }),
      RemoveTerm.safeParse({ termId: 'first' }),
      RemoveTerm.safeParse({ termId: id, rev: 1 }),
    ])
      expect(success).toBe(false);
  });
});

describe('a term as it is sealed', () => {
  it('reads back with who said it, in which words, and where the letter says it', () => {
    const content = {
      component: 'startDate',
      name: '',
      value: { kind: 'date', on: '2027-02-01' },
      spoken: { who: 'Kim', on: '2026-05-03', words: 'From February.' },
      written: { value: { kind: 'date', on: '2027-03-01' }, document: 'Letter', page: '2', on: '2026-05-08' },
      reason: 'They pay the month between.',
    };
    expect(TermContent.parse(content)).toEqual(content);
    expect(TermContent.safeParse({ ...content, component: 'salary' }).success).toBe(false);
  });
});

describe('texts that are too long', () => {
  const long = (length: number) => 'x'.repeat(length + 1);
  const content = { component: 'other', name: 'Leave', value: money, spoken: null, written: null, reason: '' };
  const sentence = (schema: typeof TermContent | typeof MarkTerm, given: object) => {
    const result = schema.safeParse(given);
    return result.success ? '' : (fieldSentences(result.error)[0]?.message ?? '');
  };
  it('are refused with what they are and how long they may be', () => {
    expect(term('other', money, long(300))).toEqual(['name: Use at most 300 characters for the name.']);
    const mark = (step: object) => sentence(MarkTerm, { termId: id, rev: 1, step });
    const spoken = { who: 'Kim', on: '2026-05-03', words: long(1000) };
    expect(mark({ to: 'agreed', value: money, spoken })).toBe('Use at most 1000 characters for their words.');
    const written = { value: money, document: 'Letter', page: long(20), on: '2026-05-08' };
    expect(mark({ to: 'confirmed', written })).toBe('Use at most 20 characters for the page.');
    expect(sentence(TermContent, { ...content, name: long(300) })).toBe('Use at most 300 characters for the name.');
    expect(sentence(TermContent, { ...content, reason: long(1000) })).toBe('Use at most 1000 characters for the reason.');
  });
  it('and nothing else is sealed with a term', () => {
    expect(TermContent.parse(content)).toEqual(content);
    expect(sentence(TermContent, { ...content, state: 'agreed' })).toBe('There is no field called state here.');
  });
});
