import { listReaders } from '@parley/domain/item/reach';
import { proposeAgain } from '@parley/domain/round/again';
import type { RoundStanding } from '@parley/domain/round/seats';
import { openSeats } from '../item/rows.ts';
import type { Facts } from '../write.ts';
import { askedBefore, roundBefore, sharesBefore } from './again-rows.ts';

/** The round before, whom it reaches now, and who was asked in it and no longer is; for somebody else than its owner only which. */
export type Again = { roundId: string; number: number; reached: string[]; left: string[] };

export const againRows = (roundId: string) => ({
  before: roundBefore(roundId),
  askedBefore: askedBefore(roundId),
  sharesBefore: sharesBefore(roundId),
  sitting: openSeats(),
});

type Rows = Facts<ReturnType<typeof againRows>>['rows'];

/** What these rows say of the round before; null when none was revealed. */
export function againIn(
  { before: [before], askedBefore: asked, sharesBefore: shares, sitting }: Rows,
  ownerId: string,
  now: Date,
) {
  if (!before) return null;
  const reached = listReaders(shares, ownerId, sitting, now).map(({ id }) => id);
  const again = proposeAgain(
    asked.map(({ id }) => id),
    reached,
  );
  return { roundId: before.id, number: before.number, ...again };
}

/** Whom the owner can ask again with one press, and who of those asked before can no longer read that round. */
export function againView(
  { number, reached, left }: Again,
  { readerIds }: RoundStanding,
  namesOf: (ids: Iterable<string>) => Record<string, string>,
) {
  const names = namesOf([...reached, ...left]);
  const known = (ids: readonly string[]) => ids.flatMap((id) => names[id] ?? []);
  const gone = known(left);
  return {
    number,
    names: known(reached),
    asked: reached.every((id) => readerIds.includes(id)),
    left: gone,
    // who left the council has no name here any more
    nameless: left.length - gone.length,
  };
}
