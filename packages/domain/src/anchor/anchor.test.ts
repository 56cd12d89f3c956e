import { expect, it } from 'vitest';
import { anchorQuote, carryAnchor } from './anchor.ts';
import { splitGraphemes } from './words.ts';

it('an anchor cuts through no character, and takes no white space along', () => {
  const family = 'a 👨‍👩‍👧‍👦 b';
  expect(anchorQuote(family, 4, 6)).toEqual({ of: family, start: 2, end: 13 });
  expect(anchorQuote('  one two ', 5, 0)).toEqual({ of: '  one two ', start: 2, end: 5 });
  expect(anchorQuote('one two', 3, 4)).toBeNull();
  expect(anchorQuote('one', 1, 2)).toEqual({ of: 'one', start: 1, end: 2 });
});

it('a quote follows what is typed above, inside and beside it, and a word that is replaced in it', () => {
  const carry = (of: string, quote: string, now: string) => {
    const start = of.indexOf(quote);
    const found = carryAnchor({ of, start, end: start + quote.length }, now);
    return found && now.slice(found.start, found.end);
  };
  const of = 'A deploy takes 31 minutes, and nobody deploys on Fridays.';
  expect(carry(of, '31 minutes', `In short: ${of}`)).toBe('31 minutes');
  expect(carry(of, 'nobody deploys', of.replace('nobody', 'nobody here ever'))).toBe('nobody here ever deploys');
  expect(carry(of, 'takes 31 minutes', of.replace('31', '12'))).toBe('takes 12 minutes');
  expect(carry(of, 'nobody deploys on Fridays', 'nobody deploys on Fridays. A deploy takes 31 minutes.')).toBe(
    'nobody deploys on Fridays',
  );
  expect(carry(of, '31 minutes', 'We deploy without fear.')).toBeNull();
  // which of the three went is anybody's guess
  expect(carry('go, go, go', 'go', 'go, go')).toBeNull();
  expect(carry(of, of, '')).toBeNull();
});

it('of a sentence that stands twice each keeps its own quote, and which was moved is left open', () => {
  const sentence = 'The team owns the ledger, and the team decides what the team builds next.';
  const of = `${sentence}\n${sentence}`;
  const start = of.lastIndexOf('the team decides');
  const anchor = { of, start, end: start + 'the team decides'.length };
  expect(carryAnchor(anchor, `First of all. ${of}`)).toEqual({ start: start + 14, end: start + 30 });
  expect(carryAnchor(anchor, of.replace('owns', 'keeps'))).toEqual({ start: start + 1, end: start + 17 });
  expect(carryAnchor(anchor, sentence)).toBeNull();
  const moved = ' ledger, and the team decides what the team builds';
  const other = `${of.slice(0, 20)}${moved}${of.slice(20).replace(new RegExp(`${moved}(?=[^]*$)`), '')}`;
  expect(carryAnchor(anchor, other)).toBeNull();
});

it.each([
  ['Arabic', 'نريد فريقًا هادئًا يقرّر بنفسه.', 'هادئًا'],
  ['Hebrew', 'הצוות מחליט שָׁלוֹם מה הוא בונה.', 'שָׁלוֹם'],
  ['Thai', 'ทีมต้องตัดสินใจเองว่าจะสร้างอะไร', 'ตัดสินใจ'],
  ['Japanese', 'チームが次に何を作るかはチームが決める。が', '次に何を作るか'],
  ['emoji sequences', 'Plan 👨‍👩‍👧‍👦 for 🇦🇹🇩🇪, then 👩🏽‍💻👩🏽‍🚀 go.', '🇦🇹🇩🇪, then 👩🏽‍💻'],
  ['marks of their own', 're\u0301sume\u0301 and Vie\u0302\u0323t', 'Vie\u0302\u0323t'],
])('%s: a selection by any offsets takes whole characters, and follows what is typed before and after', (_, of, quote) => {
  const cuts = new Set([0, ...splitGraphemes(of).map((_piece, at, all) => all.slice(0, at + 1).join('').length)]);
  for (let from = 0; from <= of.length; from += 1) {
    for (const to of [from + 1, from + 2, from + 7]) {
      const anchor = anchorQuote(of, from, Math.min(to, of.length));
      if (anchor) expect([cuts.has(anchor.start), cuts.has(anchor.end)]).toEqual([true, true]);
    }
  }
  const start = of.indexOf(quote);
  const now = `🚀 ${of} ת`;
  const found = carryAnchor({ of, start, end: start + quote.length }, now);
  expect(found && now.slice(found.start, found.end)).toBe(quote);
});
