import { content } from '@parley/db/memory';
import { bytes, maybe, sealed, statement, text, time, uuid, wrapped } from '@parley/db/statement';
import { KeepPush } from '@parley/domain/push/input';

export const pushContent = content('push', KeepPush);

/** The key that a browser asks for before it takes notices from this Parley; none where it sends none. */
export const pushKey = statement({
  name: 'push_key',
  takes: [],
  gives: { key: maybe(text) },
  text: 'select push_key as key from clock_hand where id = 1',
});

/** The viewer's browsers that show notices, each with the session that it is of. */
export const ownPushes = statement({
  name: 'own_pushes',
  takes: [],
  gives: { sessionId: text, since: time },
  text: 'select session_id, since from push where account_id = viewer() order by id',
});

/** One at a time of a person's: so there are never more than may be, and a session has one. */
export const holdPushes = statement({
  name: 'hold_pushes',
  takes: [],
  gives: { held: maybe(text) },
  text: "select hold_turn(hashtextextended('push ' || viewer()::text, 0))::text as held",
});

export const addPush = statement({
  name: 'add_push',
  takes: [uuid, text, bytes, time],
  gives: {},
  text: 'insert into push (id, account_id, session_id, sealed, since) values ($1, viewer(), $2, $3, $4)',
});

/** What this session had. */
export const dropPush = statement({
  name: 'drop_push',
  takes: [text],
  gives: {},
  text: 'delete from push where session_id = $1 and account_id = viewer()',
});

export const dropPushes = statement({
  name: 'drop_pushes',
  takes: [],
  gives: {},
  text: 'delete from push where account_id = viewer()',
});

/** The browser to which a letter goes, as long as its session lasts; nothing for a mail. */
export const pushOfLetter = statement({
  name: 'push_of_letter',
  takes: [maybe(uuid)],
  gives: { id: uuid, ownerId: uuid, sealed, wrapped },
  text: `select p.id, p.account_id as owner_id, p.sealed, k.wrapped from push p join sealing_key k on k.owner_id = p.account_id
    where p.id = $1 and p.account_id = viewer() and p.id in (select own_living_pushes())`,
});

/** The maker of the browser says that it takes nothing there any more. */
export const dropGone = statement({
  name: 'drop_gone_push',
  takes: [uuid],
  gives: {},
  text: 'delete from push where id = $1 and account_id = viewer()',
});
