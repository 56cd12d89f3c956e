import { newId } from '@parley/db/id';
import { conflict } from '@parley/domain/kernel/error';
import { dealCards } from '@parley/domain/rehearsal/cards';
import type {
  AnswerRehearsal,
  DrawCard,
  HushRehearsal,
  LineContent,
  RehearsalRef,
  SayInRehearsal,
} from '@parley/domain/rehearsal/input';
import { allAnswered, canAnswer, canDraw, canLog, canOpen, canPlay, measureSilence } from '@parley/domain/rehearsal/rehearsal';
import type { z } from 'zod';
import { act, type Facts } from '../write.ts';
import { admitTo, rehearsalFacts } from './act.ts';
import {
  addRehearsalLine,
  addRehearsalNote,
  finishRehearsal,
  hushRehearsal,
  replaceRehearsalNote,
  turnRehearsal,
} from './change-rows.ts';
import { answeredIn, lineContent, linesOf, noteBind, noteContent, notesOfRehearsal, openLine } from './rows.ts';

const linesFacts = (rehearsalId: string) => ({ ...rehearsalFacts(rehearsalId), lines: linesOf(rehearsalId) });
type Played = Facts<ReturnType<typeof linesFacts>>;

/** The change that keeps one more line. */
function log({ seal, now }: Played, row: ReturnType<typeof admitTo>['row'], line: z.output<typeof LineContent>) {
  const id = newId();
  const { id: rehearsalId, negotiationId, ownerId, peerId } = row;
  const sealed = seal(lineContent, { id, owner: ownerId, rev: 1 }, line);
  return addRehearsalLine(id, rehearsalId, negotiationId, ownerId, peerId, now, sealed);
}

/** How long they have been silent, as a line; none where nobody was. */
function endSilence(given: Played, row: ReturnType<typeof admitTo>['row']) {
  if (!row.silentAt) return [];
  const seconds = measureSilence(row.silentAt, given.now);
  return [log(given, row, { kind: 'silence', seconds }), hushRehearsal(row.id, null)];
}

/** Begins a silence, or ends it and keeps its length. Who presses what is so already changes nothing. */
export const hushing = act({
  facts: ({ rehearsalId }: z.output<typeof HushRehearsal>) => linesFacts(rehearsalId),
  decide(given: Played, { rehearsalId, silent }) {
    const { row } = admitTo(given, canPlay);
    const answer = { rehearsalId };
    if (silent) return { changes: row.silentAt ? [] : [hushRehearsal(rehearsalId, given.now)], answer };
    return { changes: endSilence(given, row), answer };
  },
});

/** Logs what was said; with it a silence has ended. */
export const saying = act({
  facts: ({ rehearsalId }: z.output<typeof SayInRehearsal>) => linesFacts(rehearsalId),
  decide(given: Played, { rehearsalId, said }) {
    const { row } = admitTo(given, (one, viewerId) => canLog(one, viewerId, given.rows.lines.length));
    return { changes: [...endSilence(given, row), log(given, row, { kind: 'said', ...said })], answer: { rehearsalId } };
  },
});

/** Draws the next card after those that are shown. Of two who draw at once one does. */
export const drawingCard = act({
  facts: ({ rehearsalId }: z.output<typeof DrawCard>) => linesFacts(rehearsalId),
  decide(given: Played, { rehearsalId, drawn: seen }) {
    const { rows, open } = given;
    const { row } = admitTo(given, (one, viewerId) => canDraw(one, viewerId, rows.lines.length));
    const drawn = rows.lines.filter((line) => openLine(open, line).line.kind === 'card').length;
    if (drawn !== seen) throw conflict({ drawn }, 'The card is drawn already. You see it now.');
    const card = dealCards(rehearsalId).cards[drawn];
    if (!card) throw conflict({ drawn }, 'There are no more cards. Close the call.');
    return { changes: [...endSilence(given, row), log(given, row, { kind: 'card', cardId: card.id })], answer: { rehearsalId } };
  },
});

/** Ends the call; the questions come now. Who presses a moment later sees them too. */
export const finishingRehearsal = act({
  facts: ({ rehearsalId }: z.output<typeof RehearsalRef>) => linesFacts(rehearsalId),
  decide(given: Played, { rehearsalId }) {
    const { row, one } = admitTo(given);
    const answer = { rehearsalId };
    if (one.state === 'reflecting') return { changes: [], answer };
    admitTo(given, canPlay);
    const silence = row.silentAt ? endSilence(given, row) : [];
    return { changes: [...silence, finishRehearsal(rehearsalId, given.now)], answer };
  },
});

const answerFacts = (rehearsalId: string) => ({
  ...rehearsalFacts(rehearsalId),
  notes: notesOfRehearsal(rehearsalId),
  answered: answeredIn(rehearsalId),
});

/** Keeps the three answers of one; the last one that is missing opens everything. */
export const answeringRehearsal = act({
  facts: ({ rehearsalId }: z.output<typeof AnswerRehearsal>) => answerFacts(rehearsalId),
  decide(given, { rehearsalId, answer }) {
    const { row, one } = admitTo(given, canAnswer);
    const { rows, seal, viewer } = given;
    const { negotiationId, ownerId, peerId } = row;
    const before = rows.notes.find(({ kind, authorId }) => kind === 'answer' && authorId === viewer.id)?.rev ?? 0;
    const bind = noteBind(row, { authorId: viewer.id, kind: 'answer' }, before + 1);
    const sealed = seal(noteContent, bind, { kind: 'answer', ...answer });
    const kept =
      before > 0
        ? replaceRehearsalNote(rehearsalId, 'answer', before, sealed)
        : addRehearsalNote(rehearsalId, negotiationId, ownerId, peerId, 'answer', sealed);
    const opened = allAnswered(one, [viewer.id, ...rows.answered.map(({ id }) => id)]);
    const opening = opened ? [turnRehearsal(rehearsalId, 'reflecting', 'opened')] : [];
    return { changes: [kept, ...opening], answer: { opened } };
  },
});

/** Opens everything without waiting for who has not answered. */
export const openingRehearsal = act({
  facts: ({ rehearsalId }: z.output<typeof RehearsalRef>) => answerFacts(rehearsalId),
  decide(given, { rehearsalId }) {
    const { one } = admitTo(given);
    const answer = { rehearsalId };
    if (one.state === 'opened') return { changes: [], answer };
    const answered = given.rows.answered.map(({ id }) => id);
    admitTo(given, (seen, viewerId) => canOpen(seen, viewerId, answered));
    return { changes: [turnRehearsal(rehearsalId, 'reflecting', 'opened')], answer };
  },
});
