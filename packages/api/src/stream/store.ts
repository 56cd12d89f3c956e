import type { Tx } from '@parley/db/client';
import type { Place } from '../relation.ts';
import { type StaleTable, staleOf } from '../stale-row.ts';

type Act = { path: string; key: string; place: Place; about: string | null };

/** As the last of a call that asks as it goes: whom this concerns is told, in the transaction that does it. */
export async function tell(db: Tx, stale: StaleTable, { path, key, place, about }: Act): Promise<void> {
  const { whom } = staleOf(stale, path);
  if (whom === 'desk') return;
  const { itemId, openingId, councilId } = place;
  await db.$queryRaw`select tell(${path}, ${whom}, ${itemId}::uuid, ${openingId}::uuid, ${councilId}::uuid, ${about}::uuid, ${key})::text`;
}
