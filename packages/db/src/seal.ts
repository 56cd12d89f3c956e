import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/** Bytes as Prisma takes them. */
export type Sealed = Uint8Array<ArrayBuffer>;

/** What a seal is bound to: moved to another row, owner or revision it no longer opens. */
export type SealRef = { table: string; id: string; owner: string; rev: number };

const VERSION = 1;
const NONCE = 12;
const TAG = 16;
const STEP = 64;

/** A key that wraps owners' keys, under the number of its master key's canary. */
export type Wrap = { id: number; key: Buffer };

/** The keys derived from a master key, which itself is used for nothing. */
export type DerivedKeys = { wrap: Buffer; address: Buffer; link: Buffer };

/** The working keys. While a master key takes the place of another there are two that open; the first one wraps. */
export type MasterKeys = { wraps: readonly [Wrap, ...Wrap[]]; address: Buffer; link: Buffer };

/** Derives keys. Throws when the master key is not 32 bytes. */
export function deriveKeys(master: Uint8Array): DerivedKeys {
  if (master.length !== 32) throw new Error('The master key must be 32 bytes.');
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', master, 'parley', purpose, 32));
  return { wrap: derive('wrap owner keys'), address: derive('find addresses'), link: derive('links in mail') };
}

/** The keyed hash by which an e-mail address is found; nobody without the key can test a guess. */
export function addressHash(keys: MasterKeys, email: string): string {
  return createHmac('sha256', keys.address).update(email.trim().normalize('NFC').toLowerCase()).digest('hex');
}

/** The token of the link that goes with a letter: made of the letter's id, so that no copy of it waits in the database. */
export const linkToken = (keys: MasterKeys, letterId: string): string =>
  createHmac('sha256', keys.link).update(`address|${letterId}`).digest('base64url');

/** Of which the key is made that signs what goes to the makers of browsers: it is kept nowhere, and outlives a master key. */
export const pushSeed = (keys: MasterKeys): Buffer => createHmac('sha256', keys.link).update('push').digest();

/** The keyed hash under which attempts of somebody are counted. */
export const attemptHash = (keys: MasterKeys, key: string): string =>
  createHmac('sha256', keys.address).update(`attempt|${key}`).digest('hex');

/** Bytes for what one press makes, which nobody can guess without the key. */
export const pressSecret = (keys: MasterKeys, press: string): Buffer =>
  createHmac('sha512', keys.link).update(`press|${press}`).digest();

const stopMark = (keys: MasterKeys, accountId: string) => createHmac('sha256', keys.link).update(`stop|${accountId}`).digest();

/** What a link that ends somebody's mail carries: whose it is, and that we wrote it. */
export const stopLink = (keys: MasterKeys, accountId: string): string =>
  `${accountId}.${stopMark(keys, accountId).toString('hex')}`;

/** Whose mail a link ends, or null when we did not write it. */
export function readStopLink(keys: MasterKeys, link: string): string | null {
  const [accountId = '', mark = ''] = link.split('.');
  const given = Buffer.from(mark, 'hex');
  const right = stopMark(keys, accountId);
  return given.length === right.length && timingSafeEqual(given, right) ? accountId : null;
}

/** Encrypts bytes, bound to what `aad` says. */
export function encrypt(key: Uint8Array, plain: Uint8Array, aad: string): Sealed {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  cipher.setAAD(Buffer.from(aad));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  const out = new Uint8Array(1 + NONCE + body.length + TAG);
  out.set([VERSION]);
  out.set(nonce, 1);
  out.set(body, 1 + NONCE);
  out.set(cipher.getAuthTag(), 1 + NONCE + body.length);
  return out;
}

/** Opens what `encrypt` made. Throws with another key or other words beside it. */
export function decrypt(key: Uint8Array, sealed: Uint8Array, aad: string): Buffer {
  if (sealed.length < 1 + NONCE + TAG || sealed[0] !== VERSION) throw new Error('This is not a seal of ours.');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(aad));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE, sealed.length - TAG)), decipher.final()]);
}

/** Length first, then the content, then zeros: sizes on disk come in steps of 64 bytes. */
function pad(bytes: Uint8Array): Buffer {
  const padded = Buffer.alloc(Math.ceil((4 + bytes.length) / STEP) * STEP);
  padded.writeUInt32BE(bytes.length);
  padded.set(bytes, 4);
  return padded;
}

function unpad(padded: Buffer): Buffer {
  return padded.subarray(4, 4 + padded.readUInt32BE());
}

const bind = (ref: SealRef) => `${ref.table}|${ref.id}|${ref.owner}|${ref.rev}`;

/** Seals a text under an owner's key, bound to its row and revision. */
export function sealText(key: Uint8Array, ref: SealRef, text: string): Sealed {
  return sealBytes(key, ref, Buffer.from(text, 'utf8'));
}

/** Opens what `sealText` sealed. Throws when anything of the binding differs. */
export function openText(key: Uint8Array, ref: SealRef, sealed: Uint8Array): string {
  return openBytes(key, ref, sealed).toString('utf8');
}

/** Seals a file under an owner's key, bound to its row and revision. */
export function sealBytes(key: Uint8Array, ref: SealRef, bytes: Uint8Array): Sealed {
  return encrypt(key, pad(bytes), bind(ref));
}

/** Opens what `sealBytes` sealed. Throws when anything of the binding differs. */
export function openBytes(key: Uint8Array, ref: SealRef, sealed: Uint8Array): Buffer {
  return unpad(decrypt(key, sealed, bind(ref)));
}

/** An owner's key as it is kept, and which master key wraps it. */
export type WrappedKey = { wrapped: Sealed; canaryId: number };

const bindKey = (owner: string) => `key|${owner}`;

/** Wraps an owner's key with what wraps now. */
export function wrapOwnerKey({ wraps: [{ id, key: wrap }] }: MasterKeys, owner: string, key: Uint8Array): WrappedKey {
  return { wrapped: encrypt(wrap, key, bindKey(owner)), canaryId: id };
}

/** A fresh key for one owner, and the same wrapped for the database. */
export function makeOwnerKey(keys: MasterKeys, owner: string): WrappedKey & { key: Buffer } {
  const key = randomBytes(32);
  return { key, ...wrapOwnerKey(keys, owner, key) };
}

/** Unwraps an owner's key. Throws with other master keys or another owner. */
export function unwrapOwnerKey({ wraps }: MasterKeys, owner: string, wrapped: Uint8Array): Buffer {
  for (const { key } of wraps) {
    try {
      return decrypt(key, wrapped, bindKey(owner));
    } catch {
      // wrapped by another one, perhaps
    }
  }
  throw new Error('No master key that is known here wraps this key.');
}
