import { type Archive, type ArchivePart, type ArchiveTables, archiveParts, archiveVersion } from '@parley/domain/archive/archive';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Failure, failureOf } from '../../lib/failure.ts';
import { saveFile } from '../../lib/file/save.ts';
import { useTRPC } from '../../lib/trpc.ts';

export type Taking =
  | { state: 'idle' }
  | { state: 'taking'; done: number; part: ArchivePart }
  | { state: 'taken'; name: string; rows: number }
  | { state: 'changing' }
  | { state: 'failed'; failure: Failure };

const tries = 3;

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
    const [{ packFiles }, { composePages }] = await Promise.all([
      import('../../lib/file/zip.ts'),
      import('@parley/domain/archive/write-pages'),
    ]);
    const whole = { path: 'archive.json', text: JSON.stringify(archive) };
    const name = `parley-${archive.madeAt.slice(0, 10)}.zip`;
    saveFile(name, packFiles([whole, ...composePages(archive)]), 'application/zip');
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
