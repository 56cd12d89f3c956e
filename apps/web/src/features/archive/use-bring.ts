import { Archive, countRows, cutArchive, largestArchive } from '@parley/domain/archive/archive';
import { attachmentShape, mostBytes } from '@parley/domain/offer/attachment/attachment';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { type Failure, failureOf } from '../../lib/failure.ts';
import { callWithFile, inHeader } from '../../lib/file/call.ts';
import { newId } from '../../lib/new-id.ts';
import { newKey } from '../../lib/press.ts';
import { useTRPC } from '../../lib/trpc.ts';

/** A file of an archive on its way to its offer; its key is one press, however often it is sent. */
type Letter = { offerId: string; name: string; bytes: Uint8Array; key: string };
type Found = Omit<Letter, 'offerId' | 'key'> & { attachmentId: string };
type Ready = { text: string; files: Found[]; name: string; madeAt: string; counts: Record<string, number> };

export type Bringing =
  | { state: 'idle' }
  | { state: 'unreadable'; why: string }
  | ({ state: 'ready' } & Ready)
  | { state: 'sending'; done: number; of: number; what: 'pieces' | 'files' }
  | { state: 'brought'; returned: Record<string, number> }
  /** The rows are there, these files are not yet. */
  | { state: 'halted'; failure: Failure; left: Letter[]; returned: Record<string, number> }
  | { state: 'failed'; failure: Failure };

const Kept = z.object({ id: z.string(), content: attachmentShape });
const isZip = (file: File) => /\.zip$/i.test(file.name) || /zip/.test(file.type);
const unreadable = (why: string): Bringing => ({ state: 'unreadable', why });

async function textOf(file: File): Promise<string | null> {
  if (!isZip(file)) return file.text();
  const { unpackFile } = await import('../../lib/file/zip.ts');
  return unpackFile(file, 'archive.json').catch(() => null);
}

/** The files that the archive names, out of the zip; null when one of them is not there as it was kept. */
async function filesOf(file: File, { tables }: Archive): Promise<Found[] | null> {
  const rows = (tables.attachment ?? []).map((row) => Kept.parse(row));
  if (rows.length === 0) return [];
  if (!isZip(file)) return null;
  const { unpackFolder } = await import('../../lib/file/zip.ts');
  const packed = [...(await unpackFolder(file, 'attachments', mostBytes))];
  const found = rows.flatMap(({ id, content: { name, size } }) => {
    const bytes = packed.find(([path]) => path.startsWith(`attachments/${id}/`))?.[1];
    return bytes?.length === size ? [{ attachmentId: id, name, bytes }] : [];
  });
  return found.length === rows.length ? found : null;
}

/** Looks into a file before anything leaves the browser. */
async function look(file: File): Promise<Bringing> {
  const text = await textOf(file);
  if (text === null) return unreadable('There is no archive.json in this file. Choose the zip that Parley gave you.');
  if (text.length > largestArchive) return unreadable('This archive is too large to be brought in at once.');
  try {
    const { data, error } = Archive.safeParse(JSON.parse(text));
    if (!data) return unreadable(error?.issues[0]?.message ?? 'This file is not an archive of Parley.');
    const files = await filesOf(file, data);
    if (files === null)
      return unreadable('Files that were kept with offers are missing here. Choose the zip as Parley gave it to you.');
    return { state: 'ready', text, files, name: file.name, madeAt: data.madeAt, counts: countRows(data.tables) };
  } catch {
    return unreadable('This file is not whole: it cannot be read to its end. Take the archive again.');
  }
}

async function keepLetter({ offerId, name, bytes, key }: Letter): Promise<void> {
  const headers = { 'content-type': 'application/octet-stream', 'x-parley-offer': offerId, 'x-parley-name': inHeader(name) };
  await callWithFile({ path: 'attachment.keep', headers, body: new Blob([Uint8Array.from(bytes)]), key });
}

/** Chooses an archive, shows what is in it, and brings it in: its rows as a whole or not at all, then the files of its offers. */
export function useBring() {
  const trpc = useTRPC();
  const send = useMutation(trpc.archive.send.mutationOptions());
  const bring = useMutation(trpc.archive.bring.mutationOptions());
  const [bringing, show] = useState<Bringing>({ state: 'idle' });

  async function sendFiles(letters: Letter[], returned: Record<string, number>): Promise<Bringing> {
    for (const [done, letter] of letters.entries()) {
      show({ state: 'sending', done, of: letters.length, what: 'files' });
      try {
        await keepLetter(letter);
      } catch (error) {
        return { state: 'halted', failure: failureOf(error), left: letters.slice(done), returned };
      }
    }
    return { state: 'brought', returned };
  }

  async function sendAll({ text, files, counts }: Ready): Promise<Bringing> {
    const arrivalId = newId();
    const pieces = cutArchive(text);
    for (const [number, piece] of pieces.entries()) {
      show({ state: 'sending', done: number, of: pieces.length, what: 'pieces' });
      await send.mutateAsync({ arrivalId, number, text: piece });
    }
    const answer = await bring.mutateAsync({ arrivalId, pieces: pieces.length });
    const letters = answer.files.flatMap(({ attachmentId, offerId }) => {
      const file = files.find((one) => one.attachmentId === attachmentId);
      return file ? [{ offerId, name: file.name, bytes: file.bytes, key: newKey() }] : [];
    });
    return sendFiles(letters, { ...answer.returned, attachment: counts.attachment ?? 0 });
  }

  const choose = (file: File | undefined) => {
    if (file) void look(file).then(show);
  };
  const start = (ready: Ready) => {
    const end = sendAll(ready).catch((error: unknown): Bringing => ({ state: 'failed', failure: failureOf(error) }));
    void end.then(show);
  };
  /** Those files that did not come along yet. */
  const goOn = (left: Letter[], returned: Record<string, number>) => void sendFiles(left, returned).then(show);
  return { bringing, choose, start, goOn, reset: () => show({ state: 'idle' }) };
}
