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

const either = [...plain.keys(), 'hundred', ...scales.keys()].sort((a, b) => b.length - a.length).join('|');
const run = new RegExp(
  String.raw`(?<![\p{L}\p{Nd}])(?:a )?(?:${either})(?:(?:[\s-]|,\s)+(?:and )?(?:${either}))*(?!\p{L})`,
  'giu',
);

/** The value of number words in a row: `one hundred and eighty thousand` is 180,000; null where they are none. */
function numberOf(words: readonly string[]): number | null {
  let [sum, open] = [0, 0];
  let said = false;
  for (const word of words) {
    const value = plain.get(word);
    const scale = scales.get(word);
    if (value !== undefined) open += value;
    else if (word === 'hundred') open = (open || 1) * 100;
    else if (scale !== undefined) [sum, open] = [sum + (open || 1) * scale, 0];
    else continue;
    said = true;
  }
  return said ? sum + open : null;
}

/** The numbers that a text spells out in English words, with where they stand; small ones that say little are bare. */
export function spellNumbers(text: string): { from: number; to: number; values: string[]; bare: boolean }[] {
  return [...text.matchAll(run)].flatMap(({ index, 0: found }) => {
    const words = found.toLowerCase().split(/[\s,-]+/);
    const value = numberOf(words);
    if (value === null || value < 20) return [];
    const rest = text.slice(index + found.length);
    const bare = !/^\s?(?:percent|per cent|days?|weeks?|months?|years?|hours?|minutes?|people)(?!\p{L})/iu.test(rest);
    return [{ from: index, to: index + found.length, values: [String(value)], bare }];
  });
}
