/** A conversation on one block of an item. */
export type Thread = { id: string; itemId: string; blockId: string; starterId: string; resolvedAt: Date | null };

/** What the rules need to know of a comment. */
export type Comment = { id: string; authorId: string; deletedAt: Date | null };

export const commentMax = 4000;

/** The longest text of which words can be quoted; it is kept with the thread. */
export const quotedMax = 8000;

/** More than people write and read; a list of them is sent whole. */
export const mostThreads = 500;
export const mostComments = 500;

export const mentionsMax = 12;
