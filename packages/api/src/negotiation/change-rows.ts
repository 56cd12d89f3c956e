import { statement, uuid } from '@parley/db/statement';
import { negotiationColumns, negotiationText } from './rows.ts';

/** The viewer's own negotiation: nobody else changes it, or adds to it, until the end of the transaction. */
export const holdNegotiation = statement({
  name: 'hold_negotiation',
  takes: [uuid],
  gives: negotiationColumns,
  text: `${negotiationText} where n.id = $1 and n.owner_id = viewer() for update of n`,
});
