import type { RowIn } from '@parley/db/statement';
import { bundleNotices, type Notice } from '@parley/domain/notification/bundle';
import { openAbout, ownCouncils } from '../council/rows.ts';
import type { Given } from '../guard.ts';
import { knownPeople, namesOf } from '../identity/rows.ts';
import { itemsShared, openSeats, pickParts, sharesReaching } from '../item/rows.ts';
import { headersFrom } from '../opportunity/rows.ts';
import { question } from '../read.ts';
import { listMoved } from './moved-view.ts';
import { headsForToday, latestNotices, rehearsalsAmong } from './rows.ts';

const ask = () => ({
  councils: ownCouncils(),
  notices: latestNotices(),
  heads: headsForToday(),
  rehearsed: rehearsalsAmong(),
  items: itemsShared(),
  shares: sharesReaching(),
  seats: openSeats(),
  people: knownPeople(),
});

/** The viewer's latest notices, of what they can still read, newest first. */
export const noticesQuestion = question({
  ask,
  answer({ rows, open, viewer, now }: Given<ReturnType<typeof ask>>) {
    const councils = rows.councils.map((row) => ({ councilId: row.ownerId, name: openAbout(open, row).name }));
    const headerOf = headersFrom(open, viewer.id, rows.heads, pickParts({ viewer, now }, rows));
    const actors = rows.notices.map(({ actorId }) => actorId);
    const { seats, shares, rehearsed } = rows;
    const around = { headerOf, names: namesOf(rows.people, open, actors), councils, seats, shares, rehearsed };
    return { notices: listMoved(rows.notices, around) };
  },
});

/** As much of a notice as counting needs: nothing of it is opened. */
function plainNotice(row: RowIn<typeof latestNotices>): Notice {
  const { id, kind, actorId: actor, at, seenAt, threadId, itemId, councilId } = row;
  const about = { item: itemId ? { itemId } : null, council: councilId ? { councilId } : null };
  return { id, kind, actor, at: at.toISOString(), seen: seenAt !== null, threadId, ...about };
}

const askCount = () => ({ notices: latestNotices(), councils: ownCouncils() });

/** How many lines of the list are new. */
export const noticeCountQuestion = question({
  ask: askCount,
  answer({ rows }: Given<ReturnType<typeof askCount>>) {
    const mine = new Set(rows.councils.map(({ ownerId }) => ownerId));
    const readable = rows.notices.filter((row) =>
      row.itemId ? row.itemOwnerId !== null : row.councilId === null || mine.has(row.councilId),
    );
    return { fresh: bundleNotices(readable.map(plainNotice)).filter(({ seen }) => !seen).length };
  },
});
