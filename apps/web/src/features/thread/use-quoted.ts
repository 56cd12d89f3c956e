import { type Anchor, carryAnchors } from '@parley/domain/anchor/anchor';
import type { Passage } from '@parley/domain/anchor/search';
import { groupBy } from '@parley/domain/kernel/group';
import { useEffect, useSyncExternalStore } from 'react';

type Quoting = { threadId: string; quote: Anchor | null };

/** The texts of the blocks that are or were on this page, by their mark's name. */
const texts = new Map<string, string>();
const listeners = new Set<() => void>();

function listen(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** The words of a block as the page shows them now; a block that is being edited, as it was before. Undefined when it is gone. */
export function useBlockText(name: string): string | undefined {
  return useSyncExternalStore(listen, () => texts.get(name));
}

/** The same, asked once. */
export function textOf(name: string): string | undefined {
  return texts.get(name);
}

/** Says what a block's words are. */
export function useSayText(name: string, text: string): void {
  useEffect(() => {
    if (texts.get(name) === text) return;
    texts.set(name, text);
    for (const changed of listeners) changed();
  }, [name, text]);
}

/** Where the quotes of threads stand in the text now; those on earlier text are left out. One comparison for each old text. */
export function placeQuotes(threads: readonly Quoting[], text: string): (Passage & { threadId: string })[] {
  const quoting = threads.flatMap(({ threadId, quote }) => (quote ? [{ threadId, ...quote }] : []));
  return [...groupBy(quoting, ({ of }) => of)].flatMap(([of, here]) =>
    carryAnchors(of, here, text).flatMap((passage, at) => {
      const threadId = here[at]?.threadId;
      return passage && threadId ? [{ threadId, ...passage }] : [];
    }),
  );
}

type Places = ReturnType<typeof placeQuotes>;
const placed = new WeakMap<readonly Quoting[], Map<string, Places>>();

/** The same for the open conversations of one block, sought once however many pieces of it are drawn. */
export function placeOpen(
  all: readonly (Quoting & { blockId: string; resolvedAt: string | null })[],
  blockId: string,
  text: string,
): Places {
  const known = placed.get(all) ?? new Map<string, Places>();
  placed.set(all, known);
  const name = `${blockId} ${text}`;
  const places =
    known.get(name) ??
    placeQuotes(
      all.filter((thread) => thread.blockId === blockId && thread.resolvedAt === null),
      text,
    );
  known.set(name, places);
  return places;
}

/** Of passages of a whole text those in one stretch of it, as offsets of that. */
export function within(places: Places, { start, end }: Passage): Places {
  return places
    .filter((place) => place.start < end && place.end > start)
    .map((place) => ({ ...place, start: Math.max(place.start, start) - start, end: Math.min(place.end, end) - start }));
}

/** Whether a passage that ends there ends in this stretch: nothing but slots and space, which are no pieces, lies between. */
export function endsIn(text: string, at: number, { start, end }: Passage): boolean {
  return at > start && /^(?:\s|\[[^[\]\n]*\]|\{[^{}\n]*\})*$/.test(text.slice(end, at));
}

/** A stretch of a text with the conversations that are about it. */
export type Stretch = { start: number; text: string; threadIds: string[] };

/** Cuts a text where a passage begins or ends: passages may lie in each other. */
export function cutText(text: string, passages: readonly (Passage & { threadId: string })[]): Stretch[] {
  const cuts = [...new Set([0, text.length, ...passages.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(1).map((end, at) => {
    const start = cuts[at] ?? 0;
    const here = passages.filter((passage) => passage.start < end && passage.end > start);
    return { start, text: text.slice(start, end), threadIds: here.map(({ threadId }) => threadId) };
  });
}
