const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety';

const plain = new Map<string, number>([
  ...small.split(' ').map((word, value) => [word, value] as const),
  ...tens.split(' ').map((word, at) => [word, (at + 2) * 10] as const),
]);
const scales = new Map<string, number>([
  ['thousand', 1e3],
  ['k', 1e3],
  ['grand', 1e3],
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['million', 1e6],
  ['crore', 1e7],
  ['crores', 1e7],
]);

const either = [...plain.keys(), 'hundred', 'point', ...scales.keys()].sort((a, b) => b.length - a.length).join('|');
const half = String.raw`(?:\s+and a half)?`;
const run = new RegExp(
  String.raw`(?<![\p{L}\p{Nd}])(?:a )?(?:${either})${half}(?:(?:[\s-]|,\s)+(?:and )?(?:${either})${half})*(?!\p{L})`,
  'giu',
);

/** Figures that are said one after the other: `one nine zero`, `one ninety`, `one eighty-seven five`. Null for anything else. */
function readColloquially(values: readonly number[]): number | null {
  if (values.length >= 3 && values.every((value) => value < 10)) return Number(values.join(''));
  const [first = 0, second = 0, third = 0, ...rest] = values;
  if (values.length < 2 || first < 1 || first > 9 || second < 10) return null;
  const joined = second >= 20 && third > 0 && third < 10;
  const [tenths, ...more] = joined ? rest : values.slice(2);
  if (more.length > 0 || (tenths ?? 0) > 9) return null;
  return first * 100 + second + (joined ? third : 0) + (tenths ?? 0) / 10;
}

/** The value of words up to the next one that multiplies: `one hundred and eighty`, `one point two`, `eighty-seven and a half`. */
function readGroup(words: readonly string[]): number {
  const point = words.indexOf('point');
  const before = point < 0 ? words : words.slice(0, point);
  const values = before.flatMap((word) => plain.get(word) ?? []);
  const summed = before.reduce((sum, word) => (word === 'hundred' ? (sum || 1) * 100 : sum + (plain.get(word) ?? 0)), 0);
  const whole = before.includes('hundred') ? summed : (readColloquially(values) ?? summed);
  const tenths =
    point < 0
      ? ''
      : words
          .slice(point + 1)
          .flatMap((word) => plain.get(word) ?? [])
          .join('');
  return whole + Number(`0.${tenths || '0'}`) + (words.includes('half') ? 0.5 : 0);
}

/** The value of number words in a row: `one hundred and eighty thousand` is 180,000; null where they are none. */
function numberOf(words: readonly string[]): number | null {
  let sum = 0;
  let group: string[] = [];
  for (const word of words) {
    const scale = scales.get(word);
    if (scale === undefined) group.push(word);
    else [sum, group] = [sum + (readGroup(group) || 1) * scale, []];
  }
  const value = sum + readGroup(group);
  return value > 0 ? Number(value.toFixed(6)) : null;
}

/** The numbers that a text spells out in English words, with where they stand; small ones that say little are bare. */
export function spellNumbers(text: string): { from: number; to: number; values: string[]; bare: boolean }[] {
  return [...text.matchAll(run)].flatMap(({ index, 0: found }) => {
    const words = found.toLowerCase().split(/[\s,-]+/);
    const value = numberOf(words);
    if (value === null || value < 20) return [];
    const rest = text.slice(index + found.length);
    const bare =
      !/^\s?(?:percent|per cent|days?|weeks?|months?|years?|hours?|minutes?|people|of (?:the|us|them|our|my|you))(?!\p{L})/iu.test(
        rest,
      );
    return [{ from: index, to: index + found.length, values: [String(value)], bare }];
  });
}
