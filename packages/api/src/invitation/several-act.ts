import { newId } from '@parley/db/id';
import { canInvite } from '@parley/domain/council/policy';
import type { InviteSeveral } from '@parley/domain/invitation/input';
import { invitationExpiry } from '@parley/domain/invitation/invitation';
import { allow } from '@parley/domain/kernel/decision';
import { invalid, notFound } from '@parley/domain/kernel/error';
import type { z } from 'zod';
import { holdSeats, seatsOf } from '../council/change-rows.ts';
import { councilOf, promisedIn } from '../council/rows.ts';
import { act } from '../write.ts';
import { makeLink } from './act.ts';
import { addInvitation, addressesIn } from './change-rows.ts';
import { invitationContent } from './rows.ts';

/** Invites several addresses at once, all or none: who cannot be invited is named. */
export const invitingSeveral = act({
  facts: ({ councilId, emails }: z.output<typeof InviteSeveral>, { addressHash }) => ({
    held: holdSeats(councilId),
    council: councilOf(councilId),
    seats: seatsOf(councilId),
    promised: promisedIn(councilId),
    known: addressesIn(councilId, emails.map(addressHash)),
  }),
  decide({ rows, seal, viewer, now, addressHash }, { councilId, emails }) {
    const [council] = rows.council;
    if (!council) throw notFound();
    const { charterVersion, closedAt } = council;
    const facts = { closed: closedAt !== null, charterVersion, seats: rows.seats, promised: rows.promised[0]?.count ?? 0 };
    allow(canInvite(facts, viewer.id, emails.length));
    const known = new Map(rows.known.map((one) => [one.addressHash, one]));
    const taken = emails.find((email) => known.has(addressHash(email)));
    const word = known.get(addressHash(taken ?? ''))?.seated ? 'is already in the council' : 'has already been invited';
    if (taken !== undefined) throw invalid('addresses', `${taken} ${word}. Take this address out.`);
    const expiresAt = invitationExpiry(now);
    const made = emails.map((email) => {
      const id = newId();
      const { link, tokenHash } = makeLink();
      const sealed = seal(invitationContent, { id, owner: councilId, rev: 1 }, { email });
      const row = addInvitation(id, councilId, addressHash(email), tokenHash, sealed, now, expiresAt);
      return { row, shown: { invitationId: id, email, link, expiresAt: expiresAt.toISOString() } };
    });
    return { changes: made.map(({ row }) => row), answer: { invitations: made.map(({ shown }) => shown) } };
  },
});
