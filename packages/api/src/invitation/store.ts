import { createHash, randomBytes } from 'node:crypto';
import { newId } from '@parley/db/id';
import type { SealRef } from '@parley/db/seal';
import { InvitationContent } from '@parley/domain/invitation/input';
import { type InvitationFacts, invitationExpiry } from '@parley/domain/invitation/invitation';
import { notFound } from '@parley/domain/kernel/error';
import type { IdentityScope } from '../context.ts';
import type { Scope } from '../trpc.ts';

export type Invitation = InvitationFacts & {
  id: string;
  councilId: string;
  invitedById: string;
  addressHash: string;
  createdAt: Date;
  sealed: Uint8Array;
};

const ref = (id: string, councilId: string): SealRef => ({ table: 'invitation', id, owner: councilId, rev: 1 });
const digest = (token: string) => createHash('sha256').update(token).digest('hex');
const newToken = () => randomBytes(32).toString('base64url');

/** The token stays behind the `#`: it reaches neither a server's log nor a referrer. */
const linkOf = (token: string) => `/invitation#token=${token}`;

/** Makes an invitation; its link exists here and nowhere else. */
export async function createInvitation(
  { db, vault, viewer, now }: Scope,
  councilId: string,
  email: string,
  addressHash: string,
): Promise<{ invitationId: string; link: string; expiresAt: string }> {
  const id = newId();
  const token = newToken();
  const sealed = await vault.seal(ref(id, councilId), { email });
  const expiresAt = invitationExpiry(now);
  const times = { createdAt: now, expiresAt };
  const data = { id, councilId, invitedById: viewer.id, addressHash, tokenHash: digest(token), sealed, ...times };
  await db.invitation.createMany({ data: [data] });
  return { invitationId: id, link: linkOf(token), expiresAt: expiresAt.toISOString() };
}

/** Whether this address already has an open invitation to the council. */
export async function isInvited({ db, now }: Scope, councilId: string, addressHash: string): Promise<boolean> {
  const open = { usedAt: null, revokedAt: null, expiresAt: { gt: now } };
  return (await db.invitation.count({ where: { councilId, addressHash, ...open } })) > 0;
}

/** Whether an active member of the council has this address. */
export async function isSeated({ db }: Scope, councilId: string, addressHash: string): Promise<boolean> {
  const where = { councilId, state: 'active', account: { emailHash: addressHash } } as const;
  return (await db.membership.count({ where })) > 0;
}

/** One invitation by its id. */
export async function findInvitation({ db }: Scope, id: string): Promise<Invitation> {
  const row = await db.invitation.findUnique({ where: { id } });
  if (row === null) throw notFound();
  return row;
}

/** The invitation behind a link. */
export async function findByToken({ db }: Pick<Scope, 'db'>, token: string): Promise<Invitation> {
  const row = await db.invitation.findUnique({ where: { tokenHash: digest(token) } });
  if (row === null) throw notFound();
  return row;
}

/** The address an invitation was made for. */
export async function openAddress({ vault }: Pick<Scope, 'vault'>, invitation: Invitation): Promise<string> {
  return (await vault.open(ref(invitation.id, invitation.councilId), invitation.sealed, InvitationContent)).email;
}

/** A new link and seven new days; the old link stops working with this. Null when it was answered meanwhile. */
export async function renewInvitation({ db, now }: Scope, id: string): Promise<{ link: string; expiresAt: string } | null> {
  const token = newToken();
  const expiresAt = invitationExpiry(now);
  const renewed = await db.invitation.updateMany({
    where: { id, usedAt: null, revokedAt: null },
    data: { tokenHash: digest(token), expiresAt },
  });
  return renewed.count === 1 ? { link: linkOf(token), expiresAt: expiresAt.toISOString() } : null;
}

/** Withdraws an invitation that nobody has answered. */
export async function revokeInvitation({ db, now }: Scope, id: string): Promise<boolean> {
  const where = { id, usedAt: null, revokedAt: null };
  return (await db.invitation.updateMany({ where, data: { revokedAt: now } })).count === 1;
}

/** Whether the invitation was made for this person's address. */
export async function isFor({ db }: Pick<Scope, 'db'>, invitation: Invitation, accountId: string): Promise<boolean> {
  const where = { id: accountId, emailHash: invitation.addressHash };
  return (await db.account.count({ where })) === 1;
}

/** Spends an invitation: true for exactly one of those who try at once. */
export async function spendInvitation({ db, now }: IdentityScope, id: string, accountId: string): Promise<boolean> {
  const where = { id, usedAt: null, revokedAt: null, expiresAt: { gt: now } };
  return (await db.invitation.updateMany({ where, data: { usedAt: now, usedById: accountId } })).count === 1;
}

/** Notes that the person said no. */
export async function declineInvitation({ db, now }: IdentityScope, id: string, accountId: string): Promise<void> {
  const where = { id, usedAt: null, revokedAt: null };
  await db.invitation.updateMany({ where, data: { revokedAt: now, usedById: accountId } });
}

/** Seats a person, anew if they were here before: what was shared before `now` with them by name stays ended. */
export async function takeSeat({ db, now }: IdentityScope, councilId: string, accountId: string, acceptedCharter: number) {
  const seat = { role: 'member', state: 'active', acceptedCharter, joinedAt: now, endedAt: null, farewell: null } as const;
  const back = await db.membership.updateMany({ where: { councilId, accountId }, data: seat });
  if (back.count === 0) await db.membership.createMany({ data: [{ councilId, accountId, ...seat }] });
}

/** Tells the members that somebody joined. */
export async function tellJoined(
  { db, now }: IdentityScope,
  councilId: string,
  accountId: string,
  seats: { accountId: string }[],
) {
  const told = seats.map(
    (seat) => ({ recipientId: seat.accountId, actorId: accountId, kind: 'joined', councilId, at: now }) as const,
  );
  await db.notification.createMany({ data: told });
}
