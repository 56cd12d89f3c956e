import { z } from 'zod';
import { address } from '../identity/input.ts';
import { id } from '../kernel/input.ts';

const token = z
  .string({ error: 'The link is incomplete.' })
  .regex(/^[A-Za-z0-9_-]{43}$/, 'The link is incomplete. Copy all of it.');

export const CreateInvitation = z.strictObject({ councilId: id, email: address });
export const InvitationsOf = z.strictObject({ councilId: id });
export const InvitationRef = z.strictObject({ invitationId: id });
export const LookAtInvitation = z.strictObject({ token });
/** `charterVersion` is the charter that was on screen: a newer one is shown before anybody joins. */
export const AcceptInvitation = z.strictObject({
  token,
  charterVersion: z.int('Which version of the charter?').min(1, 'A charter starts at version 1.').max(1_000_000),
});

/** What is sealed in an invitation's row. */
export const InvitationContent = z.strictObject({ email: z.string() });
