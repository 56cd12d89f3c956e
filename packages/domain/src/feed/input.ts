import { z } from 'zod';

/** feed.make: another address in the place of the one before, if there was one. */
export const MakeFeed = z.strictObject({});
/** feed.end */
export const EndFeed = z.strictObject({});
