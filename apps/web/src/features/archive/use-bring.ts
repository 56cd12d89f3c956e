import { Archive, countRows, cutArchive, largestArchive } from '@parley/domain/archive/archive';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Failure, failureOf } from '../../lib/failure.ts';
import { newId } from '../../lib/new-id.ts';
import { useTRPC } from '../../lib/trpc.ts';

export type Bringing =
  | { state: 'idle' }
  | { state: 'unreadable'; why: string }
  | { state: 'ready'; text: string; name: string; madeAt: string; counts: Record<string, number> }
  | { state: 'sending'; done: number; of: number }
  | { state: 'brought'; returned: Record<string, number> }
  | { state: 'failed'; failure: Failure };

const isZip = (file: File) => /\.zip$/i.test(file.name) || /zip/.test(file.type);

async function textOf(file: File): Promise<string | null> {
  if (!isZip(file)) return file.text();
  const { unpackFile } = await import('../../lib/file/zip.ts');
  return unpackFile(file, 'archive.json').catch(() => null);
}

/** Looks into a file before anything leaves the browser. */
async function look(file: File): Promise<Bringing> {
  const text = await textOf(file);
  if (text === null)
    return { state: 'unreadable', why: 'There is no archive.json in this file. Choose the zip that Parley gave you.' };
  if (text.length > largestArchive) return { state: 'unreadable', why: 'This archive is too large to be brought in at once.' };
  try {
    const { data, error } = Archive.safeParse(JSON.parse(text));
    if (!data) return { state: 'unreadable', why: error?.issues[0]?.message ?? 'This file is not an archive of Parley.' };
    return { state: 'ready', text, name: file.name, madeAt: data.madeAt, counts: countRows(data.tables) };
  } catch {
    return { state: 'unreadable', why: 'This file is not whole: it cannot be read to its end. Take the archive again.' };
  }
}

/** Chooses an archive, shows what is in it, and brings it in: piece by piece, taking effect as a whole or not at all. */
export function useBring() {
  const trpc = useTRPC();
  const send = useMutation(trpc.archive.send.mutationOptions());
  const bring = useMutation(trpc.archive.bring.mutationOptions());
  const [bringing, show] = useState<Bringing>({ state: 'idle' });

  async function sendAll(text: string): Promise<Bringing> {
    const arrivalId = newId();
    const pieces = cutArchive(text);
    for (const [number, piece] of pieces.entries()) {
      show({ state: 'sending', done: number, of: pieces.length });
      await send.mutateAsync({ arrivalId, number, text: piece });
    }
    const { returned } = await bring.mutateAsync({ arrivalId, pieces: pieces.length });
    return { state: 'brought', returned };
  }

  const choose = (file: File | undefined) => {
    if (file) void look(file).then(show);
  };
  const start = (text: string) => {
    const end = sendAll(text).catch((error: unknown): Bringing => ({ state: 'failed', failure: failureOf(error) }));
    void end.then(show);
  };
  return { bringing, choose, start, reset: () => show({ state: 'idle' }) };
}
