import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import {
  bytes,
  holdTurn,
  int,
  maybe,
  mustChange,
  type RowIn,
  sealed,
  statement,
  time,
  uuid,
  word,
  wrapped,
} from '@parley/db/statement';
import { MeetingContent, NoteContent, PulseFields } from '@parley/domain/meeting/input';
import { noteKinds } from '@parley/domain/meeting/meeting';
import { seatColumns, seatsText } from '../council/change-rows.ts';

export const meetingContent = content('meeting', MeetingContent);
export const noteContent = content('meeting_note', NoteContent);
export const pulseContent = content('pulse', PulseFields);
const kind = word('meeting_note_kind', noteKinds);

const meeting = {
  id: uuid,
  ownerId: uuid,
  chairId: uuid,
  step: int,
  turnAt: time,
  startedAt: time,
  endedAt: maybe(time),
  sealed,
  wrapped,
};
const meetingColumns =
  'm.id, m.council_id as owner_id, m.chair_id, m.step, m.turn_at, m.started_at, m.ended_at, m.sealed, k.wrapped';
const meetings = 'meeting m join sealing_key k on k.owner_id = m.council_id';

/** The last twelve meetings of a council, newest first; one of them may go on. */
export const meetingsOf = statement({
  name: 'meetings_of',
  takes: [uuid],
  gives: meeting,
  text: `select ${meetingColumns} from ${meetings} where m.council_id = $1 order by m.started_at desc, m.id desc limit 12`,
});

/** One meeting, and whether its council has closed. */
export const meetingIn = statement({
  name: 'meeting_in',
  takes: [uuid],
  gives: { ...meeting, closedAt: maybe(time) },
  text: `select ${meetingColumns}, c.closed_at from ${meetings} join council c on c.id = m.council_id where m.id = $1`,
});

export const seatsBesideMeeting = statement({
  name: 'seats_beside_meeting',
  takes: [uuid],
  gives: seatColumns,
  text: `${seatsText} where council_id = (select m.council_id from meeting m where m.id = $1)`,
});

/** One change of a meeting at a time: of two who press at once the second sees what the first did. */
export const holdMeeting = holdTurn({ name: 'hold_meeting', turn: 'hashtextextended($1::uuid::text, 43)' });

/** Items that the viewer reads, that are shared with the whole council and wait for its feedback. */
export const waitingItems = statement({
  name: 'waiting_items',
  takes: [uuid],
  gives: { itemId: uuid, speakerId: uuid },
  text: `select distinct i.id as item_id, i.owner_id as speaker_id from share h join item i on i.id = h.item_id
    left join debrief d on d.id = i.id left join round r on r.id = i.id left join mission s on s.id = i.id
    where h.council_id = $1 and h.reader_id is null and h.revoked_at is null and (h.expires_at is null or h.expires_at > moment())
      and (d.reads_state = 'open' or r.state = 'open' or s.state = 'inReview') order by 1`,
});

/** What was noted in the last meetings of a council. */
export const notesOf = statement({
  name: 'notes_of',
  takes: [uuid],
  gives: { id: uuid, meetingId: uuid, ownerId: uuid, authorId: uuid, kind, sealed, createdAt: time },
  text: `select n.id, n.meeting_id, n.council_id as owner_id, n.author_id, n.kind, n.sealed, n.created_at from meeting_note n
    where n.meeting_id in (select m.id from meeting m where m.council_id = $1 order by m.started_at desc, m.id desc limit 12) order by n.id`,
});

export const notesIn = statement({
  name: 'notes_in',
  takes: [uuid],
  gives: { count: int },
  text: 'select count(*)::int as count from meeting_note where meeting_id = $1',
});

/** How people came in: of the meeting that goes on everybody, of earlier ones the viewer. */
export const pulsesOf = statement({
  name: 'pulses_of',
  takes: [uuid],
  gives: { meetingId: uuid, ownerId: uuid, rev: int, sealed, wrapped },
  text: `select p.meeting_id, p.account_id as owner_id, p.rev, p.sealed, k.wrapped
    from pulse p join sealing_key k on k.owner_id = p.account_id join meeting m on m.id = p.meeting_id
    where m.council_id = $1 order by p.account_id`,
});

export const ownPulse = statement({
  name: 'own_pulse',
  takes: [uuid],
  gives: { rev: int },
  text: 'select rev from pulse where meeting_id = $1 and account_id = viewer()',
});

export const addMeeting = statement({
  name: 'add_meeting',
  takes: [uuid, uuid, bytes, time],
  gives: {},
  text: `insert into meeting (id, council_id, chair_id, sealed, turn_at, started_at) values ($1, $2, viewer(), $3, $4, $4)`,
});

/** From this turn to another: only from where it is. */
export const moveMeeting = mustChange({
  name: 'move_meeting',
  takes: [uuid, int, int, time],
  text: 'update meeting set step = $3, turn_at = $4 where id = $1 and step = $2 and ended_at is null',
});

export const seatChair = mustChange({
  name: 'seat_chair',
  takes: [uuid],
  text: 'update meeting set chair_id = viewer() where id = $1 and ended_at is null',
});

export const closeMeeting = mustChange({
  name: 'close_meeting',
  takes: [uuid, time],
  text: 'update meeting set ended_at = $2 where id = $1 and ended_at is null',
});

export const addNote = statement({
  name: 'add_note',
  takes: [uuid, uuid, uuid, kind, bytes, time],
  gives: {},
  text: `insert into meeting_note (id, meeting_id, council_id, author_id, kind, sealed, created_at)
    values ($1, $2, $3, viewer(), $4, $5, $6)`,
});

export const addPulse = statement({
  name: 'add_pulse',
  takes: [uuid, uuid, bytes],
  gives: {},
  text: 'insert into pulse (meeting_id, account_id, council_id, sealed) values ($1, viewer(), $2, $3)',
});

export const replacePulse = mustChange({
  name: 'replace_pulse',
  takes: [uuid, int, bytes],
  text: 'update pulse set rev = $2 + 1, sealed = $3 where meeting_id = $1 and account_id = viewer() and rev = $2',
});

/** A pulse is sealed for its meeting; its row has no other id. */
export const pulseBind = (meetingId: string, owner: string, rev: number) => ({ id: meetingId, owner, rev });

/** A meeting as everybody at the table sees it. */
export function openMeeting(open: Ring['open'], row: RowIn<typeof meetingsOf>) {
  const { id, ownerId: councilId, chairId, step, turnAt, startedAt, endedAt } = row;
  const { turns } = open(meetingContent, { id, owner: councilId, rev: 1 }, row.sealed);
  const times = { turnAt: turnAt.toISOString(), startedAt: startedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null };
  return { meetingId: id, councilId, chairId, step, turns, ...times };
}

/** A note of it. */
export function openNote(open: Ring['open'], row: RowIn<typeof notesOf>) {
  const { id, meetingId, ownerId: owner, authorId, kind: sort, createdAt } = row;
  const { text: words } = open(noteContent, { id, owner, rev: 1 }, row.sealed);
  return { noteId: id, meetingId, authorId, kind: sort, text: words, at: createdAt.toISOString() };
}

/** How somebody came in. */
export function openPulse(open: Ring['open'], { meetingId, ownerId, rev, sealed: kept }: RowIn<typeof pulsesOf>) {
  return { meetingId, accountId: ownerId, ...open(pulseContent, pulseBind(meetingId, ownerId, rev), kept) };
}
