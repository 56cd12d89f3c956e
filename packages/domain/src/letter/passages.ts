/** How much of a passage is looked at: no sentence of a letter is longer, and a line of 200 kB is no sentence. */
const longest = 1200;

/** A full stop behind one of these ends no sentence. */
const abbreviations =
  /(?:(?<!\p{L})(?:Rs|Mr|Mrs|Ms|Dr|No|Nr|Inc|Ltd|Co|approx|ca|bzw|inkl|zzgl|brutto|St|p\.a|z\.B|e\.g|i\.e|Fr|Mio|Tsd|Mrd|Art|Ltda|Sr|Sra|kr|ca|mies)|(?<![\p{L}\d])\p{L}|\d)$/u;

/** Sentences of one line; of a line of a table the whole line. */
function sentencesOf(line: string): string[] {
  if (isRow(line)) return [line];
  const out: string[] = [];
  let from = 0;
  for (const stop of line.matchAll(/[.!?](?=\s+[\p{Lu}\p{Lo}“"(])|[。！？]|;(?=\s)/gu)) {
    const end = stop.index + 1;
    if (stop[0] === '.' && abbreviations.test(line.slice(Math.max(from, end - 12), stop.index))) continue;
    out.push(line.slice(from, end));
    from = end;
  }
  return [...out, line.slice(from)];
}

const gaps = /\t|\s*\|\s*|\s{3,}/g;

/** Whether a line is a row of a table: cells set apart by tabs, bars or wide gaps. */
export const isRow = (line: string): boolean => /\S(?:\t|\s*\||\s{3,})/.test(line);

export type Cell = { text: string; from: number };

/** The cells of a row, each with where it begins; empty ones stay, because a column is a place. */
export function cellsOf(row: string): Cell[] {
  const cells: Cell[] = [];
  let from = 0;
  for (const gap of row.matchAll(gaps)) {
    cells.push({ text: row.slice(from, gap.index), from });
    from = gap.index + gap[0].length;
  }
  cells.push({ text: row.slice(from), from });
  return row.startsWith('|') ? cells.slice(1) : cells;
}

/** A letter in passages: its sentences, and the rows of its tables; empty lines are left out. */
export function passagesOf(text: string): string[] {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .split('\n')
    .flatMap((line) => (line.length <= longest ? [line] : (line.match(/.{1,1200}/gu) ?? [])))
    .flatMap(sentencesOf)
    .map((one) => one.trim())
    .filter(Boolean);
}

/** The text with the digits and marks of every script written one way, each at its own place: nothing moves. */
export function sameDigits(text: string): string {
  return text
    .replace(/[０-９％，．：￥]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfe_e0))
    .replace(/(?!\d)\p{Nd}/gu, (digit) => (digit.length > 1 ? digit : String(digitAt(digit.charCodeAt(0)))))
    .replace(/٪/g, '%')
    .replace(/٬/g, ',')
    .replace(/٫/g, '.')
    .replace(/[\u00a0\u202f\u2009]/g, ' ');
}

/** Ten digits of a script stand in a run, a nought first. */
function digitAt(code: number): number {
  let start = code;
  while (/\p{Nd}/u.test(String.fromCharCode(start - 1))) start -= 1;
  return (code - start) % 10;
}
