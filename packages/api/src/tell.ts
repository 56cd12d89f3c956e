import { maybe, statement, text, uuid } from '@parley/db/statement';

/** What the guard says at the end of an act, in the transaction that it commits. */
export const tellAct = statement({
  name: 'tell',
  takes: [text, text, maybe(uuid), maybe(uuid), maybe(uuid), maybe(uuid), maybe(text)],
  gives: { told: text },
  text: 'select tell($1, $2, $3, $4, $5, $6, $7)::text as told',
});
