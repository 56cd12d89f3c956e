import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import { int, sealed, statement, uuid } from '@parley/db/statement';
import type { Ask } from '@parley/domain/negotiation/asks/ask';
import { AskContent } from '@parley/domain/negotiation/asks/input';

export const askContent = content('ask', AskContent);

/** The asks of a negotiation in rank order. */
export const asksOf = statement({
  name: 'asks_of',
  takes: [uuid],
  gives: { id: uuid, rev: int, sealed },
  text: 'select id, rev, sealed from ask where negotiation_id = $1 order by rank, id',
});

type Row = { id: string; rev: number; sealed: string };

/** An ask under its owner's key. */
export function openAsk(open: Ring['open'], owner: string, { id, rev, sealed: kept }: Row): Ask {
  return { askId: id, rev, ...open(askContent, { id, owner, rev }, kept) };
}

/** Asks under their owner's key, in the given order. */
export function openAsks(open: Ring['open'], owner: string, rows: readonly Row[]): Ask[] {
  return rows.map((row) => openAsk(open, owner, row));
}
