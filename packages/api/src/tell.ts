import type { Tx } from '@parley/db/client';
import { maybe, statement, text, uuid } from '@parley/db/statement';
import type { Place } from './relation.ts';
import { type StaleTable, staleOf } from './stale-row.ts';

/** What the guard says at the end of an act, in the transaction that it commits. */
export const tellAct = statement({
  name: 'tell',
  takes: [text, text, maybe(uuid), maybe(uuid), maybe(uuid), maybe(uuid), maybe(text)],
  gives: { told: text },
  text: 'select tell($1, $2, $3, $4, $5, $6, $7)::text as told',
});

type Act = { path: string; key: string; place: Place; about: string | null };

/** As the last of a call that asks as it goes: whom this concerns is told, in the transaction that does it. */
export async function tell(db: Tx, stale: StaleTable, { path, key, place, about }: Act): Promise<void> {
  const { whom } = staleOf(stale, path);
  if (whom === 'desk') return;
  const { itemId, openingId, councilId } = place;
  await db.$queryRaw`select tell(${path}, ${whom}, ${itemId}::uuid, ${openingId}::uuid, ${councilId}::uuid, ${about}::uuid, ${key})::text`;
}
