import { bytes, int, mustChange, statement, time, uuid } from '@parley/db/statement';
import { negotiationColumns, negotiationText } from './rows.ts';

/** The viewer's own negotiation: nobody else changes it, or adds to it, until the end of the transaction. */
export const holdNegotiation = statement({
  name: 'hold_negotiation',
  takes: [uuid],
  gives: negotiationColumns,
  text: `${negotiationText} where n.id = $1 and n.owner_id = viewer() for update of n`,
});

/** The viewer's own negotiation on which a conversation hangs, held in the same way. */
export const holdNegotiationUnder = statement({
  name: 'hold_negotiation_under',
  takes: [uuid],
  gives: negotiationColumns,
  text: `${negotiationText} where n.id = (select t.item_id from thread t where t.id = $1) and n.owner_id = viewer()
    for update of n`,
});

/** On which opportunity an offer of the viewer's hangs, and how many negotiations it has. */
export const groundOf = statement({
  name: 'ground_of',
  takes: [uuid],
  gives: { opportunityId: uuid, negotiations: int },
  text: `select i.opportunity_id, (select count(*)::int from negotiation n where n.offer_id = i.id) as negotiations
    from item i where i.id = $1 and i.kind = 'offer' and i.owner_id = viewer()`,
});

/** A negotiation of an offer: its id, the offer, its plan, when. */
export const addNegotiation = statement({
  name: 'add_negotiation',
  takes: [uuid, uuid, bytes, time],
  gives: {},
  text: 'insert into negotiation (id, offer_id, sealed, updated_at) values ($1, $2, $3, $4)',
});

/** The next revision of its plan. */
export const replacePlan = mustChange({
  name: 'replace_plan',
  takes: [uuid, int, bytes, time],
  text: 'update negotiation set rev = $2 + 1, sealed = $3, updated_at = $4 where id = $1 and rev = $2',
});
