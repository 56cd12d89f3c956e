/** A place in a council, and until when; null for who sits there now. */
export type SeatTime = { councilId: string; accountId: string; until: Date | null };

/** Something said: by whom and when. */
export type Said = { authorId: string; at: Date };

/**
 * What somebody may hear of what is said on another's item, though all may read the item: who sits in a council with
 * the author, or sat there when it was said. People whom only the owner brings together do not learn of each other.
 */
export function heardBy(places: readonly SeatTime[], listenerId: string): (said: Said) => boolean {
  const mine = new Set(
    places.filter((place) => place.accountId === listenerId && place.until === null).map(({ councilId }) => councilId),
  );
  const last = new Map<string, number>();
  for (const { accountId, councilId, until } of places) {
    if (!mine.has(councilId)) continue;
    const end = until?.getTime() ?? Number.POSITIVE_INFINITY;
    last.set(accountId, Math.max(last.get(accountId) ?? Number.NEGATIVE_INFINITY, end));
  }
  return (said) => said.at.getTime() <= (last.get(said.authorId) ?? Number.NEGATIVE_INFINITY);
}

/** Those of an item's readers who can follow a conversation: its owner, and who hears the one who began it. */
export function audienceOf(places: readonly SeatTime[], ownerId: string, readerIds: readonly string[], begun: Said): string[] {
  return readerIds.filter((id) => id === ownerId || heardBy(places, id)(begun));
}
