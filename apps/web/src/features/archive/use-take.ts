import {
  type Archive,
  type ArchivePart,
  type ArchiveRow,
  type ArchiveTables,
  archiveParts,
  archiveVersion,
} from '@parley/domain/archive/archive';
import { attachmentShape, savedName } from '@parley/domain/offer/attachment/attachment';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { type Failure, failureOf } from '../../lib/failure.ts';
import { callWithFile } from '../../lib/file/call.ts';
import { saveFile } from '../../lib/file/save.ts';
import type { Packed } from '../../lib/file/zip.ts';
import { newKey } from '../../lib/press.ts';
import { useTRPC } from '../../lib/trpc.ts';

export type Taking =
  | { state: 'idle' }
  | { state: 'taking'; done: number; part: ArchivePart }
  | { state: 'taken'; name: string; rows: number }
  | { state: 'changing' }
  | { state: 'failed'; failure: Failure };

const tries = 3;

const Kept = z.object({ id: z.string(), content: attachmentShape });

/** The bytes of every file that is kept with an offer, each at a place of its own. */
async function fetchFiles(rows: readonly ArchiveRow[]): Promise<Packed[]> {
  const files: Packed[] = [];
  for (const row of rows) {
    const { id, content } = Kept.parse(row);
    const headers = { 'content-type': 'application/json', accept: 'application/octet-stream' };
    const body = JSON.stringify({ attachmentId: id });
    const blob = await callWithFile({ path: 'attachment.open', headers, body, key: newKey() });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    files.push({ path: `attachments/${id}/${savedName(content.name, content.kind)}`, bytes });
  }
  return files;
}

/** Fetches all parts, packs them and hands the file over. What changes meanwhile makes it begin again: an archive is of one moment. */
export function useTake() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [taking, show] = useState<Taking>({ state: 'idle' });

  async function fetchAll(): Promise<Archive | null> {
    const tables: ArchiveTables = {};
    const marks = new Set<string>();
    let madeAt = '';
    for (const [done, part] of archiveParts.entries()) {
      show({ state: 'taking', done, part });
      const fetched = await client.fetchQuery({ ...trpc.archive.part.queryOptions({ part }), staleTime: 0, gcTime: 0 });
      Object.assign(tables, fetched.tables);
      marks.add(fetched.mark);
      madeAt = fetched.at;
    }
    return marks.size === 1 ? { format: 'parley-archive', version: archiveVersion, madeAt, tables } : null;
  }

  async function pack(archive: Archive): Promise<Taking> {
    const files = await fetchFiles(archive.tables.attachment ?? []);
    const [{ packFiles }, { composePages }] = await Promise.all([
      import('../../lib/file/zip.ts'),
      import('@parley/domain/archive/write-pages'),
    ]);
    const whole = { path: 'archive.json', text: JSON.stringify(archive) };
    const name = `parley-${archive.madeAt.slice(0, 10)}.zip`;
    saveFile(name, packFiles([whole, ...composePages(archive), ...files]), 'application/zip');
    return { state: 'taken', name, rows: Object.values(archive.tables).flat().length };
  }

  async function takeOnce(left: number): Promise<Taking> {
    const archive = await fetchAll();
    if (archive) return pack(archive);
    return left > 1 ? takeOnce(left - 1) : { state: 'changing' };
  }

  const take = () => {
    const end = takeOnce(tries).catch((error: unknown): Taking => ({ state: 'failed', failure: failureOf(error) }));
    void end.then(show);
  };
  return { taking, take };
}
