import { z } from 'zod';

/**
 * Where a stream goes on: after the event that was heard last, or, at the first time, from as many seconds ago as the page
 * has been reading. Neither is a secret, and neither is believed further than the person's own events.
 */
export const FollowStream = z.strictObject({
  age: z.number().int().min(0).max(86_400),
  lastEventId: z.string().max(100).nullish(),
});
