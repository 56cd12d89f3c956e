import { describe, expect, it } from 'vitest';
import { findLeaks, leakSentence, mayLeak } from './leak.ts';

const guarded = (units: number, currency = 'EUR', locale = 'en-GB', total: number | null = null) => ({
  walkAway: { base: currency === 'JPY' || currency === 'KRW' ? units : units * 100, total },
  currency,
  locale,
});

/** The words that are marked. */
const marked = (text: string, given = guarded(180_000)) => findLeaks(text, given).map(({ from, to }) => text.slice(from, to));

describe('the walk-away’s figure', () => {
  it.each([
    '180k',
    '180K',
    '180 k',
    '180,000',
    '180.000',
    '180 000',
    '180\u00a0000',
    '180\u202f000',
    '180’000',
    "180'000",
    '180000',
    '1,80,000',
    '180,000.00',
    '180.000,00',
    '0.18 million',
    '0,18 Mio.',
    '0.18M',
    '1.8 lakh',
    '1.8 lakhs',
    '18万',
    '18萬',
    '１８０，０００',
    '١٨٠٬٠٠٠',
    '१,८०,०००',
    '180 Tsd.',
    '180 tys.',
    '180 тыс.',
    '180 mil',
    '180 bin',
    '18만',
    'one hundred and eighty thousand',
    'one hundred eighty thousand',
    'a hundred and eighty thousand',
    'hundred eighty grand',
  ])('is found as “%s”', (writing) => {
    for (const around of [writing, `I would go down to ${writing}.`, `(${writing})`, `€${writing}`, `at ${writing}, no less`]) {
      if (/^€\p{L}/u.test(around)) continue;
      const [found] = marked(around);
      expect(found, around).toBeDefined();
      expect(writing.includes(found ?? '?') || (found ?? '').includes(writing.replace(/\.$/, '')), `${around}: ${found}`).toBe(
        true,
      );
    }
  });
  it.each([
    ['one ninety', 190_000],
    ['one-ninety', 190_000],
    ['one nine zero', 190_000],
    ['a hundred and ninety', 190_000],
    ['two fifty', 250_000],
    ['one eighty-seven five', 187_500],
    ['one eighty-seven and a half', 187_500],
    ['a hundred and eighty-seven and a half thousand', 187_500],
    ['187 and a half', 187_500],
    ['187.5', 187_500],
    ['187,5', 187_500],
    ['one point two million', 1_200_000],
    ['190 T€', 190_000],
    ['k190', 190_000],
    ['base190', 190_000],
    ['15,833 a month', 190_000],
    ['15.833,33 € pro Monat', 190_000],
    ['hundertneunzigtausend', 190_000],
    ['einhundertachtzigtausend', 180_000],
    ['cent quatre-vingt-dix mille', 190_000],
    ['ciento noventa mil', 190_000],
    ['centonovantamila', 190_000],
    ['honderdnegentigduizend', 190_000],
  ])('is found as people say it: “%s”', (said, units) => {
    for (const text of [said, `I told them ${said} was fine.`]) {
      expect(marked(text, guarded(units)).length, text).toBeGreaterThan(0);
      expect(mayLeak(text), text).toBe(true);
    }
    expect(marked(said, guarded(units + 1000))).toEqual([]);
  });
  it('is found in rupees where only the lakhs are said', () => {
    expect(marked('Not below 9.5.', guarded(950_000, 'INR', 'en-IN'))).toEqual(['9.5']);
    expect(marked('Not below 9.5.', guarded(950_000))).toEqual([]);
  });
  it('is not taken for what counts, dates or names something', () => {
    for (const [fine, units] of [
      ['a team of 30', 30_000],
      ['21 November', 21_000],
      ['Nov 21', 21_000],
      ['45 min', 45_000],
      ['page 45', 45_000],
      ['95 tests', 95_000],
      ['45 engineers', 45_000],
      ['24 of the team', 24_000],
      ['fifty of us', 50_000],
      ['room 190', 190_000],
      ['ISO 190', 190_000],
      ['https://x.org/190', 190_000],
      ['+49 190 1234', 190_000],
      ['60pp', 60_000],
    ] as const)
      expect(marked(`It was ${fine}, I think.`, guarded(units)), fine).toEqual([]);
  });
  it('is found in every locale as `Intl` writes it there', () => {
    for (const locale of [
      'en-US',
      'de-AT',
      'de-CH',
      'fr-FR',
      'fr-CH',
      'es-MX',
      'pt-PT',
      'it-IT',
      'nl-NL',
      'sv-SE',
      'pl-PL',
      'cs-CZ',
      'tr-TR',
      'ru-RU',
      'hi-IN',
      'en-IN',
      'ar-EG',
      'fa-IR',
      'bn-BD',
      'ne-NP',
      'mr-IN',
      'ja-JP',
      'ko-KR',
      'zh-CN',
      'th-TH',
      'he-IL',
      'id-ID',
      'vi-VN',
      'fi-FI',
    ])
      for (const options of [
        {},
        { style: 'currency', currency: 'EUR' },
        { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 },
      ] as const) {
        const text = `x ${new Intl.NumberFormat(locale, options).format(180_000)} x`;
        expect(marked(text, guarded(180_000, 'EUR', locale)).length, `${locale} ${text}`).toBe(1);
      }
  });
  it('is found where only the thousands are said, and nothing is counted by them', () => {
    expect(marked('I could live with 88.', guarded(88_000))).toEqual(['88']);
    expect(marked('180 / 25 / 200')).toEqual(['180']);
    expect(marked('I could live with eighty-eight', guarded(88_000))).toEqual(['eighty-eight']);
    for (const fine of ['88 days', '88%', '88 percent', 'in 88 weeks', '88th', '88 people', 'eighty-eight days', 'B88', '8:88'])
      expect(marked(fine, guarded(88_000)), fine).toEqual([]);
  });
  it('is told apart from every other figure', () => {
    for (const other of [
      '181k',
      '180,001',
      '180 million',
      '1,800',
      '18,000',
      '1.8 million',
      '2026-11-27',
      '18 Nov',
      '180 days',
      'forty',
    ])
      expect(marked(`by ${other} then`), other).toEqual([]);
  });
  it('is counted in the units of its currency', () => {
    expect(marked('9百万 or 900万円', guarded(9_000_000, 'JPY', 'ja-JP'))).toHaveLength(2);
    expect(marked('1.8 L or ₹1,80,000', guarded(180_000, 'INR', 'en-IN'))).toHaveLength(2);
    expect(marked('12,500.50', guarded(12_500.5))).toEqual(['12,500.50']);
  });
  it('is found for the four years too, and nothing is found while none is set', () => {
    const both = { ...guarded(180_000), walkAway: { base: null, total: 90_000_000 } };
    expect(findLeaks('900k over four years', both)).toEqual([{ from: 0, to: 4, what: 'total' }]);
    expect(findLeaks('180k and 0', { ...both, walkAway: { base: null, total: null } })).toEqual([]);
  });
});

describe('the word', () => {
  it('is found in its writings', () => {
    for (const word of ['walk-away', 'Walk away', 'walkaway', 'walk‑away', 'walk-aways', 'bottom line', 'reservation price'])
      expect(marked(`My ${word} is low.`), word).toEqual([word]);
    for (const [text, word] of [
      ['Then I walked away.', 'walked away'],
      ['Below that I would walk.', 'walk'],
      ['I’d walk if they say no', 'walk'],
      ['That is my floor.', 'my floor'],
      ['It is the lowest I would take.', 'lowest I would take'],
      ['My BATNA is weak.', 'BATNA'],
      ['Meine Schmerzgrenze.', 'Schmerzgrenze'],
    ] as const)
      expect(marked(text), text).toEqual([word]);
    for (const fine of ['We walked a way. The sidewalk away from here.', 'I would walk you through it.', 'The second floor.'])
      expect(marked(fine), fine).toEqual([]);
  });
  it('says what stands there', () => {
    const said = (text: string) => leakSentence(findLeaks(text, guarded(180_000)));
    expect(said('180k')).toBe('This is the figure of your walk-away.');
    expect(said('my bottom line')).toBe('This speaks of your walk-away.');
    expect(said('my walk-away: 180k')).toBe('Your walk-away stands here, with its figure.');
  });
});

describe('what cannot hold it', () => {
  it('is known without looking the walk-away up', () => {
    for (const text of ['Thank you. I want this job.', '', 'What would close the gap?']) expect(mayLeak(text), text).toBe(false);
    for (const text of ['88', '٨٨', '18万', 'eighty-eight', 'a hundred', 'my walk-away']) expect(mayLeak(text), text).toBe(true);
  });
  it('is read at once however long it is', () => {
    const long = 'I ask for 98,000 because 12 of 45 teams wait. '.repeat(130);
    const begin = performance.now();
    expect(findLeaks(long, guarded(180_000))).toEqual([]);
    expect(performance.now() - begin).toBeLessThan(3000);
  });
});
