import type { z } from 'zod';
import type { Tx } from './client.ts';
import { type MasterKeys, makeOwnerKey, openText, type Sealed, type SealRef, sealText, unwrapOwnerKey } from './seal.ts';

/** Seals and opens content inside one transaction. Owners' keys are read through row-level security and kept no longer. */
export type Vault = {
  /** Seals any JSON value. Throws when the owner has no key, or the viewer may not know the owner. */
  seal: (ref: SealRef, value: unknown) => Promise<Sealed>;
  /** Opens and checks against the schema. Throws when the binding, the key or the shape differs. */
  open: <T>(ref: SealRef, sealed: Uint8Array, schema: z.ZodType<T>) => Promise<T>;
  /** Fetches several owners' keys in one query; those out of reach are left out. */
  prepare: (owners: readonly string[]) => Promise<void>;
  /** Makes the key of a new account or council, once. */
  createKey: (owner: string) => Promise<void>;
};

/** A vault bound to one transaction. */
export function createVault(db: Tx, keys: MasterKeys): Vault {
  const known = new Map<string, Promise<Buffer>>();

  async function load(owner: string): Promise<Buffer> {
    const row = await db.sealingKey.findUnique({ where: { ownerId: owner } });
    if (!row) throw new Error('There is no key for this owner, or it is out of reach.');
    return unwrapOwnerKey(keys, owner, row.wrapped);
  }

  function keyOf(owner: string): Promise<Buffer> {
    const key = known.get(owner) ?? load(owner);
    known.set(owner, key);
    return key;
  }

  return {
    async seal(ref, value) {
      return sealText(await keyOf(ref.owner), ref, JSON.stringify(value));
    },
    async open(ref, sealed, schema) {
      const value: unknown = JSON.parse(openText(await keyOf(ref.owner), ref, sealed));
      return schema.parse(value);
    },
    async prepare(owners) {
      const missing = owners.filter((owner) => !known.has(owner));
      if (missing.length < 2) return;
      const rows = await db.sealingKey.findMany({ where: { ownerId: { in: missing } } });
      for (const row of rows) known.set(row.ownerId, Promise.resolve(unwrapOwnerKey(keys, row.ownerId, row.wrapped)));
    },
    async createKey(owner) {
      const made = makeOwnerKey(keys, owner);
      // createMany answers a count, so that no row has to be readable yet
      await db.sealingKey.createMany({ data: [{ ownerId: owner, wrapped: made.wrapped, canaryId: made.canaryId }] });
      known.set(owner, Promise.resolve(made.key));
    },
  };
}
