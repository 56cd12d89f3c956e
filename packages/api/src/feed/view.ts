import { createRing, type KeyRow } from '@parley/db/ring';
import { writeCalendar } from '@parley/domain/calendar/calendar';
import { unsaid } from '@parley/domain/council/presence';
import { buildFeed } from '@parley/domain/feed/feed';
import { DomainError } from '@parley/domain/kernel/error';
import { isEnding } from '@parley/domain/opportunity/opportunity';
import { Hono } from 'hono';
import { openCommitment, ownCommitments } from '../commitment/rows.ts';
import type { Deps } from '../context.ts';
import { openPresence, ownPresences } from '../council/presence-rows.ts';
import { openAbout, ownCouncils } from '../council/rows.ts';
import { standAsPerson, standAsPost } from '../mail/post-rows.ts';
import { openDeadlines, ownFrames } from '../opportunity/deadline-rows.ts';
import { openOpportunity, ownOpportunities } from '../opportunity/rows.ts';
import { question } from '../read.ts';
import { digestFeed, feedOwner, ownFeed } from './rows.ts';

/** Since when there is an address. */
export const feedQuestion = question({
  ask: () => ({ feed: ownFeed() }),
  answer: ({ rows }) => ({ since: rows.feed[0]?.since.toISOString() ?? null }),
});

const shape = /^[A-Za-z0-9_-]{43}(?=\.ics$)/;

type FeedDeps = Pick<Deps, 'line' | 'replica' | 'keys' | 'memory' | 'limits'> & {
  sourceOf: (request: Request, env: unknown) => string;
};

/** The days of a person as their calendar program fetches them, behind row-level security as they. */
async function writeFeed({ line, replica, keys, memory }: FeedDeps, accountId: string): Promise<string> {
  const [rows] = await (replica?.line ?? line).ask({
    as: standAsPerson(accountId),
    opportunities: ownOpportunities(),
    frames: ownFrames(),
    commitments: ownCommitments(),
    councils: ownCouncils(),
    presences: ownPresences(),
  });
  const keyRows: KeyRow[] = [...rows.opportunities, ...rows.frames, ...rows.commitments, ...rows.councils];
  const { open } = createRing(keys, memory, keyRows);
  const now = rows.as[0]?.now ?? new Date(0);
  const kept = rows.opportunities.map((row) => openOpportunity(open, row, []));
  const live = kept.filter(({ stage, details }) => !isEnding(stage) && !details.archived);
  const lives = new Set(live.map(({ opportunityId }) => opportunityId));
  const openings = live.map(({ opportunityId, rev, details: { calls, next } }) => ({ opportunityId, rev, calls, next }));
  const offers = openDeadlines(open, rows.frames).filter(({ opportunityId }) => lives.has(opportunityId));
  const taken = rows.commitments.map((row) => openCommitment(open, accountId, row)).filter(({ state }) => state === 'open');
  const councils = rows.councils
    .filter(({ closedAt }) => closedAt === null)
    .map((row) => {
      const said = rows.presences.find(({ councilId }) => councilId === row.ownerId);
      const presence = said ? openPresence(open, said) : unsaid;
      return { councilId: row.ownerId, rev: row.rev, plan: openAbout(open, row), presence };
    });
  const entries = buildFeed({ councils, openings, offers, commitments: taken }, now);
  return writeCalendar({ name: 'Parley', entries, now });
}

/**
 * `GET /calendar/<secret>.ics`, without a cookie: the secret says whose. A guessed one and one that was ended are answered alike,
 * and each source may ask only so often.
 */
export function createFeed(deps: FeedDeps): Hono {
  const app = new Hono();
  app.get('/calendar/:file', async (c) => {
    try {
      await deps.limits.count('feed', deps.sourceOf(c.req.raw, c.env));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return c.text('Too many requests. Try again later.', 429, { 'Retry-After': '900' });
    }
    const token = shape.exec(c.req.param('file'))?.[0];
    const [{ owner }] = token ? await deps.line.ask({ as: standAsPost(), owner: feedOwner(digestFeed(token)) }) : [{ owner: [] }];
    const [found] = owner;
    if (!found) return c.text('Not found', 404, { 'Cache-Control': 'no-store' });
    return c.body(await writeFeed(deps, found.accountId), 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="parley.ics"',
      'Cache-Control': 'private, no-store',
      'X-Robots-Tag': 'noindex',
    });
  });
  return app;
}
