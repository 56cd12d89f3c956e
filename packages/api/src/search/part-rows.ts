import { bool, int, sealed, statement, uuid, word, wrapped } from '@parley/db/statement';
import { negotiationColumns, negotiationText } from '../negotiation/rows.ts';

/** The plans that the viewer may read, for the scripts in them. */
export const plansReadable = statement({
  name: 'plans_readable',
  takes: [],
  gives: negotiationColumns,
  text: negotiationText,
});

const tables = ['ask', 'objection', 'evidence', 'move', 'term'] as const;
const rowsOf = (table: (typeof tables)[number]) =>
  `select '${table}' as kind, id, negotiation_id, owner_id, rev, sealed from ${table}${table === 'move' ? ' where removed_at is null' : ''}`;

/** What the negotiations are made of that the viewer may read. */
export const partsReadable = statement({
  name: 'parts_readable',
  takes: [],
  gives: {
    kind: word('text', tables),
    id: uuid,
    negotiationId: uuid,
    opportunityId: uuid,
    ownerId: uuid,
    rev: int,
    sealed,
    wrapped,
  },
  text: `with part as (${tables.map(rowsOf).join(' union all ')})
    select part.kind, part.id, part.negotiation_id, i.opportunity_id, part.owner_id, part.rev, part.sealed, k.wrapped
    from part join item i on i.id = part.negotiation_id join sealing_key k on k.owner_id = part.owner_id
    order by part.negotiation_id, part.id`,
});

/** What the viewer heard about all of their opportunities. */
export const ownBackchannel = statement({
  name: 'own_backchannel',
  takes: [],
  gives: { id: uuid, opportunityId: uuid, ownerId: uuid, rev: int, sealed, wrapped },
  text: `select b.id, b.opportunity_id, b.owner_id, b.rev, b.sealed, k.wrapped
    from backchannel b join sealing_key k on k.owner_id = b.owner_id where b.owner_id = viewer() order by b.id`,
});

/** What is asked, and answered, at the tables where the viewer sits. */
export const helpReadable = statement({
  name: 'help_readable',
  takes: [],
  gives: { answer: bool, id: uuid, helpId: uuid, councilId: uuid, ownerId: uuid, rev: int, sealed, wrapped },
  text: `with said as (
      select false as answer, h.id, h.id as help_id, h.rev, h.sealed from help_request h
      union all select true, a.id, a.help_id, 1, a.sealed from help_answer a)
    select said.answer, said.id, said.help_id, h.council_id, h.asker_id as owner_id, said.rev, said.sealed, k.wrapped
    from said join help_request h on h.id = said.help_id join sealing_key k on k.owner_id = h.asker_id
    where h.withdrawn_at is null order by said.id`,
});
