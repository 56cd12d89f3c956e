import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { type Findable, find, fold, passageOf, searched, wordsIn } from './search.ts';

const thing = (title: string, text = '', place = ''): Findable => ({
  kind: 'mission',
  id: title,
  opportunityId: null,
  title,
  place,
  within: null,
  text: searched(text),
});
const titles = (all: Findable[], typed: string, locale = 'en') => find(all, typed, locale, 20).found.map(({ title }) => title);

describe('words', () => {
  it('are compared without case, accents and width', () => {
    expect(fold('ZÜRICH Łódź Ærø ＡＢＣ ｶﾞ')).toBe(`zurich lodz aero abc ${fold('ガ')}`);
    expect(wordsIn('  “Head of” — Produkt! ')).toEqual(['head', 'of', 'produkt']);
    expect(titles([thing('Zürich'), thing('Straße')], 'zurich')).toEqual(['Zürich']);
    expect(titles([thing('Zürich'), thing('Straße')], 'STRASSE')).toEqual(['Straße']);
    expect(titles([thing('مهمّة المدير'), thing('אַחְרָיוּת')], 'אחריות')).toEqual(['אַחְרָיוּת']);
    expect(titles([thing('ガイド')], 'ｶﾞｲﾄﾞ')).toEqual(['ガイド']);
  });

  it('must all be there, in title, place or text, in any order', () => {
    const all = [thing('Head of Product', 'searches without a bicycle', 'Fahrrad AG'), thing('Product manager')];
    expect(titles(all, 'bicycle product')).toEqual(['Head of Product']);
    expect(titles(all, 'fahrrad head')).toEqual(['Head of Product']);
    expect(titles(all, 'product')).toEqual(['Product manager', 'Head of Product']);
    expect(titles(all, 'nothing')).toEqual([]);
    expect(find(all, ' – ', 'en', 20)).toEqual({ found: [], count: 0 });
  });

  it('are the same word at its end as in its middle', () => {
    expect(fold('ΟΔΟΣ')).toBe('οδοσ');
    expect(titles([thing('Οδοσφαιρικός')], 'ΟΔΟΣ')).toEqual(['Οδοσφαιρικός']);
  });
});

describe('the order', () => {
  it('is that of the reader’s language', () => {
    const all = ['Zebra work', 'Ähre work', 'Apfel work', 'Öl work'].map((title) => thing(title));
    expect(titles(all, 'work', 'de')).toEqual(['Ähre work', 'Apfel work', 'Öl work', 'Zebra work']);
    expect(titles(all, 'work', 'sv')).toEqual(['Apfel work', 'Zebra work', 'Ähre work', 'Öl work']);
  });

  it('puts a title that begins so before one that holds it, and the text last', () => {
    const all = [thing('A', 'lead'), thing('Team lead'), thing('Lead engineer'), thing('Misleading')];
    expect(titles(all, 'lead')).toEqual(['Lead engineer', 'Team lead', 'Misleading', 'A']);
  });

  it('cuts after the first screenful and says how many there are', () => {
    const all = Array.from({ length: 30 }, (_, at) => thing(`Role ${at}`));
    const { found, count } = find(all, 'role', 'en', 8);
    expect([found.length, count, found.map(({ title }) => title).slice(0, 3)]).toEqual([8, 30, ['Role 0', 'Role 1', 'Role 2']]);
  });
});

describe('the passage', () => {
  it('stands around the word as it was written', () => {
    const text = `${'before '.repeat(20)}die Müßiggänger kamen ${'after '.repeat(40)}`;
    expect(passageOf(text, ['mussigganger'])).toMatch(/^….*die Müßiggänger kamen .*…$/);
    expect(passageOf('👩‍👩‍👧 said: “Café at noon”', ['cafe'])).toBe('👩‍👩‍👧 said: “Café at noon”');
    expect(passageOf('**31 %** of which `searches`?', ['searches'])).toBe('31 % of which searches?');
    expect(passageOf('nothing here', ['else'])).toBe('');
  });
});

test.prop([fc.string({ unit: 'grapheme', maxLength: 60 })])('whatever was written is found by itself', (text) => {
  const words = wordsIn(text);
  fc.pre(words.length > 0);
  expect(titles([thing('t', text)], text)).toEqual(['t']);
  expect(passageOf(text, words)).not.toBe('');
});

/** What was written a letter at a time is what was written at once, wherever one letter is cut from the other. */
test.prop([fc.string({ unit: 'grapheme', maxLength: 30 }), fc.string({ unit: 'grapheme', maxLength: 30 })])(
  'a text folds as its parts do',
  (one, other) => {
    expect(fold(fold(one))).toBe(fold(one));
    expect(fold(`${one} ${other}`)).toBe(`${fold(one)} ${fold(other)}`);
  },
);

test.prop([fc.array(fc.string({ maxLength: 4 }), { maxLength: 60 }), fc.integer({ min: 1, max: 20 })])(
  'the first screenful is the beginning of the whole order',
  (names, most) => {
    const all = names.map((name, at) => ({ ...thing(`a ${name}`), id: String(at) }));
    const ids = (count: number) => find(all, 'a', 'en', count).found.map(({ id }) => id);
    expect(ids(most)).toEqual(ids(all.length + 1).slice(0, most));
  },
);
