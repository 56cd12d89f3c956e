import { createHash, randomBytes } from 'node:crypto';
import { statement, text, time, uuid } from '@parley/db/statement';

/** Of a secret that is in the address and nowhere else. */
export const digestFeed = (token: string) => createHash('sha256').update(`feed ${token}`).digest('base64url');

/** A fresh address below the public one, and the digest by which it is found. */
export function makeAddress(): { path: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url');
  return { path: `/calendar/${token}.ics`, tokenHash: digestFeed(token) };
}

/** Since when the viewer has a feed, if they have one. */
export const ownFeed = statement({
  name: 'own_feed',
  takes: [],
  gives: { since: time },
  text: 'select since from feed where account_id = viewer()',
});

/** The one address of the viewer, once the one before has ended. */
export const addFeed = statement({
  name: 'add_feed',
  takes: [text, time],
  gives: {},
  text: 'insert into feed (account_id, token_hash, since) values (viewer(), $1, $2)',
});

export const dropFeed = statement({
  name: 'drop_feed',
  takes: [],
  gives: {},
  text: 'delete from feed where account_id = viewer()',
});

/** Whose feed has this digest; asked as the post, before there is a person. */
export const feedOwner = statement({
  name: 'feed_owner',
  takes: [text],
  gives: { accountId: uuid },
  text: 'select account_id from feed where token_hash = $1',
});
