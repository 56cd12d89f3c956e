import { createHash } from 'node:crypto';
import { content } from '@parley/db/memory';
import { maybe, sealed, statement, time, uuid, wrapped } from '@parley/db/statement';
import { InvitationContent } from '@parley/domain/invitation/input';

/** What is kept of a link's token: who has the database has no link. */
export const digestToken = (token: string) => createHash('sha256').update(token).digest('hex');

export const invitationContent = content('invitation', InvitationContent);

/** The invitations of a council, newest first, with its key. */
export const invitationsOf = statement({
  name: 'invitations_of',
  takes: [uuid],
  gives: {
    id: uuid,
    createdAt: time,
    expiresAt: time,
    usedAt: maybe(time),
    usedById: maybe(uuid),
    revokedAt: maybe(time),
    sealed,
    ownerId: uuid,
    wrapped,
  },
  text: `select i.id, i.created_at, i.expires_at, i.used_at, i.used_by_id, i.revoked_at, i.sealed, k.owner_id, k.wrapped
    from invitation i join sealing_key k on k.owner_id = i.council_id
    where i.council_id = $1 order by i.created_at desc limit 100`,
});
