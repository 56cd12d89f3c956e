import { Temporal } from 'temporal-polyfill';
import { CreateOpportunity } from '../opportunity/input.ts';
import { latestToday } from '../opportunity/opportunity.ts';
import { type ColumnKind, type Columns, columnKinds, readStage } from './columns.ts';

/** In which order day, month and year stand. */
export const dateOrders = ['ymd', 'dmy', 'mdy'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** More is refused: nobody pursues more, and a list of this length is none of openings. */
export const mostLines = 2_000;

/** The civil date that a cell means when its parts stand in this order, or null. A clock time behind it is left away. */
export function readDay(text: string, order: DateOrder): string | null {
  const [, a = '', b = '', c = ''] = /^\s*(\d{1,4})[-/.\s](\d{1,2})[-/.\s](\d{1,4})(?:[T\s,]\s*\d.*)?\s*$/.exec(text) ?? [];
  // a year of four digits in front says its order itself, whatever the others of the column have
  const parts = { ymd: [a, b, c], dmy: [c, b, a], mdy: [c, a, b] }[a.length === 4 ? 'ymd' : order];
  const [year = '', month = '', day = ''] = parts;
  if ((year.length !== 4 && year.length !== 2) || day.length > 2) return null;
  const full = year.length === 2 ? 2_000 + Number(year) : Number(year);
  if (full < 2_000 || full > 2_100) return null;
  try {
    return Temporal.PlainDate.from({ year: full, month: Number(month), day: Number(day) }, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}

/**
 * The orders in which all of these cells can be read, the likelier first: one when it is clear, several when the person has to
 * say, none when there is no such order.
 */
export function listDateOrders(cells: readonly string[]): DateOrder[] {
  const given = cells.filter((cell) => /^\s*\d{1,4}[-/.\s]\d{1,2}[-/.\s]\d{1,4}/.test(cell));
  const fit = dateOrders.filter((order) => given.length > 0 && given.every((cell) => readDay(cell, order) !== null));
  const [first] = fit;
  const same = first && fit.every((order) => given.every((cell) => readDay(cell, order) === readDay(cell, first)));
  return same ? [first] : fit;
}

const shownLink = /^=\s*HYPERLINK\(\s*"([^"]*)"\s*[,;]\s*"([^"]*)"\s*\)$/i;

/** Whether a spreadsheet would run this cell when it is opened. */
export const isFormula = (cell: string): boolean => /^\s*[=@]/.test(cell) || /^\s*[+-]\s*(?![\d\s().-]*$)/.test(cell);

/** The words of a cell, and nothing that a spreadsheet would run: a link gives its address or its words. */
export function readCell(cell: string, kind: ColumnKind): string {
  const [, address = '', words = ''] = shownLink.exec(cell.trim()) ?? [];
  const text = address === '' ? cell : kind === 'link' ? address : words;
  const plain = isFormula(text) ? text.replace(/^[\s=@+-]+/, '') : text;
  return plain
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replaceAll(/[\u2028\u2029]/g, '\n')
    .trim();
}

const mostOf: Record<ColumnKind, number> = {
  company: 120,
  role: 120,
  stage: 80,
  on: 40,
  place: 120,
  level: 80,
  source: 200,
  link: 1_000,
  pay: 200,
  tags: 400,
  notes: 8_000,
};

export type Opening = ReturnType<(typeof CreateOpportunity)['parse']>;
/** One line of the list: what it becomes, or why it cannot be brought. `line` counts from 2, below the names. */
export type BroughtLine = { line: number; opening: Opening; why: null } | { line: number; opening: null; why: string };

export type Brought = { rows: readonly (readonly string[])[]; columns: Columns; order: DateOrder; now: Date };

function cellsOf(row: readonly string[], columns: Columns): Record<ColumnKind, string> {
  const cell = (kind: ColumnKind) => {
    const at = columns.indexOf(kind);
    const text = at < 0 ? '' : readCell(row[at] ?? '', kind);
    return (kind === 'notes' ? text : text.replaceAll(/\s+/g, ' ')).slice(0, mostOf[kind]).trim();
  };
  const pairs = columnKinds.map((kind) => [kind, cell(kind)] as const);
  return { ...blankCells, ...Object.fromEntries(pairs) };
}

const blankCells: Record<ColumnKind, string> = {
  company: '',
  role: '',
  stage: '',
  on: '',
  place: '',
  level: '',
  source: '',
  link: '',
  pay: '',
  tags: '',
  notes: '',
};

const tagsIn = (text: string) =>
  [...new Set(text.split(/[,;|]/).map((tag) => tag.trim().slice(0, 30).trim()))].filter(Boolean).slice(0, 12);

function readLine(row: readonly string[], line: number, { columns, order, now }: Brought): BroughtLine {
  const { stage: stageCell, on: dayCell, link, tags, ...words } = cellsOf(row, columns);
  const refuse = (why: string): BroughtLine => ({ line, opening: null, why });
  const stage = stageCell === '' ? 'lead' : readStage(stageCell);
  if (stage === null) return refuse(`“${stageCell}” is no stage that Parley knows.`);
  const today = latestToday(now);
  const on = dayCell === '' ? today : readDay(dayCell, order);
  if (on === null) return refuse(`“${dayCell}” cannot be read as a day.`);
  const address = /^https?:\/\/\S+$/i.test(link) ? link : '';
  const parsed = CreateOpportunity.safeParse({
    ...words,
    alias: '',
    stage,
    on: on > today ? today : on,
    link: address,
    tags: tagsIn(tags),
  });
  return parsed.success
    ? { line, opening: parsed.data, why: null }
    : refuse(parsed.error.issues[0]?.message ?? 'It cannot be read.');
}

/** Every line of the list that has a word in it, as an opening or with the reason why not. */
export function readTable(brought: Brought): BroughtLine[] {
  return brought.rows
    .map((row, at) => ({ row, line: at + 2 }))
    .filter(({ row }) => row.some((cell) => cell.trim() !== ''))
    .map(({ row, line }) => readLine(row, line, brought));
}

/** By what two openings are the same one: company and role, without case and spaces. */
export function openingKey({ company, role }: { company: string; role: string }): string {
  const plain = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
  return `${plain(company)}\u0000${plain(role)}`;
}

/** In parts that each fit into one call: at most 25 lines and 40,000 characters. */
export function cutIntoParts<T>(openings: readonly T[]): T[][] {
  const parts: T[][] = [];
  let size = 0;
  for (const opening of openings) {
    const length = JSON.stringify(opening).length * 2;
    const last = parts.at(-1);
    if (!last || last.length >= 25 || size + length > 40_000) {
      parts.push([opening]);
      size = length;
      continue;
    }
    last.push(opening);
    size += length;
  }
  return parts;
}
