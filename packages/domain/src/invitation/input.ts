import { z } from 'zod';
import { address } from '../identity/input.ts';
import { id } from '../kernel/input.ts';
import { readAddresses } from './addresses.ts';

/** All seats but the founder's. */
const mostAtOnce = 11;

const token = z
  .string({ error: 'The link is incomplete.' })
  .regex(/^[A-Za-z0-9_-]{43}$/, 'The link is incomplete. Copy all of it.');

/** `merges`: not one seat, but an offer to the moderator of another council to merge it into this one. */
export const CreateInvitation = z.strictObject({ councilId: id, email: address, merges: z.boolean().default(false) });
/** invitation.createSeveral: one link an address, all or none. */
export const InviteSeveral = z.strictObject({
  councilId: id,
  emails: z
    .array(address)
    .min(1, 'Write at least one address.')
    .max(mostAtOnce, `Invite at most ${mostAtOnce} people at once.`)
    .refine((all) => new Set(all).size === all.length, 'Write each address once.'),
});
/** The form of it: addresses as somebody pastes them. */
export const InviteForm = z.strictObject({
  addresses: z
    .string()
    .max(4_000, 'This is too much at once.')
    .transform(readAddresses)
    .superRefine(({ emails, wrong }, context) => {
      const [first] = wrong;
      if (first !== undefined) context.addIssue({ code: 'custom', message: `“${first}” is no e-mail address.` });
      else if (emails.length === 0)
        context.addIssue({ code: 'custom', message: 'Write an e-mail address, like ana@example.org.' });
      else if (emails.length > mostAtOnce)
        context.addIssue({ code: 'custom', message: `Invite at most ${mostAtOnce} people at once.` });
    })
    .transform(({ emails }) => emails),
});
/** The form of an offer to merge. */
export const OfferForm = z.strictObject({ email: address });
export const InvitationsOf = z.strictObject({ councilId: id });
export const InvitationRef = z.strictObject({ invitationId: id });
export const LookAtInvitation = z.strictObject({ token });
/** `charterVersion` is the charter that was on screen: a newer one is shown before anybody joins. */
export const AcceptInvitation = z.strictObject({
  token,
  charterVersion: z.int('Which version of the charter?').min(1, 'A charter starts at version 1.').max(1_000_000),
});

/** The answer to an offer to merge: the council whose members are invited. */
export const Merge = z.strictObject({ token, councilId: id });

/** What is sealed in an invitation's row. Whoever a merger invites is shown by `name`: neither moderator reads the address. */
export const InvitationContent = z.strictObject({
  email: z.string(),
  name: z.string().optional(),
  merges: z.literal(true).optional(),
});
