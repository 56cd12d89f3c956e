import { describe, expect, it } from 'vitest';
import { inWords } from '../../../../tests/support/letter-words.ts';
import * as letters from '../../../../tests/support/letters.ts';
import { mostFindings, readLetter } from './read-letter.ts';

const reader = { locale: 'en-GB', currency: 'EUR' };

const said = (text: string) => readLetter(text, reader).findings.map(({ saying, currency }) => inWords(saying, currency));

describe('letters as employers write them', () => {
  it.each<[string, string, string[]]>([
    [
      'RSU of 5/15/40/40 and a sign-on in two instalments, US',
      letters.usRsu,
      [
        'title: Senior Software Engineer',
        'level: Level 5',
        'base 185000 USD a year',
        'bonus 15 %',
        'sign-on 30000 + 20000 USD',
        'owed back monthly 12',
        'rsu 240000 USD',
        'vests 5 in 12 by 12, 15 in 12 by 12, 40 in 12 by 12, 40 in 12 by 12',
        'match 50 up to 6',
        'leave 20',
        'startDate 2027-02-01',
        'location: Denver, Colorado',
        'deadline 2026-12-04',
      ],
    ],
    [
      'a start-up with options and a percentage',
      letters.startUp,
      [
        'title: Founding Engineer',
        'base 150000 USD a year',
        'iso 40000 shares',
        'iso 0.35 percent',
        'price 1.12 USD',
        'preferred 4.85 USD',
        'vests 100 in 48 by 1, cliff 12',
        'leave unlimited',
        'Home office stipend 1500 USD',
        'deadline 2026-11-30',
      ],
    ],
    [
      '14 salaries in Vienna',
      letters.german,
      [
        'title: Produktmanagerin',
        'base 5200 EUR a month × 14',
        'bonus 10 %',
        'leave 25',
        'KlimaTickets 1297.8 EUR',
        'startDate 2027-03-01',
        'deadline 2026-12-11',
      ],
    ],
    [
      '8 % holiday pay, NL',
      letters.dutch,
      [
        'title: Data Engineer',
        'base 5450 EUR a month × 12.96',
        'leave 27',
        'pension 12',
        'Reiskostenvergoeding 1800 EUR',
        'startDate 2027-02-01',
      ],
    ],
    [
      '14 pagas, ES',
      letters.spanish,
      [
        'title: Ingeniero de Software',
        'base 48000 EUR a year × 14',
        'bonus 10 %',
        'leave 23',
        'Tickets restaurante 1980 EUR',
        'startDate 2027-01-11',
      ],
    ],
    [
      'a pension of 8 % for 5 % of qualifying earnings, UK',
      letters.british,
      [
        'title: Analytics Manager',
        'base 65000 GBP a year',
        'bonus 12 %',
        'match 160 up to 5',
        'qualifying 6240 to 50270 GBP',
        'leave 25',
        'Car allowance 4800 GBP',
        'startDate 2027-01-04',
        'deadline 2026-12-09',
        'notice: three months',
      ],
    ],
    [
      'a break-up of the CTC, India',
      letters.indian,
      [
        'title: Software Engineer II',
        'part of base 960000 INR a year',
        'part of base 480000 INR a year',
        'part of base 460000 INR a year',
        'bonus 240000 INR a year',
        'not in hand: Employer PF contribution 115200 INR',
        'not in hand: Gratuity 46154 INR',
        'not in hand: Medical insurance premium 98646 INR',
        'sign-on 200000 INR',
        'owed back full-then-monthly 12',
        'leave 24',
        'startDate 2027-01-04',
      ],
    ],
    [
      '13º and PLR, Brazil',
      letters.brazilian,
      [
        'title: Engenheira de Software Sênior',
        'base 15000 BRL a month × 13',
        'Vale-refeição 13200 BRL',
        'leave 30',
        'startDate 2027-01-05',
      ],
    ],
    [
      '年俸 in 万円, Japan',
      letters.japanese,
      [
        'title: シニアエンジニア',
        'base 9000000 JPY a year',
        'bonus 10 %',
        'sign-on 500000 JPY',
        'leave 20',
        'location: 東京都渋谷区',
        'startDate 2027-04-01',
        'deadline 2026-12-10',
      ],
    ],
    [
      'BSPCE and a variable part, FR',
      letters.french,
      [
        'title: Responsable Produit',
        'base 62000 EUR a year',
        'bonus 8000 EUR a year',
        'bspce 1200 shares',
        'strike 14.5 EUR',
        'vests 100 in 48 by 1, cliff 12',
        'leave 25',
        'Titres-restaurant 1150 EUR',
        'startDate 2027-02-01',
        'deadline 2026-12-08',
      ],
    ],
    [
      'a 13th month in Zurich',
      letters.swiss,
      ['title: Cloud Architekt', 'base 130000 CHF a year × 13', 'bonus 15000 CHF a year', 'leave 25', 'startDate 2027-04-01'],
    ],
    [
      'a contractor by the day',
      letters.contractor,
      [
        'base 480 EUR a day',
        'remote: fully remote, with one week a quarter in Lisbon',
        'startDate 2027-01-15',
        "notice: 30 days' notice",
      ],
    ],
    [
      'pounds, and shares in dollars',
      letters.twoCurrencies,
      [
        'base 92000 GBP a year',
        'Relocation allowance once 7500 GBP',
        'owed back full-then-monthly 24',
        'rsu 1500 shares',
        'rsu 180000 USD',
        'vests 100 in 48 by 3, cliff 12',
        'leave 28',
      ],
    ],
    [
      'Hebrew',
      letters.hebrew,
      ['title: מפתחת בכירה', 'base 32000 ILS a month', 'bonus 10 %', 'leave 20', 'startDate 2027-02-01'],
    ],
    [
      'Arabic with its own digits',
      letters.arabic,
      ['title: مديرة منتج', 'base 28000 AED a month', 'بدل السكن 96000 AED', 'leave 30', 'startDate 2027-02-01'],
    ],
  ])('%s', (_, text, findings) => expect(said(text)).toEqual(findings));

  it('name their currencies, the one of the pay first', () => {
    expect(readLetter(letters.twoCurrencies, reader).currencies).toEqual(['GBP', 'USD']);
    expect(readLetter('Base salary: $120,000 a year.', { locale: 'en-CA', currency: 'CAD' }).findings[0]?.currency).toBe('CAD');
  });
});

describe('where a finding stands', () => {
  it.each(Object.entries(letters))('in its own passage, as the letter writes it: %s', (_, text) => {
    const { passages, findings } = readLetter(text, reader);
    for (const { passage, from, to, saying } of findings) {
      const words = passages[passage]?.slice(from, to) ?? '';
      expect(words, JSON.stringify(saying)).toMatch(/^\S(?:[\s\S]*\S)?$/);
      if ('text' in saying) expect(words).toBe(saying.text);
    }
  });

  it('every word of the letter is in a passage', () => {
    const words = (text: string) => text.split(/\s+/).filter(Boolean).join(' ');
    for (const text of Object.values(letters)) expect(words(readLetter(text, reader).passages.join(' '))).toBe(words(text));
  });
});

describe('letters that are none', () => {
  it.each([
    ['', 0],
    ['Hello.', 0],
    ['42', 0],
    ['\t\t\n|||\n', 0],
  ])('%j says nothing', (text, count) => {
    expect(readLetter(text, reader).findings).toHaveLength(count);
  });

  const timesRead = (text: string) => {
    const { findings } = readLetter(text, reader);
    return findings.length;
  };
  it.each([
    ['200 kB of letters', Array(140).fill(letters.usRsu).join('\n')],
    ['one line of 200 kB', 'Base salary $100,000 '.repeat(10_000)],
    ['a line of gaps', ' '.repeat(200_000)],
    ['bars', '|'.repeat(200_000)],
    ['digits', '1'.repeat(200_000)],
    ['commas', '1,234'.repeat(40_000)],
    ['rows', 'Basic\t80,000\t9,60,000\n'.repeat(9000)],
    ['slashes', `Vesting ${'5/'.repeat(90_000)}`],
  ])('%s is read to its end', (_, text) => {
    expect(text.length).toBeGreaterThan(150_000);
    expect(timesRead(text)).toBeLessThanOrEqual(mostFindings);
  });

  it('two readings of one figure are both kept', () => {
    const [found] = readLetter('Your base salary will be 185,00 USD and you will be paid.', {
      locale: 'en-US',
      currency: 'USD',
    }).findings;
    expect([found?.saying, ...(found?.others ?? [])]).toEqual([
      expect.objectContaining({ of: 'base', amount: '185' }),
      expect.objectContaining({ of: 'base', amount: '18500' }),
    ]);
  });
});
