import { describe, expect, it } from 'vitest';
import type { FigureField } from './field.ts';
import { readFigure } from './read-figure.ts';

const said = (text: string, field: FigureField) => {
  const figure = readFigure(text, field);
  return figure.is === 'value' ? figure.value : figure.is;
};

describe('words that divide', () => {
  it.each<[string, string, string]>([
    ['45p', 'GBP', '0.45'],
    ['420 pence', 'GBP', '4.2'],
    ['85 cents', 'USD', '0.85'],
    ['12.5 ct', 'EUR', '0.125'],
    ['50 paise', 'INR', '0.5'],
    ['£0.45', 'GBP', '0.45'],
    ['1k p', 'GBP', '10'],
    ['p45', 'GBP', 'refused'],
    ['£1 45p', 'GBP', 'ask'],
    ['45p', 'USD', 'refused'],
    ['45 cents', 'JPY', 'refused'],
  ])('%s as a price in %s is %s', (text, currency, value) => {
    expect(said(text, { kind: 'price', locale: 'en-GB', currency })).toBe(value);
  });

  it.each<[string, string]>([
    ['50 bps', '0.5'],
    ['125 basis points', '1.25'],
    ['5‰', '0.5'],
    ['3 pro mille', '0.3'],
    ['12.5%', '12.5'],
  ])('%s is %s percent', (text, value) => {
    expect(said(text, { kind: 'percent', locale: 'en-US' })).toBe(value);
  });

  it('in an amount of money they are none', () => {
    expect(said('45p', { kind: 'money', locale: 'en-GB', currency: 'GBP' })).toBe('refused');
    expect(said('50 bps', { kind: 'money', locale: 'en-GB', currency: 'GBP' })).toBe('refused');
  });
});

describe('what letters of fewer people write', () => {
  it.each<[string, string, string, string]>([
    ['QR 15,000', 'en-QA', 'QAR', '15000'],
    ['RO 1,200', 'en-OM', 'OMR', '1200'],
    ['JD 2,500', 'en-JO', 'JOD', '2500'],
    ['BD 2,500', 'en-BH', 'BHD', '2500'],
    ['Tk 1,20,000', 'en-BD', 'BDT', '120000'],
    ['NRs 1,50,000', 'en-NP', 'NPR', '150000'],
    ['250 000 FCFA', 'fr-SN', 'XOF', '250000'],
    ['B/. 3,500', 'es-PA', 'PAB', '3500'],
    ['S/. 12,500', 'es-PE', 'PEN', '12500'],
    ['950 þús. kr.', 'is-IS', 'ISK', '950000'],
    ['$U 95.000', 'es-UY', 'UYU', '95000'],
    ['180.000 din.', 'sr-Latn-RS', 'RSD', '180000'],
    ['85k€ (fixe)', 'fr-FR', 'EUR', '85000'],
  ])('%s in %s', (text, locale, currency, value) => {
    expect(said(text, { kind: 'money', locale, currency })).toBe(value);
  });

  it.each<[string, string]>([
    ['12 mo', 'months'],
    ['12 mths', 'months'],
    ['12 yrs', 'years'],
    ['12 wks', 'weeks'],
    ['12 hrs', 'hours'],
  ])('%s in a field of %s', (text, unit) => {
    expect(said(text, { kind: 'whole', locale: 'en-US', unit })).toBe('12');
  });
});

describe('what is told roughly', () => {
  it.each<[string, string, string]>([
    ['~120k', 'en-US', '120000'],
    ['about 120,000', 'en-US', '120000'],
    ['ca. 65.000', 'de-DE', '65000'],
    ['rund 65k', 'de-DE', '65000'],
    ['environ 52 000', 'fr-FR', '52000'],
    ['約900万', 'ja-JP', '9000000'],
  ])('%s is meant: %s', (text, locale, value) => {
    expect(said(text, { kind: 'money', locale, currency: 'EUR' })).toBe(value);
  });

  it.each(['120k CA', 'up to 120k', 'over 120k'])('%s is not', (text) => {
    expect(said(text, { kind: 'money', locale: 'en-US', currency: 'USD' })).toBe('refused');
  });
});
