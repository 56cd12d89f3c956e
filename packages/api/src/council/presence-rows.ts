import { content } from '@parley/db/memory';
import type { Ring } from '@parley/db/ring';
import { bytes, int, mustChange, type RowIn, sealed, statement, uuid } from '@parley/db/statement';
import type { Presence } from '@parley/domain/council/presence';
import { PresenceContent } from '@parley/domain/council/presence-input';

export const presenceContent = content('presence', PresenceContent);

/** What the members of a council have said about themselves; its key comes with the council. */
export const presencesOf = statement({
  name: 'presences_of',
  takes: [uuid],
  gives: { accountId: uuid, councilId: uuid, rev: int, sealed },
  text: 'select account_id, council_id, rev, sealed from presence where council_id = $1',
});

/** What the viewer has said to each council; the keys come with their councils. */
export const ownPresences = statement({
  name: 'own_presences',
  takes: [],
  gives: { accountId: uuid, councilId: uuid, rev: int, sealed },
  text: 'select account_id, council_id, rev, sealed from presence where account_id = viewer()',
});

export const addPresence = statement({
  name: 'add_presence',
  takes: [uuid, bytes],
  gives: {},
  text: 'insert into presence (council_id, account_id, sealed) values ($1, viewer(), $2)',
});

export const replacePresence = mustChange({
  name: 'replace_presence',
  takes: [uuid, int, bytes],
  text: 'update presence set rev = $2 + 1, sealed = $3 where council_id = $1 and account_id = viewer() and rev = $2',
});

/** A presence is sealed for its member under the council's key. */
export const presenceBind = (accountId: string, owner: string, rev: number) => ({ id: accountId, owner, rev });

/** What one member has said. */
export function openPresence(
  open: Ring['open'],
  { accountId, councilId, rev, sealed: kept }: RowIn<typeof presencesOf>,
): Presence {
  return { rev, ...open(presenceContent, presenceBind(accountId, councilId, rev), kept) };
}
