import { describe, expect, it } from 'vitest';
import { readFigure } from './read-figure.ts';

type Wanted = { value?: string; period?: string; ask?: string[]; refuse?: string };
type Case = [
  kind: 'money' | 'decimal' | 'whole' | 'percent' | 'days',
  locale: string,
  currency: string | undefined,
  text: string,
  wanted: Wanted,
];

/** Figures as letters state them, each with what it means. */
const cases: Case[] = [
  ['decimal', 'en-US', undefined, '1,250', { value: '1250' }],
  ['decimal', 'en-US', undefined, '1,787.48', { value: '1787.48' }],
  ['decimal', 'de-DE', undefined, '1.250', { value: '1250' }],
  ['decimal', 'de-DE', undefined, '1,25', { value: '1.25' }],
  ['decimal', 'de-CH', undefined, '1’250.50', { value: '1250.5' }],
  ['decimal', 'fr-FR', undefined, '1 250,5', { value: '1250.5' }],
  ['decimal', 'en-IN', undefined, '3,800', { value: '3800' }],
  ['decimal', 'de-DE', undefined, '1.25', { ask: ['1.25', '125'] }],
  ['whole', 'en-IN', undefined, '1,50,000', { value: '150000' }],
  ['whole', 'en-US', undefined, '10k', { value: '10000' }],
  ['whole', 'en-US', undefined, '-5', { refuse: 'negative' }],
  ['money', 'ar-EG', 'EGP', '١٬٢٠٠٬٠٠٠', { value: '1200000' }],
  ['money', 'fa-IR', 'EUR', '۱۲۰٬۰۰۰', { value: '120000' }],
  ['money', 'en-IN', 'INR', '12 LPA', { value: '1200000', period: 'year' }],
  ['money', 'en-IN', 'INR', '12L', { value: '1200000' }],
  ['money', 'en-IN', 'INR', 'Rs. 12,00,000', { value: '1200000' }],
  ['money', 'en-IN', 'INR', '₹12,00,000/-', { value: '1200000' }],
  ['money', 'ja-JP', 'JPY', '900万円', { value: '9000000' }],
  ['money', 'de-DE', 'EUR', '1,2 Mio. €', { value: '1200000' }],
  ['money', 'de-DE', 'EUR', '90 Tsd.', { value: '90000' }],
  ['money', 'en-GB', 'GBP', '£65,000 p.a.', { value: '65000', period: 'year' }],
  ['money', 'pt-BR', 'BRL', 'R$ 15.000/mês', { value: '15000', period: 'month' }],
  ['money', 'sv-SE', 'SEK', '55 000:-', { value: '55000' }],
  ['money', 'en-SG', 'SGD', 'S$120,000', { value: '120000' }],
  ['money', 'en-AU', 'USD', 'AU$120,000', { refuse: "another currency than the field's" }],
  ['money', 'ar-KW', 'KWD', '1.250', { ask: ['1.25', '1250'] }],
  ['money', 'en-US', 'USD', '18,5000', { ask: ['18.5', '185000'] }],
  ['money', 'en-US', 'USD', '185,00', { ask: ['185', '18500'] }],
  ['money', 'en-US', 'USD', '0.5k', { value: '500' }],
  ['money', 'en-US', 'USD', '1e5', { refuse: 'not how an amount is written' }],
  ['money', 'en-US', 'USD', '185K/yr', { value: '185000', period: 'year' }],
  ['days', 'en-US', undefined, 'unlimited', { value: 'unlimited' }],
  ['percent', 'en-GB', undefined, '160', { value: '160' }],
];

function meant(kind: Case[0], locale: string, currency: string | undefined, text: string): Wanted {
  const days = { min: 0, words: ['unlimited'] };
  const figure = readFigure(text, {
    kind: kind === 'days' ? 'decimal' : kind,
    locale,
    currency,
    ...(kind === 'days' ? days : {}),
  });
  if (figure.is === 'word') return { value: figure.word };
  if (figure.is === 'ask') return { ask: figure.readings.map(({ value }) => value) };
  if (figure.is === 'value') return figure.period ? { value: figure.value, period: figure.period } : { value: figure.value };
  return figure.is === 'refused' ? { refuse: figure.why } : {};
}

const whys: Record<string, string> = {
  negative: 'negative',
  "another currency than the field's": 'another currency',
  'not how an amount is written': 'unknown word',
};

describe('the worked cases of entry', () => {
  it.each(cases)('%s in %s, %s: %s', (kind, locale, currency, text, wanted) => {
    const { refuse } = wanted;
    expect(meant(kind, locale, currency, text)).toEqual(refuse ? { refuse: whys[refuse] } : wanted);
  });
});
