import { statement, time, uuid } from '@parley/db/statement';
import { kindWord } from './rows.ts';

/** Puts something of the viewer's among what can be shared; its own row follows. `id`, kind, opportunity, when. */
export const addItem = statement({
  name: 'add_item',
  takes: [uuid, kindWord, uuid, time],
  gives: {},
  text: 'insert into item (id, kind, owner_id, opportunity_id, created_at) values ($1, $2, viewer(), $3, $4)',
});

/** Ends all its shares now. */
export const endSharesOf = statement({
  name: 'end_shares_of',
  takes: [uuid, time],
  gives: {},
  text: 'update share set revoked_at = $2 where item_id = $1 and owner_id = viewer() and revoked_at is null',
});

/** Takes it out again, with what hangs on it: threads, shares. */
export const dropItem = statement({
  name: 'drop_item',
  takes: [uuid],
  gives: {},
  text: 'delete from item where id = $1 and owner_id = viewer()',
});
