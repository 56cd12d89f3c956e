import type { AppRouter } from '@parley/api/router';
import type { Mentionable } from '@parley/domain/thread/mention';
import { useQuery } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useTRPC } from '../../lib/trpc.ts';

type Outputs = inferRouterOutputs<AppRouter>;
export type ThreadView = Outputs['thread']['list']['threads'][number];
export type CommentView = ThreadView['comments'][number];

export type ReactionView = Outputs['thread']['list']['reactions'][number];

/** Who can read the item, for mentions and for who is told. */
export type Readers = {
  ownerId: string;
  readerIds: string[];
  /** Those who can be mentioned. */
  named: Mentionable[];
  /** Those who read what I write here only after the reveal of an open round. */
  heldIds: string[];
  nameOf: (id: string) => string;
};

/** The threads of one item with the names of everybody in them. */
export function useThreads(itemId: string) {
  const trpc = useTRPC();
  return useQuery(trpc.thread.list.queryOptions({ itemId }));
}

/** The readers of one item. */
export function useReaders(itemId: string): Readers | null {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.thread.readers.queryOptions({ itemId }));
  if (!data) return null;
  const named = data.readers;
  const nameOf = (id: string) => named.find((reader) => reader.id === id)?.name ?? 'a former member';
  return { ownerId: data.ownerId, readerIds: named.map(({ id }) => id), named, nameOf, heldIds: data.heldIds };
}

/** Those of the readers who can follow one conversation: it is held among people who sit together. */
export function among(readers: Readers, { readerIds }: ThreadView): Readers {
  return { ...readers, readerIds, named: readers.named.filter(({ id }) => readerIds.includes(id)) };
}
