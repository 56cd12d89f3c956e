/** Where ten digits of a script begin: they stand in runs of ten, a nought first. */
function digitOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let start = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(start - 1))) start -= 1;
  return String((code - start) % 10);
}

const hanDigits = '〇一二三四五六七八九';

/** Halves and quarters, which letters write for days of leave. */
const parts = new Map([
  ['½', '٫5'],
  ['¼', '٫25'],
  ['¾', '٫75'],
]);

const fullWidth = (character: string) => String.fromCodePoint((character.codePointAt(0) ?? 0) - 0xfe_e0);

const same: [RegExp, string][] = [
  [/[￥]/gu, '¥'],
  [/[￡]/gu, '£'],
  [/[￦]/gu, '₩'],
  [/[﹩]/gu, '$'],
  [/[٪﹪]/gu, '%'],
  [/[’‘ʼʻ′`´׳]/gu, "'"],
  [/[″“”„״]/gu, '"'],
  [/[‐‑‒–—―−﹣⁻]/gu, '-'],
  [/[،、﹐､]/gu, ','],
  [/[﹒]/gu, '.'],
  [/(?<=\d)[·⋅∙](?=\d)/gu, '·'],
];

/**
 * The text with every sign of one meaning written one way: European digits for those of any script, one space, one
 * apostrophe, one minus; marks of direction and of Arabic vowels taken away. Letters stay. What is only compatible, `5²`, is left as it is.
 */
export function plainText(text: string): string {
  const western = text
    .normalize('NFC')
    .replace(/[\p{Cf}\u064b-\u0652\u0640]/gu, '')
    .replace(/[\s\p{Zs}]+/gu, ' ')
    .replace(/[\uff01-\uff5e]/gu, fullWidth)
    .replace(/\p{Nd}/gu, (character) => (/\d/.test(character) ? character : digitOf(character)))
    .replace(/零/gu, '〇')
    .replace(/[〇一二三四五六七八九]/gu, (character) => String(hanDigits.indexOf(character)));
  const one = same.reduce((so, [pattern, sign]) => so.replace(pattern, sign), western);
  return one.replace(/(?:(?<=\d) )?[½¼¾]/gu, (part) => parts.get(part.trim()) ?? part).trim();
}
