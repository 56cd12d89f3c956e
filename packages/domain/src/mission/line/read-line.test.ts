import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { blankKeyResult } from '../edit.ts';
import { type LineWords, readLine } from './read-line.ts';
import { applyLine, writeLine } from './write-line.ts';

const today = '2026-11-27';
const read = (text: string, locale = 'en-GB') => readLine(text, { locale, today });
const nothing: LineWords = {
  metric: '',
  start: null,
  target: null,
  current: null,
  unit: '',
  due: null,
  firstNinetyDays: false,
};

describe('a key result in one line', () => {
  test.each<[string, Partial<LineWords>, string?]>([
    ['Churn 31 → 12 % by 23 Aug', { metric: 'Churn', start: '31', target: '12', unit: '%', due: '2027-08-23' }],
    ['Churn 31% -> 12% by 23 Aug 2028', { metric: 'Churn', start: '31', target: '12', unit: '%', due: '2028-08-23' }],
    ['Minutes to deploy: 45 => 12', { metric: 'Minutes to deploy', start: '45', target: '12' }],
    [
      'Deploy time 45 min → 12 min by end of Q3',
      { metric: 'Deploy time', start: '45', target: '12', unit: 'min', due: '2027-09-30' },
    ],
    [
      'Revenue €31k → €40k before Aug 23, 2027',
      { metric: 'Revenue', start: '31000', target: '40000', unit: '€', due: '2027-08-23' },
    ],
    ['Users 1.5 → 40 million users', { metric: 'Users', start: '1.5', target: '40000000', unit: 'users' }],
    ['NPS from -12 to 40 by 2027-08-23', { metric: 'NPS', start: '-12', target: '40', due: '2027-08-23' }],
    ['NPS → 40', { metric: 'NPS', target: '40' }],
    ['NPS 31 →', { metric: 'NPS', start: '31' }],
    [
      'Tier-1 tickets 31 → 12, now 20, first 90 days',
      { metric: 'Tier-1 tickets', start: '31', target: '12', current: '20', firstNinetyDays: true },
    ],
    ['Route 66 visits 5 → 9', { metric: 'Route 66 visits', start: '5', target: '9' }],
    ['Calls A → B in time 60 → 95 %', { metric: 'Calls A → B in time', start: '60', target: '95', unit: '%' }],
    ['Hire two engineers by 23 Aug', { metric: 'Hire two engineers', due: '2027-08-23' }],
    ['Reduce it by half', { metric: 'Reduce it by half' }],
    ['Done, 3 → 5 talks, 1 March 2027', { metric: 'Done', start: '3', target: '5', unit: 'talks', due: '2027-03-01' }],
    [
      'Churn 1.250,5 → 900 Stück bis 23. August',
      { metric: 'Churn', start: '1250.5', target: '900', unit: 'Stück', due: '2027-08-23' },
      'de-DE',
    ],
    [
      'Délai 45 → 12 min avant le 1er août 2027',
      { metric: 'Délai', start: '45', target: '12', unit: 'min', due: '2027-08-01' },
      'fr-FR',
    ],
    ['障害 ３１ → １２ 件 by 8月23日', { metric: '障害', start: '31', target: '12', unit: '件', due: '2027-08-23' }, 'ja-JP'],
    ['الشكاوى ٣١ ← ١٢', { metric: 'الشكاوى', start: '31', target: '12' }, 'ar-EG'],
    ['תקלות 31 → 12', { metric: 'תקלות', start: '31', target: '12' }, 'he-IL'],
  ])('“%s”', (text, words, locale) => {
    expect(read(text, locale)).toEqual({ words: { ...nothing, ...words }, asks: [], wrong: null });
  });

  test('what can be read in two ways is asked, and what is chosen is not asked again', () => {
    for (const [text, part, values] of [
      ['Users 1,23 → 9 by 23 Aug', 'start', ['1.23', '123']],
      ['Lead time 45 → 12m', 'target', ['12000000', '12']],
      ['Users 3 → 9 by 3/4', 'due', ['2027-04-03', '2027-03-04']],
      ['Visitors 1 250 → 2000', 'start', ['1250', '250']],
    ] as const) {
      const { asks } = read(text);
      expect(asks.map((ask) => [ask.part, ask.readings.map(({ value }) => value)])).toEqual([[part, values]]);
      const [ask] = asks;
      for (const { text: chosen, value } of ask?.readings ?? []) {
        const now = read(`${text.slice(0, ask?.from)}${chosen}${text.slice(ask?.to)}`);
        expect([text, now.asks, now.words[part]]).toEqual([text, [], value]);
      }
    }
  });

  test('what is no day and what is no number is said', () => {
    expect(read('Churn 31 → 12 % by summer').wrong).toBe('“summer” is no day. Write it as 23 Aug or 2027-08-23.');
    expect(read('Churn 31 → twelve').wrong).toBe('“twelve” is no number to get to.');
    expect(read('Churn 31 → 12 by 31 June').wrong).toMatch(/^“31 June” is no day/);
  });

  test('the way follows from the numbers, and stays without them', () => {
    const fall = { ...blankKeyResult('1'), direction: 'fall' as const };
    expect(applyLine(fall, read('NPS 10 → 40').words).direction).toBe('rise');
    expect(applyLine(fall, read('Churn 40 → 10').words).direction).toBe('fall');
    expect(applyLine(fall, read('Churn → 10').words).direction).toBe('fall');
  });
});

const locales = (
  'en-GB en-US en-IN de-DE de-CH fr-FR fr-CA es-ES es-MX it-IT pt-BR pt-PT nl-NL sv-SE nb-NO da-DK fi-FI pl-PL cs-CZ sk-SK hu-HU ' +
  'ro-RO bg-BG hr-HR sl-SI el-GR tr-TR ru-RU uk-UA he-IL ar-EG ar-SA ar-MA fa-IR ur-PK hi-IN bn-BD mr-IN ne-NP ta-IN th-TH vi-VN id-ID ' +
  'ms-MY ja-JP ko-KR zh-CN zh-TW zh-HK ka-GE hy-AM az-AZ kk-KZ sw-KE am-ET et-EE lv-LV lt-LT is-IS mk-MK sr-RS ca-ES eu-ES gl-ES my-MM km-KH'
).split(' ');

const decimal = fc
  .tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, places]) => {
    const text = String(Math.abs(digits)).padStart(places + 1, '0');
    const fraction = places === 0 ? '' : text.slice(-places).replace(/0+$/, '');
    const value = `${text.slice(0, text.length - places).replace(/^0+(?=\d)/, '')}${fraction ? `.${fraction}` : ''}`;
    return digits < 0 && value !== '0' ? `-${value}` : value;
  });
const word = fc.constantFrom(
  'Churn',
  'Minutes',
  'to',
  'deploy',
  'Tier-1',
  'الشكاوى',
  '障害',
  'תקלות',
  'ความพึงพอใจ',
  '👩‍👩‍👧',
  'A/B',
  'p95',
  '24/7',
);
const metric = fc.array(word, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
const day = fc
  .date({ min: new Date('2026-11-27T00:00:00Z'), max: new Date('2031-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const unit = fc.constantFrom('', '%', 'min', 'users', '€', 'Stück', '件', 'ms');

describe('a line that was written is read as the same', () => {
  property.prop(
    {
      metric,
      start: decimal,
      target: decimal,
      unit,
      due: fc.option(day),
      current: fc.option(decimal),
      firstNinetyDays: fc.boolean(),
    },
    { numRuns: 8 },
  )('in every locale', (result) => {
    for (const locale of locales) {
      const line = writeLine(result, { locale, today });
      expect([locale, line === null]).toEqual([locale, false]);
      expect(readLine(line ?? '', { locale, today })).toEqual({ words: result, asks: [], wrong: null });
    }
  });

  test('what no line can say has none', () => {
    const asked = { locale: 'en-GB', today };
    expect(writeLine({ ...nothing, metric: 'Talks 3 → 5' }, asked)).toBeNull();
    expect(writeLine({ ...nothing, metric: 'Hired by 3 March' }, asked)).toBeNull();
    expect(writeLine({ ...nothing, metric: 'Onboarding survey' }, asked)).toBe('Onboarding survey');
  });
});
