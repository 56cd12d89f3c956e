import { mostLines } from '@parley/domain/capture/read-table';
import Papa from 'papaparse';

/** A table as it came: the names of its columns, and its lines. */
export type CsvTable = { header: string[]; rows: string[][] };

export const mostBytes = 10_000_000;

/** Which of these encodings the bytes are in: by their mark, else by where the zeros stand, else by what is UTF-8. */
export function decodeText(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const start = bytes.slice(0, 400);
  const zeros = (rest: number) => start.filter((byte, at) => byte === 0 && at % 2 === rest).length * 4 > start.length;
  if (zeros(1)) return new TextDecoder('utf-16le').decode(bytes);
  if (zeros(0)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * Reads a list of comma-, semicolon- or tab-separated values. Throws a sentence when it is too large, has too many lines, or is
 * no table. It stops reading where it is too long, so that no file can hold the browser up.
 */
export function readCsv(bytes: Uint8Array): CsvTable {
  if (bytes.length > mostBytes) throw new Error('This file is larger than 10 MB. Save only the sheet with your openings.');
  const { data } = Papa.parse<string[]>(decodeText(bytes), { skipEmptyLines: 'greedy', preview: mostLines + 2 });
  const [header, ...rows] = data;
  if (!header || header.length < 2)
    throw new Error('This is no table: one line names the columns, and each line below is an opening.');
  if (rows.length > mostLines)
    throw new Error(`This list has more than ${mostLines.toLocaleString('en')} lines. Cut it to those that you pursue.`);
  if (rows.length === 0) throw new Error('This list has only the names of its columns.');
  return { header, rows };
}
