import { bool, bytes, listOf, maybe, mustChange, statement, text, time, uuid } from '@parley/db/statement';

/** Whether somebody with this address sits in a council, and whether they have an invitation to it that still waits. */
export const addressIn = statement({
  name: 'address_in',
  takes: [uuid, text],
  gives: { seated: bool, invited: bool },
  text: `select exists (select from membership m join account a on a.id = m.account_id
      where m.council_id = $1 and m.state = 'active' and a.email_hash = $2) as seated,
    exists (select from invitation i where i.council_id = $1 and i.address_hash = $2
      and i.used_at is null and i.revoked_at is null and i.expires_at > moment()) as invited`,
});

/** The same of several addresses: those of which one is true. */
export const addressesIn = statement({
  name: 'addresses_in',
  takes: [uuid, listOf(text)],
  gives: { addressHash: text, seated: bool, invited: bool },
  text: `select * from (select h.hash as address_hash,
      exists (select from membership m join account a on a.id = m.account_id
        where m.council_id = $1 and m.state = 'active' and a.email_hash = h.hash) as seated,
      exists (select from invitation i where i.council_id = $1 and i.address_hash = h.hash
        and i.used_at is null and i.revoked_at is null and i.expires_at > moment()) as invited
    from unnest($2::text[]) as h(hash)) found where seated or invited`,
});

/** An invitation to a council that the viewer chairs: nobody answers it until the end of the transaction. */
export const holdInvitation = statement({
  name: 'hold_invitation',
  takes: [uuid],
  gives: { expiresAt: time, usedAt: maybe(time), usedById: maybe(uuid), revokedAt: maybe(time) },
  text: 'select expires_at, used_at, used_by_id, revoked_at from invitation where id = $1 for update',
});

/** Id, council, the address's hash and the link's, the sealed address, when made, until when. */
export const addInvitation = statement({
  name: 'add_invitation',
  takes: [uuid, uuid, text, text, bytes, time, time],
  gives: {},
  text: `insert into invitation (id, council_id, invited_by_id, address_hash, token_hash, sealed, created_at, expires_at)
    values ($1, $2, viewer(), $3, $4, $5, $6, $7)`,
});

/** Another link, and until when; the old link stops working with this. */
export const renewInvitation = mustChange({
  name: 'renew_invitation',
  takes: [uuid, text, time],
  text: `update invitation set token_hash = $2, expires_at = $3
      where id = $1 and used_at is null and revoked_at is null`,
});

export const revokeInvitation = mustChange({
  name: 'revoke_invitation',
  takes: [uuid, time],
  text: `update invitation set revoked_at = $2
      where id = $1 and used_at is null and revoked_at is null`,
});
