import { toCardinal as inGerman } from 'n2words/de-DE';
import { toCardinal as inSpanish } from 'n2words/es-ES';
import { toCardinal as inFrench } from 'n2words/fr-FR';
import { toCardinal as inItalian } from 'n2words/it-IT';
import { toCardinal as inDutch } from 'n2words/nl-NL';
import { toCardinal as inPortuguese } from 'n2words/pt-PT';
import { toCardinal as inSwedish } from 'n2words/sv-SE';
import { toDecimal } from '../../kernel/currency.ts';

const languages = [inGerman, inFrench, inSpanish, inItalian, inPortuguese, inDutch, inSwedish];

/** A word's letters, with whatever people put between its parts. */
const loosely = (words: string) =>
  words
    .split(/[\s\u00ad-]+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join(String.raw`[\s\u00a0\u2010-]*`);

/**
 * Where a text spells a figure out in one of seven languages (English is read, not searched for: it has more ways). The figure
 * is known, so its words are looked for; only whole units are said.
 */
export function findSpelled(text: string, minor: number, currency: string): { from: number; to: number }[] {
  const units = Number(toDecimal(minor, currency));
  if (!Number.isSafeInteger(units) || units < 1000) return [];
  const said = new Set(
    languages.flatMap((toWords) => {
      const words = toWords(units).toLowerCase();
      // "eintausend" and "einhundert" are said without their one
      return [words, words.replace(/^ein(?=hundert|tausend)/, '')];
    }),
  );
  const pattern = new RegExp(String.raw`(?<!\p{L})(?:${[...said].map(loosely).join('|')})(?!\p{L})`, 'giu');
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ from: index, to: index + found.length }));
}
