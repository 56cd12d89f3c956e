import { newId } from '@parley/db/id';
import {
  type Archive,
  type ArchiveTables,
  archiveParts,
  archiveVersion,
  cutArchive,
  replaceIds,
} from '@parley/domain/archive/archive';
import type { Person } from './world.ts';

/** All that is a person's own, as their browser puts it together. */
export async function takeArchive(person: Person): Promise<Archive> {
  const tables: ArchiveTables = {};
  let madeAt = '';
  for (const part of archiveParts) {
    const fetched = await person.api.archive.part.query({ part });
    Object.assign(tables, fetched.tables);
    madeAt = fetched.at;
  }
  return { format: 'parley-archive', version: archiveVersion, madeAt, tables };
}

/** Sends an archive piece by piece and brings it in; answers as the API does. */
export async function bringArchive(person: Person, text: string) {
  const arrivalId = newId();
  const pieces = cutArchive(text);
  for (const [number, piece] of pieces.entries()) await person.api.archive.send.mutate({ arrivalId, number, text: piece });
  return person.post('archive.bring', { arrivalId, pieces: pieces.length });
}

/** An archive with its ids replaced by their order, so that two that differ in ids alone are equal. */
export function withoutIds(tables: ArchiveTables): ArchiveTables {
  const text = JSON.stringify(tables);
  const seen = new Map<string, string>();
  for (const [id] of text.matchAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g))
    if (!seen.has(id)) seen.set(id, `id-${seen.size}`);
  return JSON.parse(replaceIds(text, seen));
}
