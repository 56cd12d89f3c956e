import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A file by its place inside the archive. */
export type Packed = { path: string; text: string } | { path: string; bytes: Uint8Array };

/** Packs files into one zip. In this thread: a worker made of a blob is what our content policy forbids. */
export function packFiles(files: readonly Packed[]): Blob {
  const entries = Object.fromEntries(files.map((file) => [file.path, 'bytes' in file ? file.bytes : strToU8(file.text)]));
  return new Blob([Uint8Array.from(zipSync(entries, { level: 6 }))]);
}

/** The text of one file in a zip, or null when it is not in it. Throws when this is no zip. */
export async function unpackFile(archive: Blob, name: string): Promise<string | null> {
  const found = unzipSync(new Uint8Array(await archive.arrayBuffer()), { filter: (file) => file.name === name })[name];
  return found ? strFromU8(found) : null;
}

/** The bytes of all files under a folder, by their place; those that say they are larger than `most` are left out. */
export async function unpackFolder(archive: Blob, folder: string, most: number): Promise<ReadonlyMap<string, Uint8Array>> {
  const filter = ({ name, originalSize }: { name: string; originalSize: number }) =>
    name.startsWith(`${folder}/`) && originalSize <= most;
  return new Map(Object.entries(unzipSync(new Uint8Array(await archive.arrayBuffer()), { filter })));
}
