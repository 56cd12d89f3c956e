import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fieldSentences } from './sentences.ts';

const sentences = (schema: z.ZodType, given: unknown) => {
  const result = schema.safeParse(given);
  return result.success ? [] : fieldSentences(result.error).map(({ path, message }) => `${path}: ${message}`);
};

describe('a choice that is not one', () => {
  const kinds = [z.strictObject({ by: z.literal('day') }), z.strictObject({ by: z.literal('month') })] as const;

  it('is refused in the words of its field', () => {
    expect(sentences(z.strictObject({ end: z.enum(['yes', 'no'], 'Choose how it ended.') }), { end: 'perhaps' })).toEqual([
      'end: Choose how it ended.',
    ]);
    expect(sentences(z.discriminatedUnion('by', kinds, { error: 'Choose day or month.' }), { by: 'year' })).toEqual([
      'by: Choose day or month.',
    ]);
  });
  it('has a sentence where the field has none', () => {
    const plain = 'Choose one of the given answers.';
    expect(sentences(z.strictObject({ end: z.enum(['yes', 'no']) }), { end: 'perhaps' })).toEqual([`end: ${plain}`]);
    expect(sentences(z.strictObject({ end: z.literal('yes') }), { end: 'no' })).toEqual([`end: ${plain}`]);
    expect(sentences(z.discriminatedUnion('by', kinds), { by: 'year' })).toEqual([`by: ${plain}`]);
    expect(sentences(z.strictObject({ end: z.union([z.literal('a'), z.literal(1)]) }), { end: true })).toEqual([`end: ${plain}`]);
  });
});
