import { maybe, statement, time, uuid, word } from '@parley/db/statement';
import { invalid, notFound } from '@parley/domain/kernel/error';
import { canMention } from '@parley/domain/thread/policy';
import { audienceOf, heardBy, type Said } from '@parley/domain/thread/visibility';

/** An item that the viewer may read: whose it is. */
export const itemOwner = statement({
  name: 'item_owner',
  takes: [uuid],
  gives: { ownerId: uuid },
  text: 'select owner_id from item where id = $1',
});

/** The owner among the rows of `itemOwner`. Throws not-found when row-level security gave none. */
export function ownerIn([item]: readonly { ownerId: string }[]): string {
  if (!item) throw notFound();
  return item.ownerId;
}

/** Who sits, or sat, in the councils in which the viewer sits. */
export const seatsBeside = statement({
  name: 'seats_beside',
  takes: [],
  gives: {
    councilId: uuid,
    accountId: uuid,
    state: word('membership_state', ['active', 'alumnus', 'left', 'removed']),
    endedAt: maybe(time),
  },
  text: `select theirs.council_id, theirs.account_id, theirs.state, theirs.ended_at
    from membership mine join membership theirs using (council_id) where mine.account_id = viewer() and mine.state = 'active'`,
});

/** Those who can read the item now and of whom the viewer may know, its owner included, by id. */
export const itemReaders = statement({
  name: 'item_readers',
  takes: [uuid],
  gives: { id: uuid },
  text: 'select r as id from item_readers($1) r order by r',
});

type Seats = readonly { councilId: string; accountId: string; state: string; endedAt: Date | null }[];

/** What the viewer hears of an item's conversations, and who of its readers can follow each of them. */
export type Audience = { hears: (said: Said) => boolean; of: (begun: Said) => string[] };

/** The audience that rows of `seatsBeside` and `itemReaders` make. */
export function audienceFrom(viewerId: string, ownerId: string, seats: Seats, readers: readonly { id: string }[]): Audience {
  const places = seats.map(({ councilId, accountId, state, endedAt }) => ({
    councilId,
    accountId,
    until: state === 'active' ? null : (endedAt ?? new Date(0)),
  }));
  const readerIds = readers.map(({ id }) => id);
  const heard = heardBy(places, viewerId);
  return {
    hears: (said) => viewerId === ownerId || heard(said),
    of: (begun) => audienceOf(places, ownerId, readerIds, begun),
  };
}

/** Goes on when all who are mentioned can follow the conversation. */
export function refuseOutsiders(readerIds: readonly string[], mentions: readonly string[]): void {
  const decision = canMention(readerIds, mentions);
  if (!decision.allowed) throw invalid('mentions', decision.reason);
}
