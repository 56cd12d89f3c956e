import { describe, expect, it } from 'vitest';
import { parseMoney } from './parse-money.ts';

const read = (text: string, locale = 'en-US', currency = 'USD') => {
  const parsed = parseMoney(text, { locale, currency });
  return parsed.ok ? parsed.minor : parsed.reason;
};

describe('an amount is read as people write it', () => {
  it.each([
    ['185000', 18_500_000],
    ['185k', 18_500_000],
    ['185 K', 18_500_000],
    ['1.2m', 120_000_000],
    ['187.5k', 18_750_000],
    ['$185,000', 18_500_000],
    ['185,000 USD', 18_500_000],
    ['US$ 185,000.00', 18_500_000],
    ['1,850.50', 185_050],
    ['1,850.5', 185_050],
    ['.5', 50],
    ['0.500', 50],
    ['1,234,567.89', 123_456_789],
    ['12,34,567', 123_456_700],
    ['0', 0],
  ])('%s in dollars', (text, minor) => expect(read(text)).toBe(minor));

  it.each([
    ['€ 90.000', 'de-DE', 9_000_000],
    ['90.000,50 €', 'de-DE', 9_000_050],
    ['90.000', 'en-IE', 9_000_000],
    ['90,000', 'de-DE', 9_000_000],
    ['90 000,5', 'fr-FR', 9_000_050],
    ['1,5k', 'de-DE', 150_000],
    ['EUR 1.250k', 'de-DE', 125_000_000],
    ['1.250k', 'en-IE', 125_000],
    ['90.000,-', 'de-DE', 9_000_000],
  ])('%s in euros, %s', (text, locale, minor) => expect(read(text, locale, 'EUR')).toBe(minor));

  it('knows Swiss grouping, and currencies with none or three digits', () => {
    expect(read("CHF 120'000.–", 'de-CH', 'CHF')).toBe(12_000_000);
    expect(read('¥8,500,000', 'ja-JP', 'JPY')).toBe(8_500_000);
    expect(read('8.5m', 'en-US', 'JPY')).toBe(8_500_000);
    expect(read('1.250', 'en-US', 'KWD')).toBe(1250);
  });
});

describe('what cannot be meant is refused in a sentence', () => {
  it.each(['', '.', 'lots', '1,2,3', '1.2.3,4', '12,3456.7,8', '185kk', '1,850.50.1'])('%j', (text) => {
    expect(read(text)).toBe('Enter an amount, such as 185,000 or 185k.');
  });

  it('another currency, a minus, too fine, too large', () => {
    expect(read('€90')).toBe('Amounts here are in USD: write it without another sign.');
    expect(read('90 EUR')).toBe('Amounts here are in USD: write it without another sign.');
    expect(read('-5')).toBe('Enter the amount without a minus.');
    expect(read('1.005')).toBe(100_500);
    expect(read('1.0005')).toBe('USD has 2 digits after the point.');
    expect(read('1.5', 'en-US', 'JPY')).toBe('JPY has no digits after the point.');
    expect(read('99999999999999999')).toBe('This amount is too large.');
  });
});
