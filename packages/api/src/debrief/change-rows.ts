import { bytes, statement, text, time, uuid } from '@parley/db/statement';

/** An empty debrief of an item that was made just now: id, words, when. */
export const addDebrief = statement({
  name: 'add_debrief',
  takes: [uuid, bytes, time],
  gives: {},
  text: 'insert into debrief (id, sealed, updated_at) values ($1, $2, $3)',
});

/** Opens the reads. */
export const askForReads = statement({
  name: 'ask_for_reads',
  takes: [uuid],
  gives: { hit: text },
  text: `with hit as (update debrief set reads_state = 'open' where id = $1 and reads_state = 'unasked' returning 1)
    select must_hit(count(*))::text as hit from hit`,
});

/** Reveals all reads, at the owner's word. */
export const revealReads = statement({
  name: 'reveal_reads',
  takes: [uuid, time],
  gives: { hit: text },
  text: `with hit as (
      update debrief set reads_state = 'revealed', revealed_at = $2 where id = $1 and reads_state = 'open' returning 1)
    select must_hit(count(*))::text as hit from hit`,
});
