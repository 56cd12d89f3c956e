import { randomBytes } from 'node:crypto';
import { newId } from '@parley/db/id';
import { canInvite } from '@parley/domain/council/policy';
import type { CreateInvitation, InvitationRef } from '@parley/domain/invitation/input';
import { invitationExpiry } from '@parley/domain/invitation/invitation';
import { canResend, canRevoke } from '@parley/domain/invitation/policy';
import { allow } from '@parley/domain/kernel/decision';
import { invalid, notFound } from '@parley/domain/kernel/error';
import type { z } from 'zod';
import { holdSeats, seatsOf } from '../council/change-rows.ts';
import { councilOf, promisedIn } from '../council/rows.ts';
import { act } from '../write.ts';
import { addInvitation, addressIn, holdInvitation, renewInvitation, revokeInvitation } from './change-rows.ts';
import { digestToken, invitationContent } from './rows.ts';

/** A fresh link, which exists in the answer and nowhere else: behind the `#` it reaches neither a log nor a referrer. */
export function makeLink(): { link: string; tokenHash: string } {
  const token = randomBytes(32).toString('base64url');
  return { link: `/invitation#token=${token}`, tokenHash: digestToken(token) };
}

/** Invites an address to a council that has a seat for it, or offers the moderator behind it to merge. */
export const creatingInvitation = act({
  facts: ({ councilId, email }: z.output<typeof CreateInvitation>, { addressHash }) => ({
    held: holdSeats(councilId),
    council: councilOf(councilId),
    seats: seatsOf(councilId),
    promised: promisedIn(councilId),
    address: addressIn(councilId, addressHash(email)),
  }),
  decide({ rows, seal, viewer, now, addressHash }, { councilId, email, merges }) {
    const [council] = rows.council;
    if (!council) throw notFound();
    const { charterVersion, closedAt } = council;
    const promised = rows.promised[0]?.count ?? 0;
    allow(canInvite({ closed: closedAt !== null, charterVersion, seats: rows.seats, promised }, viewer.id));
    const [address] = rows.address;
    // who sits here may chair another council, and answer for it
    if (address?.seated && !merges) throw invalid('email', 'This person is already in the council.');
    if (address?.invited) throw invalid('email', 'This address has already been invited. Make a new link for it in the list.');
    const id = newId();
    const { link, tokenHash } = makeLink();
    const expiresAt = invitationExpiry(now);
    const sealed = seal(invitationContent, { id, owner: councilId, rev: 1 }, merges ? { email, merges } : { email });
    return {
      changes: [addInvitation(id, councilId, addressHash(email), tokenHash, sealed, now, expiresAt)],
      answer: { invitationId: id, link, expiresAt: expiresAt.toISOString() },
    };
  },
});

/** A new link and seven new days. */
export const resendingInvitation = act({
  facts: ({ invitationId }: z.output<typeof InvitationRef>) => ({ invitation: holdInvitation(invitationId) }),
  decide({ rows, now }, { invitationId }) {
    const [invitation] = rows.invitation;
    if (!invitation) throw notFound();
    allow(canResend(invitation, now));
    const { link, tokenHash } = makeLink();
    const expiresAt = invitationExpiry(now);
    const changes = [renewInvitation(invitationId, tokenHash, expiresAt)];
    return { changes, answer: { link, expiresAt: expiresAt.toISOString() } };
  },
});

/** Withdraws an invitation that nobody has answered. */
export const revokingInvitation = act({
  facts: ({ invitationId }: z.output<typeof InvitationRef>) => ({ invitation: holdInvitation(invitationId) }),
  decide({ rows, now }, { invitationId }) {
    const [invitation] = rows.invitation;
    if (!invitation) throw notFound();
    allow(canRevoke(invitation, now));
    return { changes: [revokeInvitation(invitationId, now)], answer: { done: true } };
  },
});
