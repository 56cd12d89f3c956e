import { levelWord } from '@parley/domain/item/levels';
import { addUpLevels, pickEffectiveShares, reaches, stands } from '@parley/domain/item/reach';
import type { Header } from '@parley/domain/opportunity/header';
import type { SharedIn } from '@parley/domain/share/input';
import { shownExpiry } from '@parley/domain/share/share';
import type { z } from 'zod';
import { councilNames, ownCouncils } from '../council/rows.ts';
import { knownPeople, namesOf } from '../identity/rows.ts';
import { itemsShared, openSeats, pickParts, sharesReaching } from '../item/rows.ts';
import { headersFrom } from '../opportunity/rows.ts';
import { question } from '../read.ts';
import { groupByItem, headsIn, ownSharedHeads, ownShares, type StandingItem, sharesIn } from './rows.ts';

/** One line of a list of shared things: what, whose, which opening as this viewer may see it. Never a number. */
function describe({ id: itemId, kind, opportunityId, ownerId }: StandingItem, { ownerName, role, employer }: Header) {
  return { itemId, kind, opportunityId, ownerId, ownerName, role, employer };
}

/** What others share with the viewer in one council. */
export const sharedQuestion = question({
  ask: ({ councilId }: z.output<typeof SharedIn>) => ({
    here: sharesIn(councilId),
    heads: headsIn(councilId),
    items: itemsShared(),
    shares: sharesReaching(),
    seats: openSeats(),
  }),
  answer({ rows, open, viewer, now }) {
    const parts = pickParts({ viewer, now }, rows);
    const headerOf = headersFrom(open, viewer.id, rows.heads, parts);
    return groupByItem(rows.here).flatMap((item) => {
      const reaching = item.shares.filter((share) => reaches(share, item.ownerId, viewer.id, rows.seats));
      const effective = pickEffectiveShares(reaching, viewer.id, now);
      const shown = addUpLevels(reaching, viewer.id, now);
      const newest = effective.at(-1);
      const header = headerOf(item);
      if (!shown || !newest || !header) return [];
      const since = newest.createdAt.toISOString();
      const expiresAt = shownExpiry(item.kind, shown, effective)?.toISOString() ?? null;
      return [{ ...describe(item, header), shows: item.kind === 'offer' ? levelWord(shown) : null, since, expiresAt }];
    });
  },
});

/** What the viewer shares. */
export const ownSharedQuestion = question({
  ask: () => ({
    own: ownShares(),
    heads: ownSharedHeads(),
    seats: openSeats(),
    councils: ownCouncils(),
    people: knownPeople(),
  }),
  answer({ rows, open, viewer }) {
    const councils = councilNames(open, rows.councils);
    const headerOf = headersFrom(open, viewer.id, rows.heads, []);
    const standing = rows.own.filter((share) => stands(share, viewer.id, rows.seats));
    const readerIds = standing.flatMap(({ readerId }) => readerId ?? []);
    const names = namesOf(rows.people, open, readerIds);
    return groupByItem(standing).flatMap((item) => {
      const header = headerOf(item);
      if (!header) return [];
      const shares = item.shares.map(({ id: shareId, councilId, readerId, expiresAt }) => ({
        shareId,
        audience: readerId === null ? (councils.get(councilId) ?? '') : (names[readerId] ?? ''),
        whole: readerId === null,
        expiresAt: expiresAt?.toISOString() ?? null,
      }));
      return [{ ...describe(item, header), shares }];
    });
  },
});
