import type { Ring } from '@parley/db/ring';
import { cautiousLevels, levelsFor } from '@parley/domain/item/levels';
import {
  addUpLevels,
  findLastExpiry,
  listReaders,
  pickEffectiveShares,
  reaches,
  type Seat,
  stands,
} from '@parley/domain/item/reach';
import { notFound } from '@parley/domain/kernel/error';
import { endOf } from '@parley/domain/offer/deadline';
import type { ItemRef } from '@parley/domain/share/input';
import { longestDays, proposeExpiry, shownExpiry } from '@parley/domain/share/share';
import type { z } from 'zod';
import { councilNames, ownCouncils } from '../council/rows.ts';
import type { Given } from '../guard.ts';
import { knownPeople, namesOf } from '../identity/rows.ts';
import { openSeats } from '../item/rows.ts';
import { countAttachments } from '../offer/attachment/rows.ts';
import { openDeadlines, ownFrame } from '../opportunity/deadline-rows.ts';
import { headBeside, opportunityContent } from '../opportunity/rows.ts';
import { question } from '../read.ts';
import { itemFacts, type StandingShare, sharesOf, sharesOfOthers } from './rows.ts';

const unique = <T>(values: readonly T[]) => [...new Set(values)];

/** In the order of councils, in each of them by when they sat down. */
function orderSeats(seats: readonly Seat[]): Seat[] {
  const key = ({ councilId, joinedAt, accountId }: Seat) => `${councilId} ${joinedAt.toISOString()} ${accountId}`;
  return [...seats].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** The people whom the item reaches now, each with what they see. */
function readersOf(shares: readonly StandingShare[], ownerId: string, seats: readonly Seat[], now: Date) {
  return listReaders(shares, ownerId, seats, now).map(({ id, levels, shares: counting }) => ({
    id,
    levels,
    expiresAt: findLastExpiry(counting)?.toISOString() ?? null,
  }));
}

/** Who sees the company's name already, through something else of the same opportunity. */
function findNamedTo(beside: readonly StandingShare[], ownerId: string, seats: readonly Seat[], now: Date): string[] {
  const sees = (id: string) =>
    unique(beside.map((share) => share.itemId)).some((itemId) => {
      const rows = beside.filter((share) => share.itemId === itemId && reaches(share, ownerId, id, seats));
      return addUpLevels(rows, id, now)?.company === 'exact';
    });
  return unique(seats.map((seat) => seat.accountId)).filter(sees);
}

/** The councils of these seats, each with who else could be chosen there. */
function listChoices(seats: readonly Seat[], ownerId: string, councils: Map<string, string>, names: Record<string, string>) {
  const membersOf = (councilId: string) =>
    seats.filter((seat) => seat.councilId === councilId && seat.accountId !== ownerId).map((seat) => seat.accountId);
  return unique(seats.map((seat) => seat.councilId)).map((councilId) => ({
    councilId,
    name: councils.get(councilId) ?? '',
    members: membersOf(councilId).map((id) => ({ id, name: names[id] ?? '' })),
  }));
}

/** What the owner may choose when sharing an item: with whom, how much, until when. */
export const optionsQuestion = question({
  ask: ({ itemId }: z.output<typeof ItemRef>) => ({
    item: itemFacts(itemId),
    head: headBeside(itemId),
    frames: ownFrame(itemId),
    beside: sharesOfOthers(itemId),
    seats: openSeats(),
    councils: ownCouncils(),
    people: knownPeople(),
    letters: countAttachments(itemId),
  }),
  answer({ rows, open, viewer, now }, { itemId }) {
    const [item] = rows.item;
    const [head] = rows.head;
    if (!item || head?.ownerId !== viewer.id) throw notFound();
    const { kind, ownerId } = item;
    const seats = orderSeats(rows.seats);
    const people = seats.map((seat) => seat.accountId);
    const details = open(opportunityContent, { id: head.id, owner: head.ownerId, rev: head.rev }, head.sealed);
    const deadline = openDeadlines(open, rows.frames)[0]?.deadline;
    const ends = deadline ? new Date(endOf(deadline)) : null;
    return {
      itemId,
      kind,
      company: details.company,
      alias: details.alias,
      levels: levelsFor(kind, cautiousLevels),
      letters: rows.letters[0]?.count ?? 0,
      namedTo: findNamedTo(rows.beside, ownerId, seats, now),
      longestDays: longestDays(kind),
      expiresAt: proposeExpiry(kind, ends, now)?.toISOString() ?? null,
      councils: listChoices(seats, ownerId, councilNames(open, rows.councils), namesOf(rows.people, open, people)),
    };
  },
});

const askShares = ({ itemId }: z.output<typeof ItemRef>) => ({
  item: itemFacts(itemId),
  shares: sharesOf(itemId),
  seats: openSeats(),
  councils: ownCouncils(),
  people: knownPeople(),
});

type Asked = Given<ReturnType<typeof askShares>>;

function nameIn(open: Ring['open'], people: Asked['rows']['people'], ids: readonly string[]) {
  const names = namesOf(people, open, ids);
  return (id: string) => names[id] ?? '';
}

/** The standing shares of an item and whom they reach: for its owner. */
function wholeOf({ rows, open, now }: Asked) {
  const [item] = rows.item;
  if (!item) throw notFound();
  const { kind, ownerId } = item;
  const seats = orderSeats(rows.seats);
  const shares = rows.shares.filter((share) => stands(share, ownerId, seats));
  const readers = readersOf(shares, ownerId, seats, now);
  const ids = [...readers.map(({ id }) => id), ...shares.flatMap(({ readerId }) => readerId ?? [])];
  const nameOf = nameIn(open, rows.people, ids);
  const councils = councilNames(open, rows.councils);
  return {
    kind,
    shares: shares.map(({ id: shareId, councilId, readerId, levels, createdAt, expiresAt }) => ({
      shareId,
      councilId,
      councilName: councils.get(councilId) ?? '',
      readerId,
      readerName: readerId === null ? null : nameOf(readerId),
      levels,
      since: createdAt.toISOString(),
      expiresAt: expiresAt?.toISOString() ?? null,
    })),
    readers: readers.map((reader) => ({ ...reader, name: nameOf(reader.id) })),
  };
}

/** What a reader learns of the share: from whom, how much, until when. Nothing of what others get. */
function glanceOfReader({ rows, open, viewer, now }: Asked) {
  const [item] = rows.item;
  if (!item) throw notFound();
  const { kind, ownerId } = item;
  const reaching = rows.shares.filter((share) => reaches(share, ownerId, viewer.id, rows.seats));
  const levels = addUpLevels(reaching, viewer.id, now);
  if (!levels) throw notFound();
  const expiresAt = shownExpiry(kind, levels, pickEffectiveShares(reaching, viewer.id, now))?.toISOString() ?? null;
  return { mine: false as const, kind, ownerName: nameIn(open, rows.people, [ownerId])(ownerId), levels, expiresAt };
}

/** All shares of an item: for its owner. */
export const sharesQuestion = question({ ask: askShares, answer: wholeOf });

/** What its owner, or a reader, sees of an item's shares at a glance. */
export const glanceQuestion = question({
  ask: askShares,
  answer: (given: Asked) => (given.relation === 'owner' ? { mine: true as const, ...wholeOf(given) } : glanceOfReader(given)),
});
