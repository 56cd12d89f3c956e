import type { Asked } from '@parley/db/line';
import { type Change, type News, placeOf, seqOf } from '@parley/domain/stream/stream';
import { TRPCError } from '@trpc/server';
import type { Context } from '../context.ts';
import { doorFor } from '../door.ts';
import { self } from '../policy-row.ts';
import { staleOf } from '../stale-row.ts';
import { eventsSince, ownInbox, seqBefore } from './rows.ts';

const most = 100;

/** One look behind the door: who follows, for how long their session lasts, and what row-level security shows them. */
async function ask<const A extends Asked>({ deps, sessionId }: Context, asked: A) {
  if (sessionId === null) throw new TRPCError({ code: 'UNAUTHORIZED' });
  const [door, rows] = await deps.line.ask(doorFor(sessionId, deps.line.role, self, null), asked);
  const [told] = door.told;
  if (!told?.accountId || !told.expiresAt || told.expiresAt <= told.now) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return { accountId: told.accountId, lasts: told.expiresAt.getTime() - told.now.getTime(), rows };
}

export type Start = { accountId: string; seq: number; news: News };

const nothing: News = { everything: false, changes: [] };
const everything: News = { everything: true, changes: [] };

/** Where a stream begins. From a place that is not this person's, is yet to come or was swept, all may be stale. */
export async function findStart(
  ctx: Context,
  { age, lastEventId }: { age: number; lastEventId?: string | null | undefined },
): Promise<Start> {
  const { accountId, rows } = await ask(ctx, { inbox: ownInbox(), before: seqBefore(age) });
  const { seq, swept } = rows.inbox[0] ?? { seq: 0, swept: 0 };
  if (lastEventId == null) {
    const [before] = rows.before;
    return before?.kept ? { accountId, seq: before.seq, news: nothing } : { accountId, seq, news: everything };
  }
  const from = seqOf(accountId, lastEventId);
  const known = from !== null && from <= seq && from >= swept;
  return known ? { accountId, seq: from, news: nothing } : { accountId, seq, news: everything };
}

/** What came after a number: session and reach are asked anew each time. `news` is null when none of it is for this person. */
export async function findNews(ctx: Context, seq: number) {
  const { accountId, lasts, rows } = await ask(ctx, { inbox: ownInbox(), events: eventsSince(seq, most + 1) });
  const upTo = Math.max(seq, rows.inbox[0]?.seq ?? 0, rows.events.at(-1)?.seq ?? 0);
  const next = { accountId, lasts, seq: upTo, place: placeOf(accountId, upTo) };
  if (rows.events.length > most) return { ...next, news: everything };
  const told = rows.events.map((event) => ({ event, stale: staleOf(ctx.deps.stale, event.what) }));
  if (told.some(({ stale }) => stale.everything)) return { ...next, news: everything };
  const changes = told.map(({ event, stale }): Change => {
    const ids = [event.itemId, event.opportunityId, event.councilId].filter((id) => id !== null);
    return { ids: [...new Set(ids)], here: stale.here, also: stale.also, press: event.press };
  });
  return { ...next, news: changes.length > 0 ? { everything: false, changes } : null };
}
