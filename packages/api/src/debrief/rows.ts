import { maybe, statement, uuid, word } from '@parley/db/statement';
import { outcomes } from '@parley/domain/debrief/debrief';

/** The debriefs that the viewer may read and whose reads are open, oldest first. */
export const openReads = statement({
  name: 'open_reads',
  takes: [],
  gives: { id: uuid, opportunityId: uuid, ownerId: uuid, outcome: maybe(word('debrief_outcome', outcomes)) },
  text: `select d.id, i.opportunity_id, d.owner_id, d.outcome from debrief d join item i on i.id = d.id
    where d.reads_state = 'open' order by d.id`,
});

/** Who can read each of them, as far as the viewer may know. */
export const openReadsReaders = statement({
  name: 'open_reads_readers',
  takes: [],
  gives: { debriefId: uuid, accountId: uuid },
  text: `select d.id as debrief_id, r as account_id from debrief d, item_readers(d.id) r where d.reads_state = 'open'`,
});

/** Who has sealed and not left since; neither when nor in which order. */
export const openReadsSeats = statement({
  name: 'open_reads_seats',
  takes: [],
  gives: { debriefId: uuid, accountId: uuid },
  text: `select d.id as debrief_id, r as account_id from debrief d, read_seats(d.id) r where d.reads_state = 'open'`,
});
