import type { Content, Memory } from './memory.ts';
import {
  type MasterKeys,
  makeOwnerKey,
  openBytes,
  openText,
  type Sealed,
  sealBytes,
  sealText,
  unwrapOwnerKey,
  type WrappedKey,
} from './seal.ts';

/** The row that a seal is bound to. */
export type Bind = { id: string; owner: string; rev: number };

/** The keys that one call was given, as rows through row-level security; it opens and seals with these alone. */
export type Ring = {
  /** Opens and checks. Throws when the key was not given, or the binding or the shape differs. Frozen. */
  open: <T>(kind: Content<T>, bind: Bind, sealed: string) => T;
  /** Throws when the key was not given. */
  seal: <T>(kind: Content<T>, bind: Bind, value: T) => Sealed;
  /** The same for a file of a table, which is kept in no memory. */
  openBytes: (table: string, bind: Bind, sealed: string) => Buffer;
  sealBytes: (table: string, bind: Bind, bytes: Uint8Array) => Sealed;
  /** A fresh key for an owner that is being made: wrapped, for its row; from here on this ring seals with it. */
  makeKey: (owner: string) => WrappedKey;
};

export type KeyRow = { ownerId: string; wrapped: string };

const raw = (hex: string) => Buffer.from(hex.slice(2), 'hex');

/** A ring of these keys; each is unwrapped when it is first used. */
export function createRing(master: MasterKeys, memory: Memory, rows: Iterable<KeyRow>): Ring {
  const wrapped = new Map<string, string>();
  for (const row of rows) wrapped.set(row.ownerId, row.wrapped);

  function keyOf(owner: string): Buffer {
    const own = wrapped.get(owner);
    if (own === undefined) throw new Error('There is no key for this owner, or it is out of reach.');
    return memory.key(owner, own, () => unwrapOwnerKey(master, owner, raw(own)));
  }

  return {
    open(kind, bind, sealed) {
      const key = keyOf(bind.owner);
      const ref = { table: kind.table, ...bind };
      const name = `${kind.table}|${bind.id}|${bind.owner}|${bind.rev}`;
      return memory.open(kind, { key, bind: name, sealed }, () => {
        const value: unknown = JSON.parse(openText(key, ref, raw(sealed)));
        return kind.schema.parse(value);
      });
    },
    makeKey(owner) {
      if (wrapped.has(owner)) throw new Error('This owner has a key already.');
      const { wrapped: fresh, canaryId } = makeOwnerKey(master, owner);
      wrapped.set(owner, `\\x${Buffer.from(fresh).toString('hex')}`);
      return { wrapped: fresh, canaryId };
    },
    openBytes: (table, bind, sealed) => openBytes(keyOf(bind.owner), { table, ...bind }, raw(sealed)),
    sealBytes: (table, bind, bytes) => sealBytes(keyOf(bind.owner), { table, ...bind }, bytes),
    seal: (kind, bind, value) => sealText(keyOf(bind.owner), { table: kind.table, ...bind }, JSON.stringify(value)),
  };
}
