import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { anchorQuote } from '../anchor/anchor.ts';
import { startingScript, writeScript } from '../negotiation/script/script.ts';
import { placeSuggestion, takeWords } from './suggestion.ts';

const text = 'Thank you for the offer.\n\nI ask for {target}, because [reason].\n(silence)\nIs there a range for [team]?';
const script = { ...startingScript, text, slots: [{ name: 'reason', value: 'of nine cities' }] };
const other = { ...script, id: '0197f7a0-0000-7000-8000-000000000001', name: 'By phone' };

/** The scripts once words are taken into the first, each at where its quote of the first text stands by then. */
function takeAll(all: readonly (readonly [string, string])[]) {
  return all.reduce(
    (scripts, [words, instead]) => {
      const quote = anchorQuote(text, text.indexOf(words), text.indexOf(words) + words.length);
      const now = scripts[0]?.text ?? '';
      const place = quote && placeSuggestion(quote, now);
      if (!place) throw new Error(`“${words}” was lost in “${now}”.`);
      return writeScript(scripts, script.id, takeWords(now, place, instead));
    },
    [script, other],
  );
}

const several = [
  ['the offer', 'your offer'],
  ['I ask', 'I would ask'],
  ['because', 'given the result:'],
  ['(silence)', '(count to ten)'],
  ['a range', 'a band'],
] as const;

test.prop([fc.shuffledSubarray([...several], { minLength: 1 })])(
  'words taken into the lines of a script in any order give one text, and the figures stand by their names',
  (order) => {
    const wanted = order.reduce((now, [words, instead]) => now.replace(words, instead), text);
    const [first, second] = takeAll(order);
    expect(first?.text).toBe(wanted);
    expect(first?.text).toContain('{target}');
    expect(first?.slots[0]).toEqual({ name: 'reason', value: 'of nine cities' });
    expect(second).toEqual(other);
  },
);

it('a slot that words bring is open, one that they take away goes with its value, and one that stays keeps it', () => {
  const slotsAfter = (words: string, instead: string) => takeAll([[words, instead]])[0]?.slots;
  expect(slotsAfter('Thank you', 'Thank you, [name],')).toEqual([
    { name: 'name', value: '' },
    { name: 'reason', value: 'of nine cities' },
    { name: 'team', value: '' },
  ]);
  expect(slotsAfter('because [reason]', 'as we said')).toEqual([{ name: 'team', value: '' }]);
});

it('a script that is not there takes nothing', () => {
  expect(writeScript([script, other], 'gone', 'x')).toEqual([script, other]);
});
