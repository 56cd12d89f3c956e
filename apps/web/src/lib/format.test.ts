import { describe, expect, it } from 'vitest';
import { makeFormat } from './format.ts';
import { guessCurrency, readableLocale } from './person.ts';

const denver = makeFormat({ locale: 'en-US', zone: 'America/Denver' });
const berlin = makeFormat({ locale: 'de-DE', zone: 'Europe/Berlin' });
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('money', () => {
  it('shows cents only where there are some, and keeps every digit of a large amount', () => {
    expect(denver.money(18_500_000, 'USD')).toBe('$185,000');
    expect(denver.money(185_050, 'USD')).toBe('$1,850.50');
    expect(plain(berlin.money(9_000_050, 'EUR'))).toBe('90.000,50 €');
    expect(denver.money(8_500_000, 'JPY')).toBe('¥8,500,000');
    expect(denver.money(9_007_199_254_740_991, 'USD')).toBe('$90,071,992,547,409.91');
  });

  it('writes the figure alone for a table, a dash for nothing', () => {
    expect(denver.amount(14_500_000, 'USD')).toBe('145,000');
    expect(denver.amount(14_500_010, 'USD')).toBe('145,000.10');
    expect(denver.money(null, 'USD')).toBe('–');
  });

  it('writes percentages from exact decimals', () => {
    expect(denver.percent('12.5')).toBe('12.5%');
    expect(plain(berlin.percent('3.3333'))).toBe('3,3333 %');
    expect(denver.percent('10')).toBe('10%');
  });
});

describe('dates', () => {
  it('a civil date never moves with a zone', () => {
    expect(denver.date('2026-11-26')).toBe('Nov 26, 2026');
    expect(berlin.date('2026-11-26')).toBe('26. Nov. 2026');
    expect(denver.day('2026-11-26')).toBe('Thu, Nov 26');
  });

  it('an instant is shown in the zone of the person, or in the one asked for', () => {
    const end = '2026-11-27T07:00:00Z';
    expect(plain(denver.time(end))).toBe('12:00 AM');
    expect(berlin.time(end)).toBe('08:00');
    expect(plain(denver.dayTime(end, 'Asia/Kathmandu'))).toBe('Fri, Nov 27, 12:45 PM');
    expect(denver.place('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
  });

  it('is relative in whole units that have passed', () => {
    const now = new Date('2026-11-21T12:00:00Z');
    const from = (at: string) => denver.relative(at, now);
    expect(from('2026-11-21T11:59:40Z')).toBe('now');
    expect(from('2026-11-21T10:01:00Z')).toBe('1 hour ago');
    expect(from('2026-11-20T11:00:00Z')).toBe('yesterday');
    expect(from('2026-11-24T12:00:00Z')).toBe('in 3 days');
  });
});

describe('a first guess at the currency', () => {
  it('follows the region, also of a bare language', () => {
    expect(['de', 'en-GB', 'de-CH', 'ja', 'en', 'sw-TZ'].map(guessCurrency)).toEqual(['EUR', 'GBP', 'CHF', 'JPY', 'USD', 'USD']);
  });

  it('takes no locale that is none', () => {
    expect(['en-us', 'en-US@posix', 'C', '', undefined].map(readableLocale)).toEqual(['en-US', null, null, null, null]);
  });
});
