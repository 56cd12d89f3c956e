import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import { bool, int, maybe, type RowIn, sealed, statement, time, uuid, word, wrapped } from '@parley/db/statement';
import { LineContent, NoteContent } from '@parley/domain/rehearsal/input';
import { type Rehearsal, rehearsalStates } from '@parley/domain/rehearsal/rehearsal';

export const noteContent = content('rehearsal_note', NoteContent);
export const lineContent = content('rehearsal_line', LineContent);
export const stateWord = word('rehearsal_state', rehearsalStates);
export const noteKinds = ['brief', 'answer'] as const;
export const kindOfNote = word('rehearsal_note_kind', noteKinds);

const columns = {
  id: uuid,
  negotiationId: uuid,
  ownerId: uuid,
  peerId: maybe(uuid),
  state: stateWord,
  step: int,
  stepAt: maybe(time),
  silentAt: maybe(time),
  startedAt: maybe(time),
  endedAt: maybe(time),
  createdAt: time,
};
const text = `select r.id, r.negotiation_id, r.owner_id, r.peer_id, r.state, r.step, r.step_at, r.silent_at, r.started_at,
  r.ended_at, r.created_at`;

/** The rehearsals of a negotiation in which the viewer takes part, newest first. */
export const rehearsalsOf = statement({
  name: 'rehearsals_of',
  takes: [uuid],
  gives: columns,
  text: `${text} from rehearsal r where r.negotiation_id = $1 order by r.created_at desc, r.id desc`,
});

/** One of them, with the key of its owner, under which all of it is sealed. */
export const rehearsalIn = statement({
  name: 'rehearsal_in',
  takes: [uuid],
  gives: { ...columns, wrapped },
  text: `${text}, k.wrapped from rehearsal r join sealing_key k on k.owner_id = r.owner_id where r.id = $1`,
});

/** The negotiation that a rehearsal is of, with its plan, which holds the currency. */
export const planBeside = statement({
  name: 'plan_beside_rehearsal',
  takes: [uuid],
  gives: { id: uuid, offerId: uuid, opportunityId: uuid, ownerId: uuid, rev: int, sealed, wrapped },
  text: `select n.id, n.offer_id, i.opportunity_id, n.owner_id, n.rev, n.sealed, k.wrapped
    from negotiation n join item i on i.id = n.id join sealing_key k on k.owner_id = n.owner_id
    where n.id = (select r.negotiation_id from rehearsal r where r.id = $1)`,
});

/** Who can read that negotiation now, of whom the viewer may know. */
export const readersBeside = statement({
  name: 'readers_beside_rehearsal',
  takes: [uuid],
  gives: { id: uuid },
  text: `select reader as id from rehearsal r, item_readers(r.negotiation_id) reader where r.id = $1 order by reader`,
});

/** What was written for the end, as far as it is the viewer's own or lies open. */
export const notesOfRehearsal = statement({
  name: 'notes_of_rehearsal',
  takes: [uuid],
  gives: { authorId: uuid, ownerId: uuid, kind: kindOfNote, opened: bool, rev: int, sealed },
  text: `select n.author_id, n.owner_id, n.kind, n.opened, n.rev, n.sealed
    from rehearsal_note n where n.rehearsal_id = $1 order by n.kind, n.author_id`,
});

/** Who has answered, and nothing of what. */
export const answeredIn = statement({
  name: 'answered_in',
  takes: [uuid],
  gives: { id: uuid },
  text: 'select a as id from rehearsal_answered($1) a',
});

/** What was said, in its order. */
export const linesOf = statement({
  name: 'lines_of_rehearsal',
  takes: [uuid],
  gives: { id: uuid, ownerId: uuid, authorId: uuid, at: time, sealed },
  text: `select l.id, l.owner_id, l.author_id, l.at, l.sealed from rehearsal_line l
    where l.rehearsal_id = $1 order by l.at, l.id`,
});

type Row = RowIn<typeof rehearsalsOf>;

/** A rehearsal as the rules look at it. */
export function standingOf({ ownerId, peerId, state, step }: Row, readers: readonly { id: string }[]): Rehearsal {
  return { ownerId, peerId, state, step, peerHere: peerId !== null && readers.some(({ id }) => id === peerId) };
}

/** Times of it, as screens count from them. */
export function timesOf({ stepAt, silentAt, startedAt, endedAt, createdAt }: Row) {
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  return {
    stepAt: iso(stepAt),
    silentAt: iso(silentAt),
    startedAt: iso(startedAt),
    endedAt: iso(endedAt),
    createdAt: createdAt.toISOString(),
  };
}

/** Of which row a note is: its author's, of this rehearsal, of one kind. */
export const noteBind = (
  { id, ownerId }: { id: string; ownerId: string },
  note: { authorId: string; kind: 'brief' | 'answer' },
  rev: number,
) => ({ id: `${id}:${note.authorId}:${note.kind}`, owner: ownerId, rev });

/** A note under the owner's key. */
export function openNote(open: Ring['open'], rehearsalId: string, row: RowIn<typeof notesOfRehearsal>) {
  const { authorId, opened, ownerId, rev } = row;
  return { authorId, opened, note: open(noteContent, noteBind({ id: rehearsalId, ownerId }, row, rev), row.sealed) };
}

/** A line under the owner's key. */
export function openLine(open: Ring['open'], { id, ownerId, authorId, at, sealed: kept }: RowIn<typeof linesOf>) {
  return { lineId: id, authorId, at: at.toISOString(), line: open(lineContent, { id, owner: ownerId, rev: 1 }, kept) };
}
