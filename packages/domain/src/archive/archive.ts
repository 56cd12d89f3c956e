import { z } from 'zod';
import { type Decision, no, yes } from '../kernel/decision.ts';
import { instant } from '../kernel/input.ts';

/** The version of the form that this Parley writes, and the only one that it reads. */
export const archiveVersion = 1;

/** The parts in which an archive is fetched, in their order. */
export const archiveParts = [
  'person',
  'opportunities',
  'missions',
  'offers',
  'negotiations',
  'rounds',
  'rehearsals',
  'debriefs',
  'conversations',
  'councils',
] as const;
export type ArchivePart = (typeof archiveParts)[number];

/** One row of a table: columns in clear and, where somebody wrote something, `content`. */
export type ArchiveRow = Record<string, unknown>;

/** Rows by the name of their table. */
export type ArchiveTables = Record<string, ArchiveRow[]>;

/** What `archive.json` is on the outside; the rows themselves are checked by the table that they are of. */
export const Archive = z.strictObject({
  format: z.literal('parley-archive', 'This file is not an archive of Parley.'),
  version: z.literal(archiveVersion, 'This archive is of another version of Parley.'),
  madeAt: instant,
  tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
});
export type Archive = z.output<typeof Archive>;

/** How much an archive that is brought in may hold, in characters. */
export const largestArchive = 7_200_000;

/** How many characters of it go in one piece: with every mark of JSON and UTF-8 below what a call may carry. */
export const pieceLength = 12_000;

/** The archive cut into pieces, in their order. */
export function cutArchive(text: string): string[] {
  const count = Math.ceil(text.length / pieceLength);
  return Array.from({ length: count }, (_, at) => text.slice(at * pieceLength, (at + 1) * pieceLength));
}

/** What somebody keeps already that an archive would stand beside. */
export type Kept = { opportunities: number; lists: number };

/** An archive is brought into an account that is still empty: nothing is mixed and nothing doubled. */
export function canBring({ opportunities, lists }: Kept): Decision {
  if (opportunities + lists === 0) return yes;
  return no(
    'An archive is brought into an empty account, so that nothing is mixed up. This one already holds something of yours.',
  );
}

const uuid = /\b[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b/g;

/** The text with these ids in the place of others, wherever they stand; ids that are not among them stay. */
export function replaceIds(text: string, others: ReadonlyMap<string, string>): string {
  return text.replace(uuid, (id) => others.get(id) ?? id);
}

/** How many rows of each table there are, tables without any left out. */
export function countRows(tables: ArchiveTables): Record<string, number> {
  return Object.fromEntries(Object.entries(tables).flatMap(([table, rows]) => (rows.length > 0 ? [[table, rows.length]] : [])));
}
