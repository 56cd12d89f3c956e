import { newId } from '@parley/db/id';
import { allow, type Decision, every } from '@parley/domain/kernel/decision';
import { conflict, invalid, notFound } from '@parley/domain/kernel/error';
import type { AskToRehearse, MoveRehearsal, RehearsalRef, WriteBrief } from '@parley/domain/rehearsal/input';
import {
  canAsk,
  canBegin,
  canBrief,
  canDecline,
  canKeep,
  canPlay,
  canRemove,
  goesOn,
  hasStep,
  type Rehearsal,
} from '@parley/domain/rehearsal/rehearsal';
import { callSteps } from '@parley/domain/rehearsal/steps';
import type { z } from 'zod';
import { itemReaders } from '../item/rows.ts';
import { negotiationOf } from '../negotiation/rows.ts';
import { settleAsked } from '../notification/rows.ts';
import { tell } from '../tell.ts';
import { act, type Facts } from '../write.ts';
import {
  addRehearsal,
  addRehearsalNote,
  beginRehearsal,
  dropRehearsal,
  holdAsking,
  holdRehearsal,
  moveRehearsal,
  replaceRehearsalNote,
  turnRehearsal,
} from './change-rows.ts';
import { noteBind, noteContent, notesOfRehearsal, readersBeside, rehearsalIn, rehearsalsOf, standingOf } from './rows.ts';

/** Asks somebody to play the employer, or nobody: then cards do. With whom one goes on already, it is that one. */
export const askingToRehearse = act({
  facts: ({ negotiationId }: z.output<typeof AskToRehearse>) => ({
    held: holdAsking(negotiationId),
    negotiation: negotiationOf(negotiationId),
    readers: itemReaders(negotiationId),
    rehearsals: rehearsalsOf(negotiationId),
  }),
  decide({ rows, viewer, now }, { negotiationId, peerId }) {
    const [negotiation] = rows.negotiation;
    if (!negotiation) throw notFound();
    const readerIds = rows.readers.map(({ id }) => id);
    allow(canAsk(negotiation.ownerId, viewer.id, peerId, readerIds));
    const going = rows.rehearsals.find((one) => one.peerId === peerId && goesOn(one));
    if (going) return { changes: [], answer: { rehearsalId: going.id } };
    allow(canKeep(rows.rehearsals.length));
    const id = newId();
    const told = peerId === null ? [] : tell([{ id: peerId, kind: 'rehearsalAsked' }], { itemId: negotiationId }, now);
    const state = peerId === null ? 'ready' : 'asked';
    return { changes: [addRehearsal(id, negotiationId, peerId, state, now), ...told], answer: { rehearsalId: id } };
  },
});

export const rehearsalFacts = (rehearsalId: string) => ({
  held: holdRehearsal(rehearsalId),
  rehearsal: rehearsalIn(rehearsalId),
  readers: readersBeside(rehearsalId),
});

/** The rehearsal that an act is about. Throws not-found where row-level security gave none, and refuses what is not allowed. */
export function admitTo(
  { rows, viewer }: Pick<Facts<ReturnType<typeof rehearsalFacts>>, 'rows' | 'viewer'>,
  ...asked: ((one: Rehearsal, viewerId: string) => Decision)[]
) {
  const [row] = rows.rehearsal;
  if (!row) throw notFound();
  const one = standingOf(row, rows.readers);
  allow(every(...asked.map((can) => can(one, viewer.id))));
  return { row, one };
}

/** Keeps the employer's brief; the first time the candidate is told that it is there, never what it says. */
export const briefing = act({
  facts: ({ rehearsalId }: z.output<typeof WriteBrief>) => ({
    ...rehearsalFacts(rehearsalId),
    notes: notesOfRehearsal(rehearsalId),
  }),
  decide(given, { rehearsalId, brief }) {
    const { row } = admitTo(given, canBrief);
    const { rows, seal, viewer, now } = given;
    const { negotiationId, ownerId, peerId } = row;
    const before = rows.notes.find(({ kind, authorId }) => kind === 'brief' && authorId === viewer.id)?.rev ?? 0;
    const bind = noteBind(row, { authorId: viewer.id, kind: 'brief' }, before + 1);
    const sealed = seal(noteContent, bind, { kind: 'brief', ...brief });
    const answer = { rehearsalId };
    if (before > 0) return { changes: [replaceRehearsalNote(rehearsalId, 'brief', before, sealed)], answer };
    const kept = addRehearsalNote(rehearsalId, negotiationId, ownerId, peerId, 'brief', sealed);
    const told = tell([{ id: ownerId, kind: 'rehearsalReady' }], { itemId: negotiationId }, now);
    const settled = settleAsked(negotiationId, ['rehearsalAsked']);
    return { changes: [kept, turnRehearsal(rehearsalId, 'asked', 'ready'), settled, ...told], answer };
  },
});

/** Says that one does not play. */
export const decliningRehearsal = act({
  facts: ({ rehearsalId }: z.output<typeof RehearsalRef>) => rehearsalFacts(rehearsalId),
  decide(given, { rehearsalId }) {
    const { row } = admitTo(given, canDecline);
    const settled = settleAsked(row.negotiationId, ['rehearsalAsked']);
    const told = tell([{ id: row.ownerId, kind: 'rehearsalDeclined' }], { itemId: row.negotiationId }, given.now);
    return { changes: [turnRehearsal(rehearsalId, row.state, 'declined'), settled, ...told], answer: { rehearsalId } };
  },
});

/** Begins the call. Who presses a moment later is in it. */
export const beginningRehearsal = act({
  facts: ({ rehearsalId }: z.output<typeof RehearsalRef>) => rehearsalFacts(rehearsalId),
  decide(given, { rehearsalId }) {
    const { one } = admitTo(given);
    const answer = { rehearsalId };
    if (one.state === 'live') return { changes: [], answer };
    admitTo(given, canBegin);
    return { changes: [beginRehearsal(rehearsalId, given.now)], answer };
  },
});

const beaten = 'The other has just moved it on. You see where it is now.';

/** Goes from the step that is shown to another. Of two who press at once one moves it, the other is told. */
export const movingRehearsal = act({
  facts: ({ rehearsalId }: z.output<typeof MoveRehearsal>) => rehearsalFacts(rehearsalId),
  decide(given, { rehearsalId, step, to }) {
    const { one } = admitTo(given, canPlay);
    if (one.step !== step) throw conflict({ step: one.step }, beaten);
    if (!hasStep(callSteps.length, to)) throw invalid('to', 'A call has no such step.');
    return { changes: [moveRehearsal(rehearsalId, step, to, given.now)], answer: { step: to } };
  },
});

/** Deletes it with all that was said and written in it. */
export const removingRehearsal = act({
  facts: ({ rehearsalId }: z.output<typeof RehearsalRef>) => rehearsalFacts(rehearsalId),
  decide(given, { rehearsalId }) {
    admitTo(given, canRemove);
    return { changes: [dropRehearsal(rehearsalId)], answer: { rehearsalId } };
  },
});
