import { describe, expect, it } from 'vitest';
import { fieldSentences } from '../kernel/sentences.ts';
import { OutcomeContent, OutcomeFields, TickOutcome } from './outcome-input.ts';
import { emptyPackage } from './package.ts';

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
    expect(refused({ kind: 'lost' })).toEqual(['kind: Choose one of the given answers.']);
    expect(refused({ on: '2026-13-01' })).toHaveLength(1);
    expect(refused({ words: 'x'.repeat(2001) })).toHaveLength(1);
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
    const tick = (step: unknown, done: unknown) => TickOutcome.safeParse({ negotiationId: id, rev: 1, step, done }).success;
    expect([tick('thanks', true), tick('nonsense', true), tick('thanks', 'yes'), tick(1, true)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
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
});
