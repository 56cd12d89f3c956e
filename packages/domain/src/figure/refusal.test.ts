import { describe, expect, it } from 'vitest';
import type { FigureField } from './field.ts';
import { readFigure } from './read-figure.ts';

const dollars: FigureField = { kind: 'money', locale: 'en-US', currency: 'USD' };
const why = (text: string, field: FigureField = dollars) => {
  const figure = readFigure(text, field);
  return figure.is === 'refused' ? [figure.why, figure.sentence, figure.currency] : [figure.is];
};
const example = 'Enter an amount, such as 185,000 or 185k.';

describe('what is no figure is refused in a sentence that names the matter', () => {
  it.each(['.', 'lots', '1,2,3', '1.2.3,4', '12,3456.7,8', '1,850.50.1', '31.12.2024', '5k 3M', '5k 3k', '185k 5', 'k', '1 2 3'])(
    '%j',
    (text) => expect(why(text)).toEqual(['no figure', example, undefined]),
  );

  it.each([
    ['185k OTE', `“OTE” is not part of a number here. ${example}`],
    ['185kk', `“kk” is not part of a number here. ${example}`],
    ['185k+', `“+” is not part of a number here. ${example}`],
    ['5²', `“²” is not part of a number here. ${example}`],
    ['1e5', `Write the number out. ${example}`],
    ['1.5E-3', `Write the number out. ${example}`],
  ])('%s', (text, sentence) => expect(why(text)).toEqual(['unknown word', sentence, undefined]));

  it.each([
    ['150k–180k', 'a range', 'That is more than one figure. Enter one.'],
    ['90 to 100k', 'a range', 'That is more than one figure. Enter one.'],
    ['13 × 6,000', 'a product', 'Enter the figure itself, not a multiplication.'],
    ['13 x 6,000', 'a product', 'Enter the figure itself, not a multiplication.'],
    ['$5,000 CR', 'unknown word', `“CR” is not part of a number here. ${example}`],
    ['12 %', 'a percentage', 'That is a percentage. This field takes an amount.'],
    ['3,500 net', 'after tax', 'That is an amount after tax. Enter what the letter says before tax.'],
    ['-5', 'negative', 'Enter the amount without a minus.'],
    ['($5)', 'negative', 'Enter the amount without a minus.'],
    ['1.0005', 'too fine', 'USD has 2 digits after the point.'],
    ['99999999999999999', 'too large', 'This amount is too large.'],
    ['2 years', 'not an amount', `That is a length of time. ${example}`],
    ['185k (20k base)', 'a range', 'That is more than one figure. Enter one.'],
    ['$5 a month p.a.', 'another period', `Name one period only. ${example}`],
  ])('%s', (text, code, sentence) => expect(why(text)).toEqual([code, sentence, undefined]));

  it('a text as long as a letter', () => expect(why('1'.repeat(121))[0]).toBe('no figure'));

  it('the largest that can be counted exactly is read, one more is not', () => {
    expect(why('90,071,992,547,409.91')).toEqual(['value']);
    expect(why('90,071,992,547,409.92')[0]).toBe('too large');
    expect(why('9007199254740991', { kind: 'whole', locale: 'en-US' })).toEqual(['value']);
    expect(why('9007199254740992', { kind: 'whole', locale: 'en-US' })[0]).toBe('too large');
    expect(why('9'.repeat(30), { kind: 'decimal', locale: 'en-US' })).toEqual(['value']);
    expect(why(`-1${'0'.repeat(30)}`, { kind: 'decimal', locale: 'en-US' })).toEqual(['value']);
    expect(why(`-1${'0'.repeat(29)}1`, { kind: 'decimal', locale: 'en-US' })).toEqual([
      'too large',
      'This number is too large.',
      undefined,
    ]);
  });
});

describe('another currency is named, and offered where it is beyond doubt', () => {
  it.each([
    ['€90', 'This field is in USD; you wrote €.', 'EUR'],
    ['100k AUD', 'This field is in USD; you wrote AUD.', 'AUD'],
    ['90 EUR', 'This field is in USD; you wrote EUR.', 'EUR'],
    ['90 euros', 'This field is in USD; you wrote euros.', 'EUR'],
    ['90 Kenyan Shilling', 'This field is in USD; you wrote Kenyan Shilling.', 'KES'],
    ['90 Canadian dollars', 'This field is in USD; you wrote Canadian dollars.', 'CAD'],
    ['C$120k', 'This field is in USD; you wrote C$.', 'CAD'],
    ['£65k', 'This field is in USD; you wrote £.', 'GBP'],
    ['90k kr', 'This field is in USD; you wrote kr.', undefined],
  ])('%s', (text, sentence, currency) => expect(why(text)).toEqual(['another currency', sentence, currency]));

  it('a dollar is the dollar of the place', () => {
    const euros = { kind: 'money', currency: 'EUR' } as const;
    expect(why('$90', { ...euros, locale: 'en-AU' })[2]).toBe('AUD');
    expect(why('$90', { ...euros, locale: 'de-DE' })[2]).toBe('USD');
    expect(why('90 kr', { ...euros, locale: 'sv-SE' })[2]).toBe('SEK');
    expect(why('¥90', { ...euros, locale: 'zh-CN' })[2]).toBe('CNY');
  });

  it('a number that is no money takes no sign', () => {
    expect(why('€5', { kind: 'whole', locale: 'en-US' })).toEqual([
      'not an amount',
      'This is a number, not an amount of money: leave out “€”.',
      undefined,
    ]);
    expect(why('5 %', { kind: 'whole', locale: 'en-US' })[1]).toBe('That is a percentage. This field takes a number.');
  });
});

describe('a period is named as such', () => {
  const yearly: FigureField = { ...dollars, per: 'year' };
  it('where the field is for another one', () => {
    expect(why('$15,000/month', yearly)[1]).toBe('That is an amount a month. This field takes an amount a year.');
    expect(why('185k p.a.', { ...dollars, per: 'once' })[1]).toBe('That is an amount a year. This one is paid once.');
    expect(why('$7,115.38 biweekly', yearly)[1]).toBe('That is an amount every two weeks. This field takes an amount a year.');
    expect(why('185k p.a.', { ...dollars, per: 'month', periods: ['month', 'year'] })[1]).toBe(
      'That is an amount a year. Choose “a year” beside the field.',
    );
  });
  it.each([
    ['en-US', 'USD', '$7,115.38 bi-weekly', 'every two weeks'],
    ['en-GB', 'GBP', '£2,000 a fortnight', 'every two weeks'],
    ['en-US', 'USD', '$7,708 semi-monthly', 'twice a month'],
    ['en-US', 'USD', '$20,000/quarter', 'a quarter'],
    ['de-DE', 'EUR', '5.000 € vierteljährlich', 'a quarter'],
    ['fr-FR', 'EUR', '5 000 € par trimestre', 'a quarter'],
    ['es-MX', 'MXN', '$22,500 quincenales', 'every two weeks'],
    ['ja-JP', 'JPY', '半年 100万円', 'half a year'],
  ])('also where no field keeps it: %s, %s, %s', (locale, currency, text, said) => {
    const periods = ['hour', 'day', 'week', 'month', 'year'] as const;
    expect(why(text, { kind: 'money', locale, currency, periods })).toEqual([
      'another period',
      `That is an amount ${said}. Enter what it comes to a week, a month or a year.`,
      undefined,
    ]);
  });
  it('and goes through where it is the field’s own', () => {
    expect(readFigure('185k/yr', yearly)).toEqual({ is: 'value', value: '185000', shown: '$185,000', period: 'year' });
  });
});

describe('bounds', () => {
  it('are said as the person reads numbers', () => {
    const field: FigureField = { kind: 'whole', locale: 'de-DE', min: 1000, max: 2000 };
    expect(why('999', field)).toEqual(['too small', 'Enter 1.000 or more.', undefined]);
    expect(why('2.001', field)).toEqual(['too large', 'Enter 2.000 or less.', undefined]);
    expect([why('1000', field), why('2000', field)]).toEqual([['value'], ['value']]);
    expect(why('-1', { kind: 'percent', locale: 'en-US' })[1]).toBe('This cannot be below 0.');
  });

  it('and so are digits behind the point', () => {
    expect(why('1.5', { kind: 'whole', locale: 'en-US' })[1]).toBe('Enter a whole number.');
    expect(why('1.5', { ...dollars, currency: 'JPY' })[1]).toBe('JPY has no digits after the point.');
    expect(why('1.234', { kind: 'decimal', locale: 'en-US', decimals: 2 })[1]).toBe('At most 2 digits after the point.');
    expect(why('x', { kind: 'percent', locale: 'de-DE' })[1]).toBe('Enter a number, such as 12,5.');
  });
});
