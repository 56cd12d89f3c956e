import { roomOf } from './rooms.ts';

type Item = { kind: keyof typeof roomOf; itemId: string; opportunityId: string };

/** Where in its room somebody lands: at a conversation, at the sealed reads of a debrief, else at the item itself. */
type Landing = { talk?: string | null | undefined; reads?: boolean };

/** The address of an item, and what is to have the focus there: `<Link {...placeOfItem(item, { talk: threadId })} />`. */
export function placeOfItem({ kind, itemId, opportunityId }: Item, { talk, reads }: Landing = {}) {
  const search = talk ? { on: itemId, talk } : { on: itemId, at: reads ? 'reads' : 'item' };
  return { to: roomOf[kind], params: { opportunityId }, search };
}
