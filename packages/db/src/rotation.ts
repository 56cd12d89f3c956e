import type { Client } from './client.ts';
import { type MasterKeys, unwrapOwnerKey, type WrappedKey, wrapOwnerKey } from './seal.ts';

type Row = { ownerId: string; wrapped: Uint8Array };

/** How many keys another master key wraps than this one. */
export async function countOthers(client: Client, canaryId: number): Promise<number> {
  return client.$transaction(async (tx) => {
    await tx.$queryRaw`select set_config('role', 'parley_keeper', true)`;
    return tx.sealingKey.count({ where: { canaryId: { not: canaryId } } });
  });
}

/** Wraps up to `most` keys anew that another master key wraps; answers how many. Nobody who reads them waits. */
export async function rewrapSome(client: Client, keys: MasterKeys, most = 200): Promise<number> {
  const [{ id: canaryId }] = keys.wraps;
  return client.$transaction(
    async (tx) => {
      await tx.$queryRaw`select set_config('role', 'parley_keeper', true)`;
      const rows = await tx.$queryRaw<Row[]>`
        select owner_id as "ownerId", wrapped from sealing_key where canary_id <> ${canaryId}
        order by owner_id limit ${most} for update`;
      if (rows.length === 0) return 0;
      const anew = rows.map(
        ({ ownerId, wrapped }): WrappedKey => wrapOwnerKey(keys, ownerId, unwrapOwnerKey(keys, ownerId, wrapped)),
      );
      const owners = rows.map(({ ownerId }) => ownerId);
      const bytes = anew.map(({ wrapped }) => wrapped);
      await tx.$executeRaw`
        update sealing_key k set wrapped = n.wrapped, canary_id = ${canaryId}
        from unnest(${owners}::uuid[], ${bytes}::bytea[]) n (owner_id, wrapped) where k.owner_id = n.owner_id`;
      return rows.length;
    },
    { maxWait: 30_000, timeout: 30_000 },
  );
}
