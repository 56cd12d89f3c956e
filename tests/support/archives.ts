import { newId } from '@parley/db/id';
import {
  type Archive,
  type ArchiveTables,
  archiveParts,
  archiveVersion,
  cutArchive,
  replaceIds,
} from '@parley/domain/archive/archive';
import { attachmentShape } from '@parley/domain/offer/attachment/attachment';
import { z } from 'zod';
import { keepFile, openFile } from './file-call.ts';
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

export type TakenFile = { attachmentId: string; name: string; bytes: Uint8Array };

const Kept = z.object({ id: z.string(), content: attachmentShape });

/** The files of a person's offers, as their browser puts them beside the rows. */
export async function takeFiles(person: Person, { tables }: Archive): Promise<TakenFile[]> {
  const files: TakenFile[] = [];
  for (const row of tables.attachment ?? []) {
    const { id, content } = Kept.parse(row);
    const bytes = new Uint8Array(await (await openFile(person, id)).arrayBuffer());
    files.push({ attachmentId: id, name: content.name, bytes });
  }
  return files.sort((one, other) => one.name.localeCompare(other.name));
}

const Places = z.array(z.strictObject({ attachmentId: z.string(), offerId: z.string() }));

/** Puts the files where the answer to the rows says that they belong. */
export async function bringFiles(person: Person, answer: string, files: readonly TakenFile[]): Promise<void> {
  for (const { attachmentId, offerId } of Places.parse(JSON.parse(answer).result.data.files)) {
    const file = files.find((one) => one.attachmentId === attachmentId);
    if (file) await keepFile(person, { offerId, name: file.name, bytes: file.bytes });
  }
}

/** An archive with its ids replaced by their order, so that two that differ in ids alone are equal. */
export function withoutIds(tables: ArchiveTables): ArchiveTables {
  const text = JSON.stringify(tables);
  const seen = new Map<string, string>();
  for (const [id] of text.matchAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g))
    if (!seen.has(id)) seen.set(id, `id-${seen.size}`);
  return JSON.parse(replaceIds(text, seen));
}
