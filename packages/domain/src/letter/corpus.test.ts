import { describe, expect, it } from 'vitest';
import { english } from '../../../../tests/support/english-lines.ts';
import { european } from '../../../../tests/support/european-lines.ts';
import { farther } from '../../../../tests/support/farther-lines.ts';
import { fresh } from '../../../../tests/support/fresh-lines.ts';
import { further } from '../../../../tests/support/further-lines.ts';
import { later } from '../../../../tests/support/later-lines.ts';
import { inWords } from '../../../../tests/support/letter-words.ts';
import { mined } from '../../../../tests/support/mined-lines.ts';
import { nearby } from '../../../../tests/support/nearby-lines.ts';
import { targets } from '../../../../tests/support/target-lines.ts';
import { terse } from '../../../../tests/support/terse-lines.ts';
import { traps } from '../../../../tests/support/trap-lines.ts';
import { readLetter } from './read-letter.ts';

const money: Record<string, string> = {
  ...{ US: 'USD', GB: 'GBP', CA: 'CAD', SG: 'SGD', IN: 'INR', CH: 'CHF', SE: 'SEK', PL: 'PLN', BR: 'BRL', JP: 'JPY' },
  ...{ KR: 'KRW', CN: 'CNY', IL: 'ILS', AE: 'AED', AU: 'AUD', MX: 'MXN', ZA: 'ZAR', NO: 'NOK', DK: 'DKK', CZ: 'CZK' },
  ...{ HU: 'HUF', TR: 'TRY', RU: 'RUB' },
};
const corpus = [
  ...english,
  ...european,
  ...further,
  ...traps,
  ...fresh,
  ...mined,
  ...later,
  ...terse,
  ...farther,
  ...targets,
  ...nearby,
];

/** What is found in a sentence, by a reader of its country who reads English. */
function saidIn(country: string, text: string): string[] {
  const reader = { locale: `en-${country}`, currency: money[country] ?? 'EUR' };
  return readLetter(text, reader).findings.map(({ saying, others, currency }) =>
    [saying, ...others].map((one) => inWords(one, currency)).join(' or '),
  );
}

describe('sentences of letters, by country', () => {
  it.each(corpus)('%s: %s', (country, text, said) => expect(saidIn(country, text)).toEqual(said));

  it('nothing is found that is not said, and nearly all that is', () => {
    const counted = corpus.map(([country, text, said]) => {
      const found = saidIn(country, text);
      return { found: found.length, said: said.length, right: found.filter((one) => said.includes(one)).length };
    });
    const sum = (of: 'found' | 'said' | 'right') => counted.reduce((so, one) => so + one[of], 0);
    expect(sum('right') / sum('found')).toBe(1);
    expect(sum('right') / sum('said')).toBe(1);
  });
});
