import { describe, expect, it } from 'vitest';
import { inWords } from '../../../../tests/support/letter-words.ts';
import * as letters from '../../../../tests/support/more-letters.ts';
import { blankComponents, type Components, known } from '../compensation/components.ts';
import type { Finding } from './letter.ts';
import { readLetter } from './read-letter.ts';
import { takeFinding } from './take/take-finding.ts';

const reader = { locale: 'en-GB', currency: 'EUR' };

/** A finding with every way to read it. */
const waysOf = ({ saying, others, currency }: Finding) => [saying, ...others].map((one) => inWords(one, currency)).join(' or ');
const said = (text: string) => readLetter(text, reader).findings.map(waysOf);

describe('letters in the manner of their country', () => {
  it.each<[string, string[]]>([
    [
      letters.brazilClt,
      [
        'title: Analista de Dados Pleno',
        'base 9500 BRL a month × 13.33',
        'Vale-refeição 13200 BRL',
        'Vale-alimentação 5400 BRL',
        'Auxílio home office 1800 BRL',
        'sign-on 10000 BRL',
        'nso 4000 shares',
        'vests 100 in 48 by 1, cliff 12 or vests 100 in 48 by 3, cliff 12 or vests 100 in 48 by 12, cliff 12',
        'strike 2.35 USD',
        'match 100 up to 4',
        'leave 30',
        'location: São Paulo - SP',
        'remote: modelo híbrido (2 dias por semana no escritório)',
        'startDate 2027-02-01',
        'deadline 2026-12-10',
      ],
    ],
    [
      letters.canada,
      [
        'title: Staff Developer',
        'location: Toronto',
        'base 142000 CAD a year',
        'bonus 12.5 %',
        'sign-on 12000 CAD',
        'owed back monthly 18',
        'match 100 up to 5',
        'leave 20',
        'Health Spending Account 1000 CAD',
        'nso 8500 shares',
        'strike 3.1 CAD',
        'vests 100 in 48 by 1, cliff 12',
        'startDate 2027-01-18',
        'deadline 2026-12-03 17:00 America/Toronto',
      ],
    ],
    [
      letters.dubai,
      [
        'title: Senior Product Manager',
        'base 21000 AED a month',
        'Housing Allowance 126000 AED or part of base 10500 AED a month',
        'Transport Allowance 42000 AED or part of base 3500 AED a month',
        'Economy return ticket 4000 AED',
        'leave 30',
        'Relocation once 20000 AED',
        'owed back full-then-monthly 12',
        'notice: 60 days',
        'startDate 2027-01-10',
        'deadline 2026-12-05',
      ],
    ],
    [
      letters.dutchRuling,
      [
        'title: Senior Software Engineer',
        'location: Amsterdam',
        'base 6250 EUR a month × 13.96 or base 6250 EUR a month × 14.04',
        'bonus 12.5 %',
        'leave 28',
        'Mobiliteitsbudget 5400 EUR',
        'Verhuiskostenvergoeding once 7500 EUR',
        'owed back full-then-monthly 24',
        'startDate 2027-03-01',
        'deadline 2026-12-15',
      ],
    ],
    [
      letters.franceCdi,
      [
        'title: Ingénieure Logiciel Senior',
        'level: position 2.2',
        'base 68000 EUR a year × 13',
        'bonus 10 %',
        'sign-on 4000 EUR',
        'owed back monthly 12',
        'Intéressement et participation 3200 EUR',
        'bspce 2500 shares',
        'strike 18.4 EUR',
        'vests 100 in 48 by 1, cliff 12 or vests 100 in 48 by 3, cliff 12 or vests 100 in 48 by 12, cliff 12',
        'leave 25',
        'remote: 3 jours par semaine',
        'startDate 2027-01-04',
        'deadline 2026-11-30',
      ],
    ],
    [
      letters.germanVsop,
      [
        'title: Head of Engineering',
        'base 105000 EUR a year',
        'bonus 15000 EUR a year',
        'vsop 12000 shares',
        'strike 1 EUR',
        'vests 100 in 48 by 1, cliff 12',
        'vsop 0.4 percent',
        'sign-on 10000 EUR',
        'owed back monthly 12',
        'leave 30',
        'Jobticket 588 EUR',
        'notice: 3 Monate zum Quartalsende',
        'startDate 2027-03-01',
        'location: Berlin',
        'remote: bis zu 3 Tage pro Woche remote',
        'deadline 2026-12-04',
      ],
    ],
    [
      letters.japanMonthly,
      [
        'title: バックエンドエンジニア',
        'base 520000 JPY a month',
        '通勤手当 360000 JPY',
        '住宅手当 240000 JPY',
        'pension 120000 JPY a year',
        'leave 12',
        'nso 3000 shares',
        'strike 450 JPY',
        'vests 100 in 48 by 1 or vests 100 in 48 by 3 or vests 100 in 48 by 12',
        'location: 東京都港区六本木1-2-3',
        'startDate 2027-04-01',
        'deadline 2026-12-18',
      ],
    ],
    [
      letters.polishUop,
      [
        'title: Starszy Programista Java',
        'base 22500 PLN a month',
        'base 165 PLN a hour',
        'leave 20',
        'bonus 10 %',
        'sign-on 15000 PLN',
        'owed back full-then-monthly 12',
        'leave 26',
        'pension 1.5',
        'Opieka medyczna 2160 PLN',
        'startDate 2027-02-01',
        'deadline 2026-12-11',
      ],
    ],
    [
      letters.singapore,
      [
        'title: Data Scientist',
        'base 9200 SGD a month × 13',
        'pension 17',
        'sign-on 15000 SGD',
        'owed back full-then-monthly 12',
        'leave 18',
        'Flexible benefits 1500 SGD',
        'rsu 60000 USD',
        'vests 100 in 48 by 12',
        'startDate 2027-02-01',
        'deadline 2026-12-07',
      ],
    ],
    [
      letters.zurich,
      [
        'title: Senior Data Engineer',
        'share 80',
        'base 145600 CHF a year × 13',
        'bonus 10 %',
        'cap 150',
        'pension 12',
        'leave 25',
        'Halbtax-Abonnement 190 CHF',
        'location: Zürich',
        'startDate 2027-02-01',
        'notice: 3 Monate',
        'deadline 2026-12-11',
      ],
    ],
  ])('%#', (text, findings) => expect(said(text)).toEqual(findings));

  it.each(Object.entries(letters))('each finding stands in its own passage: %s', (_, text) => {
    const { passages, findings } = readLetter(text, reader);
    for (const { passage, from, to, saying } of findings)
      expect(passages[passage]?.slice(from, to) ?? '', JSON.stringify(saying)).toMatch(/^\S(?:[\s\S]*\S)?$/);
  });
});

describe('what could be misread is asked, or stays text', () => {
  it.each<[string, string[]]>([
    ['Base salary: $185,000', ['base 185000 USD a year or base 185000 USD a month']],
    ['Your base salary will be 3.500 EUR netto.', []],
    ['Wynagrodzenie: 8 000 zł na rękę miesięcznie, oraz premia w pracy.', []],
    ['Travel allowance: €0.23 per km', []],
    ['Meal allowance: €120', ['Meal allowance 120 EUR or Meal allowance 1440 EUR or Meal allowance once 120 EUR']],
    ['Home office allowance: €500 one-time', ['Home office allowance once 500 EUR']],
    ['Zielbonus: 10 % bei 100 % Zielerreichung, maximal 200 % des Gehalts', ['bonus 10 %', 'cap 200']],
    ['Pension: employer 12 %, employee 8 %', ['pension 12']],
    ['Pension: your contribution 5 %', []],
    ['Company pension: we add 20 % to your contribution', []],
    ['Your salary of $90,000 per year is for 60% part-time.', ['base 90000 USD a year', 'share 60']],
    ['RSUs vest 25% after one year, then quarterly over four years.', ['vests 100 in 48 by 3, cliff 12']],
    ['Vacation days: 20', ['leave 20']],
    ['Your total is $250,000 a year, of which $180,000 is base salary.', ['base 180000 USD a year']],
    ['You will be paid $7,115.38 bi-weekly, an annual base salary of $185,000.', ['base 185000 USD a year']],
    ['Your salary of £45,000 per annum will increase to £48,000 after six months.', ['base 45000 GBP a year']],
    ['Gehalt: 72.000 EUR jährlich, in 12 Raten zu je 6.000 EUR.', ['base 72000 EUR a year']],
    ['Guaranteed first-year bonus of $25,000.', ['guaranteed 25000 USD']],
    ['Pension: 5% employee and 3% employer contributions.', ['pension 3']],
    ['We contribute 6% of your salary to the pension, and you contribute 4%.', ['pension 6']],
    ['401(k): 100% match on the first 3% and 50% on the next 2%.', ['match 100 up to 3, then 50 up to 5']],
    ['RSUs worth $400,000, vesting 25% per year over 4 years.', ['rsu 400000 USD', 'vests 100 in 48 by 12']],
    ['La rémunération brute annuelle sera comprise entre 45 000 € et 50 000 €.', []],
    ['You get 0.5% equity in the company.', ['rsu 0.5 percent']],
  ])('%s', (text, findings) => expect(said(text)).toEqual(findings));

  it('a bare dollar is the one that the letter names', () => {
    const canadian = 'Base salary: CAD $142,000 per year\nSigning bonus: $12,000';
    const american = { locale: 'en-US', currency: 'USD' };
    expect(readLetter(canadian, american).findings.map(({ currency }) => currency)).toEqual(['CAD', 'CAD']);
    expect(readLetter('Signing bonus: $12,000', american).findings[0]?.currency).toBe('USD');
  });
});

describe('taking what was found', () => {
  const take = (finding: Finding, components: Partial<Components>, at = 0) =>
    takeFinding([finding.saying, ...finding.others][at] ?? finding.saying, finding.currency, {
      currency: 'EUR',
      components: { ...blankComponents(), ...components },
      answerBy: null,
    })?.components;
  const found = (text: string) => {
    const [first] = readLetter(text, reader).findings;
    if (!first) throw new Error(`Nothing was found in “${text}”.`);
    return first;
  };
  const base = known({ amount: 6_000_00, per: 'month' as const });

  it('an allowance is a benefit, or a part of the month’s base', () => {
    const allowance = found('Housing allowance: €1,500 per month');
    expect(take(allowance, { base })?.benefits).toEqual(known([{ name: 'Housing allowance', yearly: 18_000_00 }]));
    expect(take(allowance, { base }, 1)?.base).toEqual(known({ amount: 7_500_00, per: 'month' }));
  });

  it('a part by another period than the base never takes its place', () => {
    const allowance = found('Housing allowance: €1,500 per month');
    expect(take(allowance, { base: known({ amount: 90_000_00, per: 'year' }) }, 1)).toBeUndefined();
  });

  it('a share of full time and a cap belong to what is there', () => {
    const [share, cap] = [found('Pensum 80 %'), found('Bonus maximal 150 % der Vergütung.')];
    expect(take(share, { base })?.base).toEqual(known({ amount: 6_000_00, per: 'month', share: '80' }));
    expect(take(share, {})).toBeUndefined();
    expect(take(cap, { bonus: known({ target: '10' }) })?.bonus).toEqual(known({ target: '10', cap: '150' }));
    expect(take(cap, {})).toBeUndefined();
  });

  it('a match of two tiers and a guarantee are taken whole', () => {
    const match = found('401(k): 100% match on the first 3% and 50% on the next 2%.');
    const tiers = [
      { rate: '100', upTo: '3' },
      { rate: '50', upTo: '5' },
    ];
    expect(take(match, {})?.match).toEqual(known({ tiers, own: null }));
    expect(take(found('Guaranteed bonus of €25,000.'), {})?.guaranteed).toEqual(known({ paid: [25_000_00], kind: 'floor' }));
  });

  it('a pension as an amount is one a year', () => {
    const added = found('Pension: we add €500 per month');
    expect(take(added, {})?.match).toEqual(known({ tiers: [], own: null, yearly: 6_000_00 }));
  });

  it('a strike in another currency makes it the grant’s, unless the grant has money of its own already', () => {
    const granted = take(found('You get 4,000 options.'), {})?.grants;
    const strike = found('The strike is US$ 2.35.');
    if (granted?.state !== 'known') throw new Error('There is no grant.');
    expect(take(strike, { grants: granted })?.grants).toMatchObject({ value: [{ currency: 'USD', strike: '2.35' }] });
    const [grant] = granted.value;
    expect(take(strike, { grants: known(grant ? [{ ...grant, price: '5' }] : []) })).toBeUndefined();
    expect(take(strike, {})).toBeUndefined();
  });
});

describe('a date without a year', () => {
  const american = { locale: 'en-US', currency: 'USD' };
  const days = (text: string, today?: string) =>
    readLetter(text, today === undefined ? american : { ...american, today }).findings.map(waysOf);
  const until = 'This offer expires at 5:00 PM PT on Friday, December 4.';

  it('is of the letter’s own year, whatever day it is', () => {
    expect(days(`November 20, 2026\n\n${until}`, '2029-03-01')).toEqual(['deadline 2026-12-04 17:00 America/Los_Angeles']);
  });

  it('is the nearest to today where the letter names none, across the new year', () => {
    expect(days(until, '2026-11-28')).toEqual(['deadline 2026-12-04 17:00 America/Los_Angeles']);
    expect(days('Your start date is January 4.', '2026-11-28')).toEqual(['startDate 2027-01-04']);
    expect(days('Please respond by February 29.', '2028-02-20')).toEqual(['deadline 2028-02-29']);
  });

  it('is none on another weekday than it names, and where nobody says what day it is', () => {
    expect(days(until.replace('Friday', 'Monday'), '2026-11-28')).toEqual([]);
    expect(days(until)).toEqual([]);
  });
});
