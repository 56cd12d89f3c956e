import { describe, expect, it } from 'vitest';
import { emptyPackage } from '../package.ts';

/** Read inside the tests: a choice between parts that cannot be told apart is refused when the file is loaded. */
describe('what is read from a person', () => {
  it('about a term is told apart by the kind of its value and by its next step', async () => {
    const { TermStep, TermValue } = await import('../terms/input.ts');
    expect(TermValue.options.map(({ shape }) => shape.kind.value)).toEqual(['money', 'percent', 'shares', 'date', 'text']);
    expect(TermStep.options.map(({ shape }) => shape.to.value)).toEqual(['proposed', 'agreed', 'confirmed', 'dropped', 'waived']);
  });
  it('about the end is told apart by why something was missing', async () => {
    const { OutcomeContent } = await import('./input.ts');
    const missing = (why: string, more: object = {}) => {
      const said = { kind: 'text', text: 'Staff' };
      const anyway = { reason: 'I trust them.', missing: [{ why, label: 'Title', said, ...more }] };
      const content = { currency: 'EUR', package: emptyPackage, words: '', anyway, outside: [], closing: [] };
      return OutcomeContent.safeParse(content).success;
    };
    const written = { kind: 'text', text: 'Senior' };
    expect([missing('verbal'), missing('mismatch', { written })]).toEqual([true, true]);
    expect([missing('verbal', { written }), missing('mismatch'), missing('lost')]).toEqual([false, false, false]);
  });
});
