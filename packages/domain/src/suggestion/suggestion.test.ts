import { describe, expect, it } from 'vitest';
import { anchorQuote } from '../anchor/anchor.ts';
import { blockText, writeBlock } from '../mission/block.ts';
import { blankKeyResult, blankNeed, blankObjective, blankQuestion } from '../mission/edit.ts';
import { emptyMission } from '../mission/mission.ts';
import { MakeSuggestion } from './input.ts';
import { canAnswer, canSuggestOn } from './policy.ts';
import { compareWords, placeSuggestion, takeWords } from './suggestion.ts';

const text = 'Make payments so dependable that nobody talks about them.';
function quote(words: string, of = text) {
  const anchor = anchorQuote(of, of.indexOf(words), of.indexOf(words) + words.length);
  if (!anchor) throw new Error(`“${words}” is not there.`);
  return anchor;
}
function take(of: string, words: string, instead: string, now = of): string | null {
  const place = placeSuggestion(quote(words, of), now);
  return place && takeWords(now, place, instead);
}

describe('other words for a quote', () => {
  it('stand where the quote stands now', () => {
    expect(take(text, 'so dependable', 'boring enough')).toBe('Make payments boring enough that nobody talks about them.');
    expect(take(text, 'so dependable', 'dull', `In short: ${text}`)).toBe(
      'In short: Make payments dull that nobody talks about them.',
    );
    expect(placeSuggestion(quote('so dependable'), `In short: ${text}`)).toMatchObject({
      words: 'so dependable',
      changed: false,
    });
  });
  it('say so when the words have changed, and stand nowhere when they are gone', () => {
    const now = text.replace('nobody talks', 'nobody ever talks');
    expect(placeSuggestion(quote('nobody talks'), now)).toMatchObject({ words: 'nobody ever talks', changed: true });
    expect(placeSuggestion(quote('nobody talks'), 'Payments that work.')).toBeNull();
    expect(placeSuggestion(quote('nobody talks'), undefined)).toBeNull();
  });
  it('strike the quote when there are none, without leaving a double space', () => {
    expect(take(text, 'so dependable', '')).toBe('Make payments that nobody talks about them.');
    expect(take(text, 'Make', '')).toBe('payments so dependable that nobody talks about them.');
    expect(take('Ship it now', 'now', '')).toBe('Ship it');
    expect(take(text, 'about them', '')).toBe('Make payments so dependable that nobody talks.');
    expect(take('One line\nand two', 'One line', '')).toBe('\nand two');
  });
  it('of one line, taken in any order, give the same text', () => {
    const all = [
      ['payments', 'invoices'],
      ['so dependable', 'dull'],
      ['nobody', 'no customer'],
      ['about them', 'about it'],
    ] as const;
    const orders = all.flatMap((_, at) => [
      all.slice(at).concat(all.slice(0, at)),
      all.slice(at).concat(all.slice(0, at)).toReversed(),
    ]);
    for (const order of orders) {
      const end = order.reduce((now, [words, instead]) => {
        const place = placeSuggestion(quote(words), now);
        if (!place) throw new Error(`“${words}” was lost in “${now}”.`);
        return takeWords(now, place, instead);
      }, text);
      expect(end).toBe('Make invoices dull that no customer talks about it.');
    }
  });
  it('are shown word by word, or whole where little stays', () => {
    const shown = (from: string, to: string) => compareWords(from, to).map(({ kind, text }) => `${kind} ${text}`);
    expect(shown('nobody talks about them', 'nobody ever talks about them')).toContain('added ever ');
    expect(shown('so dependable', 'boring enough')).toEqual(['removed so dependable', 'kept  ', 'added boring enough']);
    expect(shown('because of them', '')).toEqual(['removed because of them']);
  });
  it('are refused when they are those that stand there, or too long', () => {
    const make = { itemId: '0197f7a0-0000-7000-8000-000000000000', blockId: 'statement', label: 'Statement', mentions: [] };
    const asked = (words: string) => MakeSuggestion.safeParse({ ...make, quote: quote('so dependable'), words }).success;
    expect([asked(' so dependable '), asked('x'.repeat(2001)), asked('dull'), asked('')]).toEqual([false, false, true, true]);
  });
});

it('every line of a mission gives its words and takes others', () => {
  const document = {
    ...emptyMission,
    objectives: [{ ...blankObjective('o'), keyResults: [blankKeyResult('k')] }],
    questions: [blankQuestion('q', null)],
    needs: [blankNeed('n', null)],
  };
  for (const block of ['statement', 'o', 'k', 'q', 'n', 'corrections'])
    expect(blockText(writeBlock(document, block, 'Written.'), block), block).toBe('Written.');
  expect(blockText(document, 'gone')).toBeUndefined();
  expect(writeBlock(document, 'gone', 'Written.')).toEqual(document);
});

it('a suggestion is answered once, by whose text it is', () => {
  const open = { ownerId: 'ana', state: 'open' as const, resolvedAt: null };
  const can = (viewer: string, part: object = {}) => canAnswer(viewer, { ...open, ...part }).allowed;
  expect([can('ana'), can('ben'), can('ana', { state: 'accepted' }), can('ana', { state: 'declined' })]).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(can('ana', { resolvedAt: new Date(0) })).toBe(false);
  expect([canSuggestOn('mission').allowed, canSuggestOn('negotiation').allowed, canSuggestOn('offer').allowed]).toEqual([
    true,
    true,
    false,
  ]);
});
