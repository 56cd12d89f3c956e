import { describe, expect, it } from 'vitest';
import { fieldSentences } from '../../kernel/sentences.ts';
import { emptyPackage } from '../package.ts';
import { OutcomeContent, OutcomeFields, OutcomeOf, RecordOutcome, SaveOutcome, TickOutcome, UndoOutcome } from './input.ts';

const id = '0197f7a0-0000-7000-8000-000000000000';
const fields = { kind: 'accepted', on: '2026-05-09', package: emptyPackage, words: '', refused: [], reason: null };
const refused = (more: object) => {
  const result = OutcomeFields.safeParse({ ...fields, ...more });
  return result.success ? [] : fieldSentences(result.error).map(({ path, message }) => `${path}: ${message}`);
};

describe('what a person writes about the end', () => {
  it('is how, when, the package, and why in spite of what is missing', () => {
    expect([refused({}), refused({ reason: 'I trust them.' })]).toEqual([[], []]);
    expect(refused({ reason: ' ' })).toEqual(['reason: Write why you accept anyway.']);
    expect(refused({ kind: 'lost' })).toEqual(['kind: Choose how it ended.']);
    expect(refused({ on: '2026-13-01' })).toHaveLength(1);
    expect(refused({ words: 'x'.repeat(2001) })).toEqual(['words: Use at most 2000 characters for your words.']);
    expect(refused({ package: { ...emptyPackage, base: -1 } })).toEqual(['package.base: An amount cannot be negative.']);
    expect(refused({ anyway: null })[0]).toMatch(/no field called anyway/);
  });
  it('names who refused an ask, and when', () => {
    const no = { askId: id, by: 'Kim', on: '2026-05-03' };
    expect(refused({ refused: [no] })).toEqual([]);
    expect(refused({ refused: [{ ...no, by: ' ' }] })).toEqual(['refused.0.by: Write who refused it.']);
    expect(refused({ refused: [{ ...no, on: '' }] })).toHaveLength(1);
    expect(refused({ refused: Array.from({ length: 41 }, () => no) })).toEqual(['refused: Keep at most 40 refused asks.']);
  });
  it('ticks a step that there is', () => {
    const tick = (step: unknown, done: unknown) => {
      const result = TickOutcome.safeParse({ negotiationId: id, rev: 1, step, done });
      return result.success ? [] : fieldSentences(result.error).map(({ message }) => message);
    };
    expect(tick('thanks', true)).toEqual([]);
    expect([tick('nonsense', true), tick(1, true)]).toEqual([
      ['This step is not in the list.'],
      ['This step is not in the list.'],
    ]);
    expect(tick('thanks', 'yes')).toEqual(['Say done or not.']);
  });
  it('says which negotiation, and which revision is corrected or taken back', () => {
    const about = { negotiationId: id, outcome: fields };
    expect([RecordOutcome.parse(about), SaveOutcome.parse({ ...about, rev: 2 })]).toEqual([about, { ...about, rev: 2 }]);
    expect(UndoOutcome.parse({ negotiationId: id, rev: 2 })).toEqual({ negotiationId: id, rev: 2 });
    expect(OutcomeOf.parse({ negotiationId: id })).toEqual({ negotiationId: id });
    expect([SaveOutcome.safeParse(about).success, UndoOutcome.safeParse({ negotiationId: id }).success]).toEqual([false, false]);
  });
});

describe('the sealed content', () => {
  it('reads back what is recorded', () => {
    const said = { kind: 'text' as const, text: 'Staff' };
    const content = {
      currency: 'EUR',
      package: emptyPackage,
      words: '',
      anyway: {
        reason: 'x',
        missing: [
          { why: 'verbal' as const, label: 'Title', said },
          { why: 'mismatch' as const, label: 'Base', said, written: said },
        ],
      },
      outside: [
        { askId: id, title: 'A', leg: 'budget' as const, refused: null },
        { askId: id, title: 'B', leg: 'support' as const, refused: { by: 'Kim', on: '2026-05-03' } },
      ],
      closing: ['thanks'],
    };
    expect(OutcomeContent.parse(content)).toEqual(content);
    expect(OutcomeContent.parse({ ...content, anyway: null, outside: [], closing: [] }).anyway).toBeNull();
  });
  it('refuses texts that are longer than what can be written', () => {
    const content = { currency: 'EUR', package: emptyPackage, words: '', anyway: null, outside: [], closing: [] };
    const sentence = (more: object) => {
      const result = OutcomeContent.safeParse({ ...content, ...more });
      return result.success ? '' : (fieldSentences(result.error)[0]?.message ?? '');
    };
    const long = 'x'.repeat(2001);
    const said = { kind: 'text', text: 'Staff' };
    expect(sentence({ words: long })).toBe('Use at most 2000 characters for your words.');
    expect(sentence({ anyway: { reason: long, missing: [] } })).toBe('Use at most 1000 characters for the reason.');
    expect(sentence({ outside: [{ askId: id, title: long, leg: 'budget', refused: null }] })).toBe(
      'Use at most 300 characters for the ask.',
    );
    for (const missing of [
      { why: 'verbal', label: long, said },
      { why: 'mismatch', label: long, said, written: said },
    ])
      expect(sentence({ anyway: { reason: '', missing: [missing] } })).toBe('Use at most 300 characters for the term.');
  });
});
