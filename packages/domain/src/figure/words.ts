import { plainText } from './plain-text.ts';

/** A word that multiplies: by 10^`power`; `chained` as in 1億2千万, where words follow each other without a gap. */
export type Scale = { readonly power: number; readonly chained: boolean; readonly leads: boolean };

const tables: [string, number, boolean][] = [
  ['k|к|tsd|tys|tyś|tis|þús|тыс|thousand|thousands|grand|हजार', 3, false],
  ['m|mm|mn|mio|mln|mill|млн|million|millions', 6, false],
  ['b|bn|mrd|mld|mlrd|mia|млрд|billion|billions', 9, false],
  ['lakh|lakhs|lac|lacs|लाख', 5, false],
  ['crore|crores|करोड़', 7, false],
  ['十|십', 1, true],
  ['百|백', 2, true],
  ['千|천', 3, true],
  ['万|萬|만', 4, true],
  ['億|亿|억', 8, true],
  ['兆|조', 12, true],
];

/** Words of every locale. A thousand million is a billion here; where the locale says otherwise, both are readings. */
const everywhere = new Map<string, Scale[]>(
  tables.flatMap(([words, power, chained]) => words.split('|').map((word) => [word, [{ power, chained, leads: false }]])),
);

/** How a word is found again: without dots and capitals. */
export const keyOf = (text: string): string => text.toLowerCase().replace(/\./g, '');

const textOf = (parts: Intl.NumberFormatPart[]) => plainText(parts.map(({ value }) => value).join(''));

/** The words by which the locale itself shortens numbers, `Mio.`, `lakh`, `mil millones`, with what they stand for. */
function* shortened(locale: string): Generator<{ word: string; scale: Scale }> {
  for (const compactDisplay of ['short', 'long'] as const) {
    const format = new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay, useGrouping: false });
    for (const factor of [1n, 2n, 3n, 5n]) {
      for (let size = 3; size <= 14; size += 1) {
        const parts = format.formatToParts(factor * 10n ** BigInt(size));
        const at = parts.findIndex(({ type }) => type === 'integer');
        const [leading, trailing] = [parts.slice(0, Math.max(at, 0)), parts.slice(at + 1)].map(textOf);
        const word = leading || trailing;
        // Without digits it says nothing, and with words on both sides neither stands for the whole.
        if (at < 0 || !word || (leading && trailing)) continue;
        const whole = plainText(parts[at]?.value ?? '');
        const power = size - (whole.length - 1);
        yield { word, scale: { power, chained: false, leads: leading !== '' } };
      }
    }
  }
}

const ofLocale = new Map<string, ReadonlyMap<string, readonly Scale[]>>();

/** What each word that multiplies may stand for in the locale; `B` is a thousand in Turkish and a billion in English. */
export function scalesOf(locale: string): ReadonlyMap<string, readonly Scale[]> {
  const known = ofLocale.get(locale);
  if (known) return known;
  const scales = new Map(everywhere);
  for (const { word, scale } of shortened(locale)) {
    const others = scales.get(keyOf(word)) ?? [];
    const same = others.find(({ power }) => power === scale.power);
    const kept = others.filter((one) => one !== same);
    scales.set(keyOf(word), [
      ...kept,
      { ...scale, chained: same?.chained ?? false, leads: scale.leads || (same?.leads ?? false) },
    ]);
  }
  ofLocale.set(locale, scales);
  return scales;
}

/** Letters that multiply only where people count so: `Cr` elsewhere is a credit. */
export const lakhLetters: readonly (readonly [string, number])[] = [
  ['l', 5],
  ['cr', 7],
  ['crs', 7],
];

/** Whether a bare `L` is a lakh: money of India and its neighbours, or a reader there. */
export function countsInLakhs(locale: string, currency: string | undefined): boolean {
  return /-(IN|PK|BD|NP|LK)\b/.test(locale) || ['INR', 'PKR', 'BDT', 'NPR', 'LKR'].includes(currency ?? '');
}
