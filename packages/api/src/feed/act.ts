import { act } from '../write.ts';
import { addFeed, dropFeed, makeAddress, ownFeed } from './rows.ts';

/** Makes the private address, or another in its place; it is in this answer and nowhere else. */
export const makingFeed = act({
  facts: () => ({ feed: ownFeed() }),
  decide({ now }) {
    const { path, tokenHash } = makeAddress();
    return { changes: [dropFeed(), addFeed(tokenHash, now)], answer: { path } };
  },
});

/** Ends it: from the next request on the address leads nowhere. */
export const endingFeed = act({
  facts: () => ({ feed: ownFeed() }),
  decide: () => ({ changes: [dropFeed()], answer: { done: true } }),
});
