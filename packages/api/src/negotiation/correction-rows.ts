import { int, sealed, statement, uuid } from '@parley/db/statement';
import { negotiationColumns, negotiationText } from './rows.ts';
import { termState } from './terms/rows.ts';

const ofMove = '(select m.negotiation_id from move m where m.id = $1)';

/** The negotiation that a move belongs to: nothing else of it is settled or corrected until the end of the transaction. */
export const holdTableOfMove = statement({
  name: 'hold_table_of_move',
  takes: [uuid],
  gives: negotiationColumns,
  text: `${negotiationText} where n.id = ${ofMove} and n.owner_id = viewer() for update of n`,
});

/** The terms of the negotiation that a move belongs to. */
export const termsOfMove = statement({
  name: 'terms_of_move',
  takes: [uuid],
  gives: { id: uuid, rev: int, state: termState, sealed },
  text: `select id, rev, state, sealed from term where negotiation_id = ${ofMove} order by rank, id`,
});

/** Whether the negotiation that a move belongs to has ended as accepted: a row, or none. */
export const acceptanceOfMove = statement({
  name: 'acceptance_of_move',
  takes: [uuid],
  gives: { id: uuid },
  text: `select negotiation_id as id from outcome where negotiation_id = ${ofMove} and kind = 'accepted'`,
});
