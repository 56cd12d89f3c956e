import { int, sealed, statement, uuid, wrapped } from '@parley/db/statement';
import { kindWord } from '../item/rows.ts';
import { headColumns, headText } from '../opportunity/rows.ts';

const kept = { id: uuid, opportunityId: uuid, ownerId: uuid, rev: int, sealed, wrapped };

/** The opportunities of which the viewer may read something. */
export const headsReadable = statement({ name: 'heads_readable', takes: [], gives: headColumns, text: headText });

/** What can be shared and the viewer may read, without its content. */
export const itemsReadable = statement({
  name: 'items_readable',
  takes: [],
  gives: { id: uuid, kind: kindWord, ownerId: uuid, opportunityId: uuid },
  text: `select id, kind, owner_id, opportunity_id from item where kind in ('offer', 'negotiation', 'round')`,
});

/** The missions that the viewer may read. */
export const missionsReadable = statement({
  name: 'missions_readable',
  takes: [],
  gives: kept,
  text: `select m.id, m.opportunity_id, m.owner_id, m.rev, m.sealed, k.wrapped
    from mission m join sealing_key k on k.owner_id = m.owner_id`,
});

/** The debriefs that the viewer may read. */
export const debriefsReadable = statement({
  name: 'debriefs_readable',
  takes: [],
  gives: kept,
  text: `select d.id, i.opportunity_id, d.owner_id, d.rev, d.sealed, k.wrapped
    from debrief d join item i on i.id = d.id join sealing_key k on k.owner_id = d.owner_id`,
});
