import { FollowStream } from '@parley/domain/stream/input';
import { type News, placeOf } from '@parley/domain/stream/stream';
import { type TrackedEnvelope, tracked } from '@trpc/server';
import type { z } from 'zod';
import type { Context } from '../context.ts';
import { declared, router } from '../trpc.ts';
import { findNews, findStart } from './view.ts';

type Following = AsyncGenerator<TrackedEnvelope<News>, void>;

/**
 * Tells what may be stale for as long as the session lasts. It ends by a failure or with its connection, never by itself:
 * a client whose stream returns does not come back.
 */
async function* follow(ctx: Context, input: z.infer<typeof FollowStream>, signal: AbortSignal): Following {
  const { streams, limits } = ctx.deps;
  const start = await streams.look(() => findStart(ctx, input));
  await limits.count('call', ctx.identity.source, start.accountId);
  // attached before the table is read: what is written from here on rings
  const stream = streams.open(start.accountId, ctx.cut);
  let { seq } = start;
  try {
    yield tracked(placeOf(start.accountId, seq), start.news);
    while (!signal.aborted) {
      const found = await streams.look(() => findNews(ctx, seq));
      seq = found.seq;
      if (found.news) {
        const taken = stream.handing();
        yield tracked(found.place, found.news);
        taken();
      } else await stream.wait(found.lasts, signal);
    }
  } finally {
    stream.close();
  }
}

export const streamRouter = router({
  follow: declared
    .input(FollowStream)
    .subscription(({ ctx, input, signal }) => follow(ctx, input, signal ?? new AbortController().signal)),
});
