import type { InvitationsOf } from '@parley/domain/invitation/input';
import { invitationState } from '@parley/domain/invitation/invitation';
import type { z } from 'zod';
import { question } from '../read.ts';
import { invitationContent, invitationsOf } from './rows.ts';

/** The invitations of a council, newest first, as its moderator reads them. */
export const invitationsQuestion = question({
  ask: ({ councilId }: z.output<typeof InvitationsOf>) => ({ invitations: invitationsOf(councilId) }),
  answer: ({ rows, open, now }) =>
    rows.invitations.map((row) => {
      const { email, name, merges } = open(invitationContent, { id: row.id, owner: row.ownerId, rev: 1 }, row.sealed);
      return {
        invitationId: row.id,
        email: name ?? email,
        merges: merges ?? false,
        state: invitationState(row, now),
        createdAt: row.createdAt.toISOString(),
        expiresAt: row.expiresAt.toISOString(),
      };
    }),
});
