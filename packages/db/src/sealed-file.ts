import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';
import { StartRefused } from './lock.ts';

/** What stands in clear at the beginning of a sealed file, in one line. */
const Head = z.strictObject({ parley: z.literal('backup'), format: z.literal(1), salt: z.string().regex(/^[0-9a-f]{32}$/) });

const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const piece = 256 * 1024;
const tag = 16;

const keyOf = (passphrase: string, salt: Buffer) =>
  new Promise<Buffer>((done, failed) =>
    scrypt(passphrase.normalize('NFC'), salt, 32, cost, (error, key) => (error ? failed(error) : done(key))),
  );

/** The number of a piece, and whether it is the last: none can be left out, put elsewhere or cut off. */
function bound(number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(number, 8);
  nonce.writeUInt8(last ? 1 : 0, 0);
  return nonce;
}

function sealPiece(key: Buffer, number: number, last: boolean, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, bound(number, last), { authTagLength: tag });
  const body = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(body.length + (last ? 0x80000000 : 0), 0);
  return Buffer.concat([size, body]);
}

/** Seals a stream of bytes with a passphrase, piece by piece. */
export function sealWith(passphrase: string) {
  return async function* seal(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const salt = randomBytes(16);
    const key = await keyOf(passphrase, salt);
    yield Buffer.from(`${JSON.stringify({ parley: 'backup', format: 1, salt: salt.toString('hex') })}\n`);
    let waiting = Buffer.alloc(0);
    let number = 0;
    for await (const chunk of chunks) {
      waiting = Buffer.concat([waiting, chunk]);
      for (; waiting.length > piece; waiting = waiting.subarray(piece))
        yield sealPiece(key, number++, false, waiting.subarray(0, piece));
    }
    yield sealPiece(key, number, true, waiting);
  };
}

/** Takes bytes by their number from a stream that comes in chunks. */
function createTaker(chunks: AsyncIterable<Buffer>) {
  const source = chunks[Symbol.asyncIterator]();
  let held = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    const { done, value } = await source.next();
    if (done) return false;
    held = Buffer.concat([held, value]);
    return true;
  };
  const cut = () => new StartRefused('This backup is cut off: its end is missing. Take another copy of it.');
  const take = async (length: number): Promise<Buffer> => {
    while (held.length < length) if (!(await more())) throw cut();
    const taken = held.subarray(0, length);
    held = held.subarray(length);
    return taken;
  };
  const takeLine = async (): Promise<Buffer> => {
    while (held.indexOf(10) < 0 && held.length < 1_000) if (!(await more())) break;
    return take(Math.max(0, held.indexOf(10)) + 1);
  };
  return { take, takeLine, isOver: async () => held.length === 0 && !(await more()) };
}

function openPiece(key: Buffer, number: number, last: boolean, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, bound(number, last), { authTagLength: tag });
  decipher.setAuthTag(sealed.subarray(sealed.length - tag));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -tag)), decipher.final()]);
  } catch {
    throw new StartRefused(
      number === 0 ? 'This passphrase does not open the backup.' : 'This backup was changed or damaged. Take another copy of it.',
    );
  }
}

function readHead(line: Buffer): z.infer<typeof Head> {
  try {
    return Head.parse(JSON.parse(line.toString()));
  } catch {
    throw new StartRefused('This file is not a backup of Parley.');
  }
}

/** Opens what `sealWith` sealed, piece by piece. Throws StartRefused, in words for a person: another passphrase, or a file that was cut or changed. */
export function openWith(passphrase: string) {
  return async function* open(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const { take, takeLine, isOver } = createTaker(chunks);
    const key = await keyOf(passphrase, Buffer.from(readHead(await takeLine()).salt, 'hex'));
    for (let number = 0, last = false; !last; number++) {
      const size = (await take(4)).readUInt32BE();
      last = size >= 0x80000000;
      const length = size & 0x7fffffff;
      if (length < tag || length > piece + tag)
        throw new StartRefused('This backup was changed or damaged. Take another copy of it.');
      yield openPiece(key, number, last, await take(length));
    }
    if (!(await isOver())) throw new StartRefused('Something follows the end of this backup. Take another copy of it.');
  };
}
