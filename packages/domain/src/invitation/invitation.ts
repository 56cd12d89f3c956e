/** An invitation works for seven days. */
export const invitationLife = 7 * 24 * 60 * 60_000;

export type InvitationState = 'open' | 'used' | 'expired' | 'revoked' | 'declined';

/** The facts of an invitation; `usedById` with `revokedAt` and no `usedAt` means declined. */
export type InvitationFacts = {
  expiresAt: Date;
  usedAt: Date | null;
  usedById: string | null;
  revokedAt: Date | null;
};

/** Where an invitation stands at `now`. */
export function invitationState(invitation: InvitationFacts, now: Date): InvitationState {
  if (invitation.usedAt !== null) return 'used';
  if (invitation.revokedAt !== null) return invitation.usedById === null ? 'revoked' : 'declined';
  return invitation.expiresAt <= now ? 'expired' : 'open';
}

/** When an invitation made at `now` ends. */
export function invitationExpiry(now: Date): Date {
  return new Date(now.getTime() + invitationLife);
}

const explanations: Record<Exclude<InvitationState, 'open'>, string> = {
  used: 'This invitation has been used: each link works once. If it was you, sign in and open the council.',
  expired: 'This invitation has expired: links work for seven days. Ask the person who invited you for a new one.',
  revoked: 'This invitation has been withdrawn. Ask the person who invited you if that is a surprise.',
  declined: 'This invitation was declined. Ask the person who invited you for a new one if you changed your mind.',
};

/** What a link says about itself once it no longer works. */
export function explainState(state: Exclude<InvitationState, 'open'>): string {
  return explanations[state];
}
