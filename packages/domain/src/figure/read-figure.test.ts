import { describe, expect, it } from 'vitest';
import type { FigureField } from './field.ts';
import { type Figure, readFigure } from './read-figure.ts';

function inWords(figure: Figure): string {
  if (figure.is === 'value') return figure.period ? `${figure.value} a ${figure.period}` : figure.value;
  if (figure.is === 'ask') return figure.readings.map(({ value }) => value).join(' or ');
  if (figure.is === 'word') return `the word ${figure.word}`;
  return figure.is === 'refused' ? figure.why : figure.is;
}

const money = (text: string, locale = 'en-US', currency = 'USD', more: Partial<FigureField> = {}) =>
  inWords(readFigure(text, { kind: 'money', locale, currency, ...more }));
const plain = (text: string, kind: FigureField['kind'], locale = 'en-US', more: Partial<FigureField> = {}) =>
  inWords(readFigure(text, { kind, locale, ...more }));

describe('an amount is read as people write it', () => {
  it.each([
    ['185000', '185000'],
    ['185k', '185000'],
    ['185 K', '185000'],
    ['1.2m', '1200000'],
    ['187.5k', '187500'],
    ['$185,000', '185000'],
    ['185,000 USD', '185000'],
    ['US$ 185,000.00', '185000'],
    ['1,850.50', '1850.5'],
    ['.5', '0.5'],
    ['0.500', '0.5'],
    ['1,234,567.89', '1234567.89'],
    ['12,34,567', '1234567'],
    ['185 000', '185000'],
    ['185_000', '185000'],
    ['１８５，０００', '185000'],
    ['1.250k', '1250'],
    ['1.005', '1005'],
    ['3.', '3'],
    ['+5', '5'],
    ['12½', '12.5'],
    ['½ million', '500000'],
    ['180 thousand', '180000'],
    ['0', '0'],
    ['$45/hr', '45 a hour'],
    ['$185,000 per year', '185000 a year'],
    ['  ', 'empty'],
  ])('%s in dollars', (text, value) => expect(money(text)).toBe(value));

  it.each([
    ['de-DE', 'EUR', 'EUR 78.000,-', '78000'],
    ['de-DE', 'EUR', '90.000,50 €', '90000.5'],
    ['de-DE', 'EUR', '90,000', '90000'],
    ['de-DE', 'EUR', 'EUR 1.250k', '1250000'],
    ['de-DE', 'EUR', '90 TEUR', '90000'],
    ['de-DE', 'EUR', '75k€', '75000'],
    ['de-DE', 'EUR', '55.000 Euro brutto im Jahr', '55000 a year'],
    ['de-DE', 'EUR', '25 €/Std.', '25 a hour'],
    ['de-CH', 'CHF', "Fr. 120'000.–", '120000'],
    ['de-CH', 'CHF', '10’000 pro Monat', '10000 a month'],
    ['fr-CH', 'CHF', 'CHF 120ʼ000', '120000'],
    ['fr-FR', 'EUR', '4 583,33 €/mois', '4583.33 a month'],
    ['fr-FR', 'EUR', '55 K€ brut par an', '55000 a year'],
    ['fr-FR', 'EUR', '1,2 million d’euros', '1200000'],
    ['es-ES', 'EUR', '45 mil euros', '45000'],
    ['es-ES', 'EUR', '45.000 € brutos anuales', '45000 a year'],
    ['it-IT', 'EUR', 'RAL 45.000', '45000'],
    ['nl-NL', 'EUR', '€ 5.000 bruto per maand', '5000 a month'],
    ['sv-SE', 'SEK', '0,6 mkr', '600000'],
    ['sv-SE', 'SEK', 'SEK 55 000 i månaden', '55000 a month'],
    ['da-DK', 'DKK', '45.000 kr. pr. måned', '45000 a month'],
    ['fi-FI', 'EUR', '3 500 €/kk', '3500 a month'],
    ['pl-PL', 'PLN', '15 tys. zł', '15000'],
    ['cs-CZ', 'CZK', '80 tis. Kč', '80000'],
    ['hu-HU', 'HUF', '800 E Ft', '800000'],
    ['ru-RU', 'RUB', '150 тыс. руб.', '150000'],
    ['ru-RU', 'RUB', '350к', '350000'],
    ['tr-TR', 'TRY', '50 bin TL', '50000'],
    ['pt-BR', 'BRL', 'R$ 1,2 mi', '1200000'],
    ['pt-CV', 'CVE', '1 234$56', '1234.56'],
    ['en-IN', 'INR', '1 crore 20 lakh', '12000000'],
    ['en-IN', 'INR', '₹ 12L CTC p. a.', '1200000 a year'],
    ['en-IN', 'INR', '1,00,000 pm', '100000 a month'],
    ['en-IN', 'INR', 'Rs.12,00,000 only', '1200000'],
    ['hi-IN', 'INR', '१२ लाख रुपये', '1200000'],
    ['id-ID', 'IDR', '15 juta/bulan', '15000000 a month'],
    ['ja-JP', 'JPY', '九百万円', '9000000'],
    ['ja-JP', 'JPY', '￥９，０００，０００', '9000000'],
    ['ja-JP', 'JPY', '月給30万円', '300000 a month'],
    ['ja-JP', 'JPY', '1億2千5百万円', '125000000'],
    ['ja-JP', 'JPY', '千万円', '10000000'],
    ['ko-KR', 'KRW', '1억 2천만', '120000000'],
    ['ko-KR', 'KRW', '3억 5000만원', '350000000'],
    ['zh-CN', 'CNY', 'RMB 3万5千', '35000'],
    ['zh-TW', 'TWD', 'NT$1,200,000', '1200000'],
    ['sw-KE', 'KES', 'Ksh milioni 1.2', '1200000'],
    ['en-KW', 'KWD', '1.250', '1.25'],
    ['en-KW', 'KWD', '1,250', '1250'],
    ['ar-KW', 'KWD', '١٬٢٥٠٫٥٠٠ د.ك.', '1250.5'],
    ['he-IL', 'ILS', '‏1,250.50 ‏₪', '1250.5'],
    ['en-ZM', 'ZMW', 'K15,000', '15000'],
    ['en-AU', 'AUD', 'A$120k', '120000'],
    ['en-CA', 'CAD', 'C$120,000', '120000'],
    ['en-HK', 'HKD', 'HK$30,000/month', '30000 a month'],
    ['de-DE', 'EUR', '5.200 € pro Monat (brutto)', '5200 a month'],
    ['de-DE', 'EUR', '6.000 € monatl.', '6000 a month'],
    ['de-DE', 'EUR', '75.000 €/J', '75000 a year'],
    ['de-DE', 'EUR', '650 €/PT', '650 a day'],
    ['fr-FR', 'EUR', '450 €/j HT', '450 a day'],
    ['fr-CA', 'CAD', '95 000 $ CA', '95000'],
    ['es-ES', 'EUR', '48.000 € b/a', '48000 a year'],
    ['es-MX', 'MXN', '$45,000 pesos mensuales brutos', '45000 a month'],
    ['es-CL', 'CLP', '2,5 millones de pesos', '2500000'],
    ['it-IT', 'EUR', '€ 45.000 lorde', '45000'],
    ['nl-NL', 'EUR', '€85/u excl. btw', '85 a hour'],
    ['nl-NL', 'EUR', '€ 65.000 op jaarbasis', '65000 a year'],
    ['ja-JP', 'JPY', '900万円(税込)', '9000000'],
    ['ja-JP', 'JPY', '年俸制 900万円', '9000000 a year'],
    ['ko-KR', 'KRW', '연 7,000만원', '70000000 a year'],
    ['hi-IN', 'INR', '50 हजार रुपये', '50000'],
    ['en-IN', 'INR', '12 lpa fixed', '1200000 a year'],
    ['en-IN', 'INR', 'Rs. 1.5 Cr', '15000000'],
    ['pl-PL', 'PLN', '25 000 zł netto + VAT/mies.', '25000 a month'],
    ['pl-PL', 'PLN', '1200 zł/MD', '1200 a day'],
    ['sv-SE', 'SEK', '12 000 kr/v', '12000 a week'],
    ['fi-FI', 'EUR', '55 000 €/v', '55000 a year'],
    ['da-DK', 'DKK', '45.000 kr./md.', '45000 a month'],
    ['nb-NO', 'NOK', '450 kr/t', '450 a hour'],
    ['he-IL', 'ILS', '32,000 ש״ח ברוטו', '32000'],
    ['ar-SA', 'SAR', '٢٠٬٠٠٠ ريال شهريًا', '20000 a month'],
    ['ar-EG', 'EGP', '٢٥ ألف جنيه', '25000'],
    ['en-AE', 'AED', '28,000 dirhams', '28000'],
    ['bn-BD', 'BDT', '৫০,০০০ টাকা', '50000'],
    ['tr-TR', 'TRY', '85.000,00 ₺ brüt', '85000'],
    ['cs-CZ', 'CZK', '80 000 Kč měsíčně hrubého', '80000 a month'],
    ['hu-HU', 'HUF', 'bruttó 800.000 Ft/hó', '800000 a month'],
    ['en-PH', 'PHP', 'P80,000', '80000'],
    ['en-NG', 'NGN', 'N500,000', '500000'],
    ['en-US', 'USD', '$185,000 (USD)', '185000'],
    ['en-GB', 'GBP', '£500pd', '500 a day'],
    ['pl-PL', 'PLN', '15 000 zł na rękę', 'after tax'],
    ['ru-RU', 'RUB', '150 000 рублей в месяц на руки', 'after tax'],
  ])('%s, %s: %s', (locale, currency, text, value) => expect(money(text, locale, currency)).toBe(value));
});

describe('a word is no period because one begins it', () => {
  it.each([
    ['en-US', '100k AUD', 'another currency'],
    ['en-US', 'AUD 100k', 'another currency'],
    ['en-US', '$150k AUD', 'another currency'],
    ['pl-PL', '100k ZAR', 'another currency'],
    ['cs-CZ', '100k OMR', 'another currency'],
    ['it-IT', '100k ANG', 'another currency'],
    ['pt-BR', '100k amd', 'another currency'],
    ['en-US', '100 MKD', 'another currency'],
    ['en-US', '185k and', 'unknown word'],
    ['en-US', '185k any', 'unknown word'],
    ['en-US', '185k they', 'unknown word'],
    ['en-US', '185k id', 'unknown word'],
    ['en-US', '185k pard', 'unknown word'],
    ['en-US', '185k ad', 'unknown word'],
    ['de-DE', '90k proj', 'unknown word'],
    ['en-US', '$1.2 bln', 'unknown word'],
    ['pt-BR', '15k PJ', 'unknown word'],
    ['fr-FR', '15k PJ', 'unknown word'],
    ['nl-NL', '65k p.j.', '65000 a year'],
    ['en-NL', '65k p.j.', '65000 a year'],
    ['en-US', '185k a y', '185000 a year'],
    ['it-IT', "45.000 all'anno", '45000 a year'],
    ['da-DK', '45.000 pr.måned', '45000 a month'],
    ['hi-IN', '50000 प्रतिमाह', '50000 a month'],
    ['he-IL', '32000 לחודש', '32000 a month'],
    ['ar-SA', '20000 في شهر', '20000 a month'],
    ['id-ID', '15 juta/bln', '15000000 a month'],
  ])('%s: %s', (locale, text, value) => expect(money(text, locale)).toBe(value));

  it.each(['en-US', 'de-DE', 'fr-FR', 'es-ES', 'it-IT', 'nl-NL', 'da-DK', 'sv-SE', 'fi-FI', 'pl-PL', 'cs-CZ', 'sk-SK', 'pt-BR'])(
    'the code of any other currency is one in %s',
    (locale) => {
      const others = Intl.supportedValuesOf('currency').filter((code) => code !== 'KWD');
      const texts = others.flatMap((code) => [`100k ${code}`, `${code} 100`, `100 ${code.toLowerCase()}`]);
      expect(texts.filter((text) => money(text, locale, 'KWD') !== 'another currency')).toEqual([]);
    },
  );
});

describe('a number that ends in digits without a word of their own', () => {
  it.each([
    ['zh-CN', 'CNY', '2万8', '28000'],
    ['zh-CN', 'CNY', '月薪2万8', '28000 a month'],
    ['zh-CN', 'CNY', '1万2', '12000'],
    ['zh-CN', 'CNY', '2万8500', '28500'],
    ['zh-CN', 'CNY', '二万零八', '20008'],
    ['zh-CN', 'CNY', '2万85', '28500 or 20085'],
    ['zh-CN', 'CNY', '2万8.5', 'no figure'],
    ['zh-CN', 'CNY', '二十五', '25'],
    ['zh-TW', 'TWD', '6萬5', '65000'],
    ['zh-HK', 'HKD', '4萬5', '45000'],
    ['ja-JP', 'JPY', '3万5', '35000 or 30005'],
    ['ja-JP', 'JPY', '3万5000円', '35000'],
    ['ja-JP', 'JPY', '1億2千', '120000000 or 100002000'],
    ['ko-KR', 'KRW', '1억2천', '120000000'],
    ['ko-KR', 'KRW', '연봉 1억2천', '120000000 a year'],
    ['ko-KR', 'KRW', '1억2천만', '120000000'],
    ['ko-KR', 'KRW', '1억 5k', '100005000'],
    ['ko-KR', 'KRW', '1억5', '150000000'],
    ['ko-KR', 'KRW', '1억 5000', '150000000 or 100005000'],
    ['en-IN', 'INR', '12 lakh 50', '1250000 or 1200050'],
    ['en-IN', 'INR', '1 crore 20', '12000000 or 10000020'],
    ['en-IN', 'INR', '1 crore 5', '15000000 or 10500000 or 10000005'],
    ['en-IN', 'INR', '1 lakh 20,000', '120000'],
    ['en-IN', 'INR', '1 lakh 20 thousand 500', '120500'],
    ['en-IN', 'INR', '1 lakh 20 thousand 5', 'no figure'],
    ['hi-IN', 'INR', '1 करोड़ 20', '12000000 or 10000020'],
    ['en-PK', 'PKR', '3 lakh 50', '350000 or 300050'],
    ['bn-BD', 'BDT', '১ লাখ ২০', '120000 or 100020'],
    ['th-TH', 'THB', '1 แสน 2', '120000 or 102000 or 100002'],
  ])('%s, %s: %s', (locale, currency, text, values) => expect(money(text, locale, currency)).toBe(values));
});

describe('two figures are never added', () => {
  it.each([
    ['24 LPA (20 base)', 'a range'],
    ['24 LPA of 20 fixed', 'a range'],
    ['12 lpa ctc (10 fixed)', 'a range'],
    ['1Cr ctc 80L fixed', 'a range'],
    ['18L gross 50000 base', 'a range'],
    ['1.2M base 300k', 'a range'],
    ['1.2M (300k base)', 'a range'],
    ['1.2M and 300k', 'a range'],
    ['1.2M 300k', 'no figure'],
    ['1 Cr 20 lakh', '12000000'],
    ['2 million 300 thousand', '2300000'],
  ])('%s', (text, value) => expect(money(text, 'en-IN', 'INR')).toBe(value));
});

describe('how long is not how much', () => {
  it.each([
    ['en-US', '2 years', 'not an amount'],
    ['en-US', '6 months', 'not an amount'],
    ['en-US', '5 days', 'not an amount'],
    ['en-US', 'year 2', 'not an amount'],
    ['fr-FR', '13 mois', 'not an amount'],
    ['zh-CN', '6个月', 'not an amount'],
    ['zh-CN', '月30000', '30000 a month'],
    ['en-US', '$45 hr', '45 a hour'],
    ['en-US', '2,000 a month', '2000 a month'],
    ['fr-FR', '500 € jour', 'another currency'],
  ])('%s: %s', (locale, text, value) => expect(money(text, locale)).toBe(value));

  it('in a percentage neither', () => expect(plain('5 years', 'percent')).toBe('not an amount'));
});

describe('a raised point', () => {
  it.each([
    ['185·000', '185000'],
    ['45·000', '45000'],
    ['1·250·000', '1250000'],
    ['185·50', '185.5'],
  ])('%s', (text, value) => expect(money(text, 'es-ES', 'EUR')).toBe(value));

  it('may part thousandths elsewhere', () => expect(plain('1·250', 'decimal')).toBe('1.25 or 1250'));
});

describe('what may be two figures is asked', () => {
  it.each([
    ['en-US', 'USD', '185,00', '185 or 18500'],
    ['en-US', 'USD', '1850,000', '1850 or 1850000'],
    ['de-DE', 'EUR', '185.50', '185.5 or 18550'],
    ['de-DE', 'EUR', '1.2 Mio', '1200000 or 12000000'],
    ['de-DE', 'EUR', '1.234.56', '1234.56 or 123456'],
    ['fr-FR', 'EUR', '1250.50', '1250.5 or 125050'],
    ['en-US', 'USD', '12 50', '1250'],
    ['en-DE', 'KWD', '1,234', '1.234 or 1234'],
    ['tr-TR', 'TRY', '10 B', '10000 or 10000000000'],
    ['id-ID', 'IDR', '1,2 M', '1200000 or 1200000000'],
    ['en-ZM', 'ZMW', '15K', '15 or 15000'],
    ['es-MX', 'MXN', '$45,000.00 M.N.', '45000 or 45000000000'],
  ])('%s, %s: %s', (locale, currency, text, values) => {
    const asked = readFigure(text, { kind: 'money', locale, currency });
    expect(asked.is).toBe('ask');
    expect(inWords(asked).split(' or ').sort()).toEqual(values.split(' or ').sort());
  });

  it('with both readings as the person reads them, and a question that says how many there are', () => {
    expect(readFigure('185,00', { kind: 'money', locale: 'en-US', currency: 'USD' })).toEqual({
      is: 'ask',
      readings: [
        { value: '185', shown: '$185' },
        { value: '18500', shown: '$18,500' },
      ],
      sentence: 'This can be read in two ways. Which is it?',
      period: null,
    });
    expect(readFigure('12 50', { kind: 'whole', locale: 'en-US', unit: 'shares' })).toMatchObject({
      sentence: 'Is this 1,250 shares?',
    });
  });

  it('unless the field takes only one of them', () => {
    expect(plain('12,5', 'percent', 'en-US', { max: 100 })).toBe('12.5');
    expect(plain('12,5', 'percent')).toBe('12.5 or 125');
    expect(plain('0,5', 'percent')).toBe('0.5');
    expect(plain('2,50', 'decimal', 'en-US', { min: 100 })).toBe('250');
    expect(plain('12,5', 'whole')).toBe('too fine');
  });
});

describe('numbers of every kind', () => {
  it.each([
    ['decimal', 'en-US', '-4', '-4'],
    ['decimal', 'en-US', '(4)', '-4'],
    ['decimal', 'en-US', '4-', '-4'],
    ['decimal', 'sv-SE', '−1 234,5', '-1234.5'],
    ['decimal', 'en-US', '-0', '0'],
    ['decimal', 'en-US', '0012', '12'],
    ['decimal', 'en-US', '1.250', '1.25'],
    ['decimal', 'en-US', '3.333333333333', '3.333333333333'],
    ['decimal', 'fr-FR', '1.250', '1.25 or 1250'],
    ['decimal', 'de-AT', '1 250,5', '1250.5'],
    ['decimal', 'de-DE', '1 250.000', '1250 or 1250000'],
    ['decimal', 'ff-Adlm-GN', '𞥑⹁𞥒𞥕𞥐.𞥕', '1250.5'],
    ['whole', 'en-US', '12.000', '12000'],
    ['whole', 'en-US', '10.5k', '10500'],
    ['whole', 'nqo', '߁،߂߅߀', '1250'],
    ['percent', 'tr-TR', '%12,5', '12.5'],
    ['percent', 'ar-EG', '١٢٫٥٪؜', '12.5'],
    ['percent', 'de-DE', '12,5 Prozent', '12.5'],
    ['percent', 'en-GB', '5% p.a.', '5 a year'],
    ['rate', 'en-US', '1,385.20', '1385.2'],
  ] as const)('%s, %s: %s', (kind, locale, text, value) => expect(plain(text, kind, locale)).toBe(value));

  it('a price keeps more digits than its currency has, and takes its sign', () => {
    expect(plain('$1,250.125', 'price', 'en-US', { currency: 'USD' })).toBe('1250.125');
    expect(plain('12.345', 'price', 'en-US', { currency: 'USD' })).toBe('12.345');
    expect(plain('12.345', 'price', 'de-DE', { currency: 'EUR' })).toBe('12345');
  });

  it('a unit may be typed with it, and a word that is an answer is one', () => {
    expect(plain('1,250 shares', 'whole', 'en-US', { unit: 'shares' })).toBe('1250');
    expect(plain('1 share', 'whole', 'en-US', { unit: 'shares' })).toBe('1');
    expect(plain('120 PSUs', 'whole', 'en-US', { unit: 'shares' })).toBe('120');
    expect(plain('1,200 restricted stock units', 'whole', 'en-US', { unit: 'shares' })).toBe('1200');
    expect(plain('48 months', 'whole', 'en-US', { unit: 'months' })).toBe('48');
    expect(plain('48 months', 'whole')).toBe('unknown word');
    expect(plain('12 mois', 'whole', 'fr-FR', { unit: 'months' })).toBe('12');
    expect(plain('38,5 Std.', 'decimal', 'de-DE', { unit: 'hours' })).toBe('38.5');
    expect(plain('37,5 t.', 'decimal', 'da-DK', { unit: 'hours' })).toBe('37.5');
    expect(plain('12 M', 'whole', 'de-DE', { unit: 'months' })).toBe('12');
    expect(plain('1 år', 'whole', 'sv-SE', { unit: 'months' })).toBe('unknown word');
    expect(plain('20日', 'decimal', 'ja-JP', { unit: 'days' })).toBe('20');
    expect(plain('1万株', 'whole', 'ja-JP', { unit: 'shares' })).toBe('10000');
    expect(plain('1 200 BSPCE', 'whole', 'fr-FR', { unit: 'options' })).toBe('1200');
    expect(plain('10 प्रतिशत', 'percent', 'hi-IN')).toBe('10');
    expect(plain('$12.34 per share', 'price', 'en-US', { currency: 'USD' })).toBe('12.34');
    expect(plain('Unlimited', 'decimal', 'en-US', { words: ['unlimited'] })).toBe('the word unlimited');
  });
});
