import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import { bytes, maybe, type RowIn, sealed, statement, time, uuid } from '@parley/db/statement';
import { type Reaction, reactionWords } from '@parley/domain/thread/reaction';
import { z } from 'zod';

export const reactionContent = content(
  'reaction',
  z.discriminatedUnion('word', [
    z.object({ word: z.enum(reactionWords) }),
    z.object({ word: z.literal('reviewed'), rev: z.number() }),
  ]),
);

/** The words that the viewer hears about an item, its comments and what is quoted of it. */
export const reactionsOn = statement({
  name: 'reactions_on',
  takes: [uuid],
  gives: { targetId: uuid, threadId: maybe(uuid), authorId: uuid, ownerId: uuid, at: time, sealed },
  text: `select target_id, thread_id, author_id, owner_id, at, sealed from reaction
    where item_id = $1 order by at, author_id`,
});

/** Keeps the viewer's word about a thing in the place of the one before: one row a person and thing. */
export const keepReaction = statement({
  name: 'keep_reaction',
  takes: [uuid, uuid, maybe(uuid), bytes, time],
  gives: {},
  text: `insert into reaction (target_id, item_id, thread_id, author_id, sealed, at) values ($1, $2, $3, viewer(), $4, $5)
    on conflict (target_id, author_id) do update set sealed = excluded.sealed, at = excluded.at`,
});

export const dropReaction = statement({
  name: 'drop_reaction',
  takes: [uuid],
  gives: {},
  text: 'delete from reaction where target_id = $1 and author_id = viewer()',
});

/** Where a word is sealed: a later one stands in its place. */
export const reactionBind = (targetId: string, authorId: string, owner: string) => ({
  id: `${targetId}:${authorId}`,
  owner,
  rev: 1,
});

/** A word as it reaches a screen; names are in `people` beside. */
export type ReactionEntry = Reaction & { targetId: string; authorId: string; at: string };

export function openReaction(open: Ring['open'], row: RowIn<typeof reactionsOn>): ReactionEntry {
  const { targetId, authorId, ownerId, at } = row;
  return {
    targetId,
    authorId,
    at: at.toISOString(),
    ...open(reactionContent, reactionBind(targetId, authorId, ownerId), row.sealed),
  };
}
