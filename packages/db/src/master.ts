import { hkdfSync, randomBytes } from 'node:crypto';
import { decrypt, deriveKeys, encrypt, type MasterKeys, type Sealed, type Wrap } from './seal.ts';

/** A master key as the database knows it: by a word that only it opens. */
export type Canary = { id: number; sealed: Uint8Array; seals: boolean; side: Uint8Array | null };

const word = 'parley';

function opens(key: Uint8Array, sealed: Uint8Array, bound: string): Buffer | null {
  try {
    return decrypt(key, sealed, bound);
  } catch {
    return null;
  }
}

/** The canary of the first master key. */
export const firstCanary = (master: Uint8Array): { id: number; sealed: Sealed } => ({
  id: 1,
  sealed: encrypt(deriveKeys(master).wrap, Buffer.from(word), 'canary'),
});

/** The canary of the master key that follows: it does not wrap yet, and carries on the keys that outlive it. */
export function nextCanary(id: number, master: Uint8Array, { address, link }: MasterKeys) {
  const { wrap } = deriveKeys(master);
  const sealed = encrypt(wrap, Buffer.from(word), 'canary');
  return { id, sealed, seals: false, side: encrypt(wrap, Buffer.concat([address, link]), 'side') };
}

/** The master key whose canary this is, or null when none of these is. */
export const masterOf = <M extends Uint8Array>({ sealed }: Pick<Canary, 'sealed'>, masters: readonly M[]): M | null =>
  masters.find((master) => opens(deriveKeys(master).wrap, sealed, 'canary')?.toString() === word) ?? null;

/** The keys that outlive a master key: derived from the first one, carried on by those after it. */
function sideOf(master: Uint8Array, side: Uint8Array | null): { address: Buffer; link: Buffer } {
  const { wrap, address, link } = deriveKeys(master);
  if (side === null) return { address, link };
  const both = decrypt(wrap, side, 'side');
  return { address: both.subarray(0, 32), link: both.subarray(32) };
}

/** The working keys by these master keys; null when one of them is missing, or there is no canary at all. */
export function keysOf(canaries: readonly Canary[], masters: readonly Uint8Array[]): MasterKeys | null {
  const inOrder = canaries.toSorted((a, b) => Number(b.seals) - Number(a.seals) || b.id - a.id);
  const known = inOrder.flatMap((canary) => {
    const master = masterOf(canary, masters);
    return master ? [{ id: canary.id, master, side: canary.side }] : [];
  });
  const [first, ...others] = known.map(({ id, master }): Wrap => ({ id, key: deriveKeys(master).wrap }));
  const [one] = known;
  if (!first || !one || known.length < canaries.length) return null;
  return { wraps: [first, ...others], ...sideOf(one.master, one.side) };
}

// without letters that are taken for digits
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new code for paper: 160 bits in eight groups. */
export function makeCode(): string {
  const letters = [...randomBytes(32)].map((byte) => alphabet[byte & 31]).join('');
  return letters.replace(/.{4}(?=.)/g, '$&-');
}

/** The key of a code, however it was typed; null when it is none. */
export function keyOfCode(code: string): Buffer | null {
  const letters = code.toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1');
  if (!/^[0-9a-hjkmnp-tv-z]{32}$/.test(letters)) return null;
  return Buffer.from(hkdfSync('sha256', Buffer.from(letters), 'parley', 'recover the master key', 32));
}

/** The master key once more, under the key of a code, and the word by which that code is known. */
export const sealRecovery = (key: Uint8Array, master: Uint8Array): { recovery: Sealed; recoveryCanary: Sealed } => ({
  recovery: encrypt(key, master, 'recovery'),
  recoveryCanary: encrypt(key, Buffer.from(word), 'recovery canary'),
});

/** Whether this is the code; the master key stays sealed. */
export const isCode = (key: Uint8Array, recoveryCanary: Uint8Array): boolean =>
  opens(key, recoveryCanary, 'recovery canary')?.toString() === word;

/** The master key, by the key of its code; null by another. */
export const openRecovery = (key: Uint8Array, recovery: Uint8Array): Buffer | null => opens(key, recovery, 'recovery');
