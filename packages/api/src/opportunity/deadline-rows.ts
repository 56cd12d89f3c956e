import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import { int, type RowIn, sealed, statement, uuid, wrapped } from '@parley/db/statement';
import { groupBy } from '@parley/domain/kernel/group';
import { type Deadline, endOf } from '@parley/domain/offer/deadline';
import { frame } from '@parley/domain/offer/input';
import { findNearestDeadline } from '@parley/domain/opportunity/board';

export const frameContent = content('offer', frame);

const own = { id: uuid, opportunityId: uuid, ownerId: uuid, rev: int, sealed, wrapped };
const ownText = `select f.id, i.opportunity_id, f.owner_id, f.rev, f.sealed, k.wrapped
  from offer f join item i on i.id = f.id and i.owner_id = viewer() join sealing_key k on k.owner_id = f.owner_id where f.owner_id = viewer()`;

/** The viewer's own offers, oldest first. */
export const ownFrames = statement({ name: 'own_frames', takes: [], gives: own, text: `${ownText} order by f.id` });

/** Those of one opportunity. */
export const ownFramesOf = statement({
  name: 'own_frames_of',
  takes: [uuid],
  gives: own,
  text: `${ownText} and i.opportunity_id = $1 order by f.id`,
});

/** One of them. */
export const ownFrame = statement({ name: 'own_frame', takes: [uuid], gives: own, text: `${ownText} and f.id = $1` });

type FrameRow = RowIn<typeof ownFrames>;
export type OwnDeadline = { offerId: string; opportunityId: string; deadline: Deadline | null };

/** The viewer's own offers with the deadline that was given, if any. */
export function openDeadlines(open: Ring['open'], rows: readonly FrameRow[]): OwnDeadline[] {
  return rows.map(({ id, opportunityId, ownerId, rev, sealed: bytes }) => {
    const { deadline } = open(frameContent, { id, owner: ownerId, rev }, bytes);
    return { offerId: id, opportunityId, deadline };
  });
}

/** The nearest deadline of each of the viewer's opportunities that have an offer. A reader learns it from the offer alone. */
export function nearestOf(open: Ring['open'], rows: readonly FrameRow[], now: Date): Map<string, string | null> {
  const dated = openDeadlines(open, rows).flatMap(({ opportunityId, deadline }) =>
    deadline ? { opportunityId, end: new Date(endOf(deadline)) } : [],
  );
  const ends = groupBy(dated, ({ opportunityId }) => opportunityId);
  return new Map(
    [...ends].map(([id, all]) => [
      id,
      findNearestDeadline(
        all.map(({ end }) => end),
        now,
      ),
    ]),
  );
}
