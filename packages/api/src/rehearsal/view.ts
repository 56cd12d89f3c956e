import { notFound } from '@parley/domain/kernel/error';
import { dealCards, playCards } from '@parley/domain/rehearsal/cards';
import type { RehearsalRef, RehearsalsOf } from '@parley/domain/rehearsal/input';
import { goesOn, roleOf, showsNote } from '@parley/domain/rehearsal/rehearsal';
import type { z } from 'zod';
import type { Given } from '../guard.ts';
import { knownPeople, namesOf } from '../identity/rows.ts';
import { itemReaders } from '../item/rows.ts';
import { negotiationOf, openNegotiation } from '../negotiation/rows.ts';
import { question } from '../read.ts';
import {
  answeredIn,
  linesOf,
  notesOfRehearsal,
  openLine,
  openNote,
  planBeside,
  readersBeside,
  rehearsalIn,
  rehearsalsOf,
  standingOf,
  timesOf,
} from './rows.ts';

/** The rehearsals of a negotiation in which the viewer takes part, and whom its owner can ask. */
export const rehearsalsQuestion = question({
  ask: ({ negotiationId }: z.output<typeof RehearsalsOf>) => ({
    negotiation: negotiationOf(negotiationId),
    rehearsals: rehearsalsOf(negotiationId),
    readers: itemReaders(negotiationId),
    people: knownPeople(),
  }),
  answer({ rows, open, viewer }) {
    const [negotiation] = rows.negotiation;
    if (!negotiation) throw notFound();
    const mine = negotiation.ownerId === viewer.id;
    const askable = mine ? rows.readers.map(({ id }) => id).filter((id) => id !== viewer.id) : [];
    const names = namesOf(rows.people, open, [...askable, ...rows.rehearsals.flatMap((one) => [one.ownerId, one.peerId ?? ''])]);
    const rehearsals = rows.rehearsals.map((row) => {
      const { id: rehearsalId, peerId, ownerId, state } = row;
      const otherId = viewer.id === ownerId ? peerId : ownerId;
      const other = otherId === null ? null : (names[otherId] ?? null);
      return { rehearsalId, peerId, role: roleOf(row, viewer.id), other, state, goesOn: goesOn(row), at: timesOf(row).createdAt };
    });
    return { mine, askable: askable.map((id) => ({ accountId: id, name: names[id] ?? null })), rehearsals };
  },
});

const ask = ({ rehearsalId }: z.output<typeof RehearsalRef>) => ({
  rehearsal: rehearsalIn(rehearsalId),
  negotiation: planBeside(rehearsalId),
  readers: readersBeside(rehearsalId),
  notes: notesOfRehearsal(rehearsalId),
  answered: answeredIn(rehearsalId),
  lines: linesOf(rehearsalId),
  people: knownPeople(),
});
type Asked = Given<ReturnType<typeof ask>>;

/** Brief and answers, as far as they are the viewer's own or lie open. */
function notesIn({ rows, open, viewer }: Asked, rehearsalId: string) {
  const [row] = rows.rehearsal;
  const shown = rows.notes
    .filter((note) => row && showsNote(row, viewer.id, note))
    .map((note) => openNote(open, rehearsalId, note));
  const [brief = null] = shown.flatMap(({ note }) => (note.kind === 'brief' ? [note] : []));
  const answers = shown.flatMap(({ authorId, note }) => {
    return note.kind === 'answer' ? [{ authorId, mine: authorId === viewer.id, ...note }] : [];
  });
  return { brief, answers };
}

/** What was said, with the words of the cards that were drawn. */
function linesIn({ rows, open }: Asked) {
  return rows.lines.map((row) => {
    const { line, ...where } = openLine(open, row);
    if (line.kind !== 'card') return { ...where, ...line };
    return { ...where, ...line, says: playCards.find(({ id }) => id === line.cardId)?.says ?? '' };
  });
}

/** One rehearsal as the viewer may see it now, with what time it is. */
export const rehearsalQuestion = question({
  ask,
  answer(given: Asked) {
    const { rows, open, viewer, now } = given;
    const [row] = rows.rehearsal;
    const role = row && roleOf(row, viewer.id);
    if (!row || !role) throw notFound();
    const { opportunityId, plan } = openNegotiation(open, rows.negotiation);
    const { id: rehearsalId, negotiationId, ownerId, peerId, state, step } = row;
    const names = namesOf(rows.people, open, [ownerId, ...(peerId ? [peerId] : [])]);
    const answered = rows.answered.map(({ id }) => id);
    const dealt = peerId === null ? dealCards(rehearsalId) : null;
    return {
      rehearsalId,
      negotiationId,
      opportunityId,
      viewerId: viewer.id,
      role,
      ...standingOf(row, rows.readers),
      state,
      step,
      ...timesOf(row),
      now: now.toISOString(),
      candidate: names[ownerId] ?? null,
      employer: peerId === null ? null : (names[peerId] ?? null),
      currency: plan.currency,
      years: plan.horizonYears,
      ...notesIn(given, rehearsalId),
      answered,
      dealt: state === 'opened' ? (dealt?.employer ?? null) : null,
      cards: dealt?.cards.length ?? 0,
      lines: linesIn(given),
    };
  },
});
