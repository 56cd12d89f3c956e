import { bytes, holdTurn, int, maybe, mustChange, statement, time, uuid } from '@parley/db/statement';
import { kindOfNote, stateWord } from './rows.ts';

/** One new rehearsal of a negotiation at a time: who asks a moment later comes into the same one. */
export const holdAsking = holdTurn({ name: 'hold_rehearsals', turn: 'hashtextextended($1::uuid::text, 50)' });

/** One change of a rehearsal at a time: of two who press at once the second sees what the first did. */
export const holdRehearsal = holdTurn({ name: 'hold_rehearsal', turn: 'hashtextextended($1::uuid::text, 51)' });

export const addRehearsal = statement({
  name: 'add_rehearsal',
  takes: [uuid, uuid, maybe(uuid), stateWord, time],
  gives: {},
  text: `insert into rehearsal (id, negotiation_id, owner_id, peer_id, state, created_at) values ($1, $2, viewer(), $3, $4, $5)`,
});

/** From one state to the next: only from where it is. */
export const turnRehearsal = mustChange({
  name: 'turn_rehearsal',
  takes: [uuid, stateWord, stateWord],
  text: 'update rehearsal set state = $3 where id = $1 and state = $2',
});

export const beginRehearsal = mustChange({
  name: 'begin_rehearsal',
  takes: [uuid, time],
  text: `update rehearsal set state = 'live', step = 0, step_at = $2, started_at = $2 where id = $1 and state = 'ready'`,
});

/** From this step to another: only from where it is. A silence ends with it. */
export const moveRehearsal = mustChange({
  name: 'move_rehearsal',
  takes: [uuid, int, int, time],
  text: `update rehearsal set step = $3, step_at = $4, silent_at = null where id = $1 and step = $2 and state = 'live'`,
});

export const hushRehearsal = mustChange({
  name: 'hush_rehearsal',
  takes: [uuid, maybe(time)],
  text: `update rehearsal set silent_at = $2 where id = $1 and state = 'live'`,
});

export const finishRehearsal = mustChange({
  name: 'finish_rehearsal',
  takes: [uuid, time],
  text: `update rehearsal set state = 'reflecting', ended_at = $2, silent_at = null where id = $1 and state = 'live'`,
});

export const dropRehearsal = mustChange({
  name: 'drop_rehearsal',
  takes: [uuid],
  text: 'delete from rehearsal where id = $1 and owner_id = viewer()',
});

export const addRehearsalNote = statement({
  name: 'add_rehearsal_note',
  takes: [uuid, uuid, uuid, maybe(uuid), kindOfNote, bytes],
  gives: {},
  text: `insert into rehearsal_note (rehearsal_id, negotiation_id, owner_id, peer_id, author_id, kind, sealed)
    values ($1, $2, $3, $4, viewer(), $5, $6)`,
});

export const replaceRehearsalNote = mustChange({
  name: 'replace_rehearsal_note',
  takes: [uuid, kindOfNote, int, bytes],
  text: `update rehearsal_note set rev = $3 + 1, sealed = $4
    where rehearsal_id = $1 and author_id = viewer() and kind = $2 and rev = $3`,
});

export const addRehearsalLine = statement({
  name: 'add_rehearsal_line',
  takes: [uuid, uuid, uuid, uuid, maybe(uuid), time, bytes],
  gives: {},
  text: `insert into rehearsal_line (id, rehearsal_id, negotiation_id, owner_id, peer_id, author_id, at, sealed)
    values ($1, $2, $3, $4, $5, viewer(), $6, $7)`,
});
