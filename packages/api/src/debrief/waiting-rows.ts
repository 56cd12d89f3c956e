import { statement, uuid } from '@parley/db/statement';
import { stageWord } from '../opportunity/rows.ts';
import { outcome } from './rows.ts';

/** The debriefs that the viewer may read and whose reads are open, oldest first. */
export const openReads = statement({
  name: 'open_reads',
  takes: [],
  gives: { id: uuid, opportunityId: uuid, ownerId: uuid, outcome },
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
  text: `select d.id as debrief_id, r as account_id from debrief d, shown_read_seats(d.id) r where d.reads_state = 'open'`,
});

/** The stage in which the viewer's own opportunity has been since the debrief was begun; nothing when it has not moved. */
export const stageSince = statement({
  name: 'stage_since',
  takes: [uuid],
  gives: { stage: stageWord },
  text: `select s.stage from item i join stage_change s on s.opportunity_id = i.opportunity_id
    where i.id = $1 and i.owner_id = viewer() and s.at > i.created_at order by s.at desc, s.id desc limit 1`,
});

/** The viewer's own debriefs of which reads were sealed and nothing is known, of opportunities that have moved since. */
export const unresolvedDebriefs = statement({
  name: 'unresolved_debriefs',
  takes: [],
  gives: { id: uuid, opportunityId: uuid, stage: stageWord },
  text: `select d.id, i.opportunity_id, s.stage from debrief d join item i on i.id = d.id
      join lateral (select stage from stage_change s where s.opportunity_id = i.opportunity_id and s.at > i.created_at
        order by s.at desc, s.id desc limit 1) s on true
    where d.owner_id = viewer() and d.outcome is null and d.reads_state <> 'unasked' order by d.id`,
});
