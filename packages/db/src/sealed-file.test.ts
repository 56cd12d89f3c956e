import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openWith, sealWith } from './sealed-file.ts';

async function* chunked(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function whole(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

const passphrase = 'seven tired otters sing';
const plain = randomBytes(700_000);
const seal = (bytes: Buffer) => whole(sealWith(passphrase)(chunked(bytes, 50_000)));
const open = (bytes: Buffer, word = passphrase) => whole(openWith(word)(chunked(bytes, 33_333)));

describe('a sealed file', () => {
  it.each([0, 1, 256 * 1024, 256 * 1024 + 1, 700_000])('of %i bytes opens as it was', async (length) => {
    expect((await open(await seal(plain.subarray(0, length)))).equals(plain.subarray(0, length))).toBe(true);
  });

  it('says nothing of what is in it', async () => {
    expect((await seal(Buffer.from('Acme pays 90,000'))).includes('Acme')).toBe(false);
  });

  it('opens by its own passphrase alone', async () => {
    await expect(open(await seal(plain), 'seven tired otters sang')).rejects.toThrow('This passphrase does not open the backup.');
  });

  it('is refused when a byte was changed, its end cut off, a piece left out, or something added', async () => {
    const sealed = await seal(plain);
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(600_000) ^ 1, 600_000);
    await expect(open(changed)).rejects.toThrow('changed or damaged');
    await expect(open(sealed.subarray(0, -1))).rejects.toThrow('cut off');
    const head = sealed.indexOf(10) + 1;
    const piece = 4 + 256 * 1024 + 16;
    await expect(open(sealed.subarray(0, head + piece))).rejects.toThrow('cut off');
    await expect(open(Buffer.concat([sealed.subarray(0, head + piece), sealed.subarray(head + 2 * piece)]))).rejects.toThrow(
      'changed or damaged',
    );
    await expect(open(Buffer.concat([sealed, Buffer.from('x')]))).rejects.toThrow('follows the end');
    await expect(open(Buffer.from('hello\nthere'))).rejects.toThrow('not a backup of Parley');
  });
});
