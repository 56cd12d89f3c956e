import type { RowsOf } from '@parley/db/line';
import { calibrate } from '@parley/domain/debrief/calibration';
import { type DebriefDocument, outcomeFrom, timeKey } from '@parley/domain/debrief/debrief';
import type { DebriefRef, DebriefsOf } from '@parley/domain/debrief/input';
import { averageLikelihood, countMissingReads, listSeats, type ReadsRound, seesConfidence } from '@parley/domain/debrief/reads';
import { notFound } from '@parley/domain/kernel/error';
import { groupBy } from '@parley/domain/kernel/group';
import { nextTurn } from '@parley/domain/round/seats';
import type { z } from 'zod';
import type { Admitted } from '../guard.ts';
import { knownPeople, namesOf } from '../identity/rows.ts';
import { itemReaders } from '../item/rows.ts';
import { question } from '../read.ts';
import {
  type AuthoredRead,
  debriefOf,
  debriefsOf,
  judgedReads,
  openDebrief,
  openRead,
  readsOf,
  readsRound,
  shownReadSeats,
} from './rows.ts';
import { stageSince } from './waiting-rows.ts';

/** The debriefs of an opportunity that the viewer may read, by when they took place. */
export const debriefsQuestion = question({
  ask: ({ opportunityId }: z.output<typeof DebriefsOf>) => ({ debriefs: debriefsOf(opportunityId) }),
  answer({ rows, open, viewer }) {
    const shown = rows.debriefs.map((row) => {
      const { id, ownerId, readsState, outcome, document } = openDebrief(open, row);
      const { kind, time, withWhom, channel } = document;
      return { id, mine: ownerId === viewer.id, readsState, outcome, kind, time, withWhom, channel };
    });
    return shown.sort((a, b) => (timeKey(a.time) < timeKey(b.time) ? -1 : 1));
  },
});

type Names = (ids: Iterable<string>) => Record<string, string>;

/** What a viewer may know of the reads: while they are open, who has sealed and their own read; nothing else of anybody. */
function readsFor(
  { viewer, now }: Pick<Admitted, 'viewer' | 'now'>,
  round: ReadsRound,
  found: readonly AuthoredRead[],
  name: Names,
) {
  const { id: viewerId } = viewer;
  // who left has taken theirs along: what is counted is of those who are still there
  const visible = found.filter((read) => round.sealedIds.includes(read.authorId));
  const names = name([round.ownerId, ...round.readerIds, ...visible.map((read) => read.authorId)]);
  const nameOf = (id: string) => names[id] ?? null;
  if (round.state === 'unasked') {
    // whom the owner would ask; who else can read it is no reader's business
    const asked = viewerId === round.ownerId ? round.readerIds.toSorted().map((id) => nameOf(id) ?? 'somebody') : [];
    return { state: round.state, asked };
  }
  if (round.state === 'open') {
    const own = visible.find((read) => read.authorId === viewerId);
    return {
      state: round.state,
      seats: listSeats(round).map((seat) => ({ ...seat, name: nameOf(seat.accountId) })),
      own: own ? { likelihood: own.likelihood, reason: own.reason } : null,
      missing: countMissingReads(round),
      turnsAt: nextTurn(now).toISOString(),
    };
  }
  const council = visible.filter((read) => read.authorId !== round.ownerId);
  return {
    state: round.state,
    reads: visible.map((read) => ({ ...read, name: nameOf(read.authorId), owner: read.authorId === round.ownerId })),
    councilMean: averageLikelihood(council),
  };
}

/** How sure the owner felt moves the guess of who reads it: it is kept back until they have sealed theirs. */
function shownTo(viewerId: string, round: ReadsRound, document: DebriefDocument) {
  if (seesConfidence(viewerId, round)) return { document, confidenceHeld: false };
  return { document: { ...document, confidenceBefore: null, confidenceAfter: null }, confidenceHeld: true };
}

/** A debrief as the viewer may see it now, with its reads. */
export const debriefQuestion = question({
  ask: ({ debriefId }: z.output<typeof DebriefRef>) => ({
    debrief: debriefOf(debriefId),
    readers: itemReaders(debriefId),
    seats: shownReadSeats(debriefId),
    reads: readsOf(debriefId),
    since: stageSince(debriefId),
    people: knownPeople(),
  }),
  answer({ rows, open, viewer, now }) {
    const [row] = rows.debrief;
    if (!row) throw notFound();
    const { readsState: _, document, ...shown } = openDebrief(open, row);
    const { id, ownerId } = shown;
    const name: Names = (ids) => namesOf(rows.people, open, ids);
    const found = rows.reads.map((read) => openRead(open, id, ownerId, read));
    const round = readsRound(row, rows.readers, rows.seats);
    const reads = readsFor({ viewer, now }, round, found, name);
    const [since] = rows.since;
    return {
      ...shown,
      ...shownTo(viewer.id, round, document),
      mine: ownerId === viewer.id,
      ownerName: name([ownerId])[ownerId] ?? null,
      reads,
      // what a stage that came after it says of how it turned out
      supposed: since && row.outcome === null ? outcomeFrom(since.stage) : null,
    };
  },
});

const askJudged = () => ({ reads: judgedReads() });

function judgedFrom(rows: RowsOf<ReturnType<typeof askJudged>>['reads'], open: Parameters<typeof openRead>[0]) {
  return [...groupBy(rows, ({ debriefId }) => debriefId).values()].flatMap((here) => {
    const all = here.map((row) => ({ ...openRead(open, row.debriefId, row.ownerId, row), ...row }));
    const self = all.find(({ authorId, ownerId }) => authorId === ownerId);
    const others = all.filter(({ authorId, ownerId }) => authorId !== ownerId).map(({ likelihood }) => likelihood);
    return self ? [{ self: self.likelihood, reads: others, outcome: self.outcome, on: self.outcomeOn ?? '' }] : [];
  });
}

/** How well the viewer and their councils foresaw what came of the viewer's own debriefs. */
export const calibrationQuestion = question({
  ask: askJudged,
  answer: ({ rows, open }) => calibrate(judgedFrom(rows.reads, open)),
});
