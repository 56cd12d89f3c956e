import { bytes, mustChange, statement, time, uuid } from '@parley/db/statement';

/** An empty debrief of an item that was made just now: id, words, when. */
export const addDebrief = statement({
  name: 'add_debrief',
  takes: [uuid, bytes, time],
  gives: {},
  text: 'insert into debrief (id, sealed, updated_at) values ($1, $2, $3)',
});

/** Opens the reads. */
export const askForReads = mustChange({
  name: 'ask_for_reads',
  takes: [uuid],
  text: `update debrief set reads_state = 'open', asked_at = moment() where id = $1 and reads_state = 'unasked'`,
});

/** Reveals all reads, at the owner's word. */
export const revealReads = mustChange({
  name: 'reveal_reads',
  takes: [uuid, time],
  text: `update debrief set reads_state = 'revealed', revealed_at = $2 where id = $1 and reads_state = 'open'`,
});
