import type { SealRef } from '@parley/db/seal';
import { InvitationContent } from '@parley/domain/invitation/input';
import type { InvitationFacts } from '@parley/domain/invitation/invitation';
import { notFound } from '@parley/domain/kernel/error';
import type { IdentityScope } from '../context.ts';
import type { Scope } from '../trpc.ts';
import { digestToken } from './rows.ts';

export type Invitation = InvitationFacts & {
  id: string;
  councilId: string;
  invitedById: string;
  addressHash: string;
  createdAt: Date;
  sealed: Uint8Array;
};

const ref = (id: string, councilId: string): SealRef => ({ table: 'invitation', id, owner: councilId, rev: 1 });

/** The invitation behind a link. */
export async function findByToken({ db }: Pick<Scope, 'db'>, token: string): Promise<Invitation> {
  const row = await db.invitation.findUnique({ where: { tokenHash: digestToken(token) } });
  if (row === null) throw notFound();
  return row;
}

/** What is sealed in an invitation. */
export function openInvitation({ vault }: Pick<Scope, 'vault'>, { id, councilId, sealed }: Invitation) {
  return vault.open(ref(id, councilId), sealed, InvitationContent);
}

export function sealInvitation(
  { vault }: Pick<Scope, 'vault'>,
  { id, councilId }: Pick<Invitation, 'id' | 'councilId'>,
  content: { email: string; name?: string },
): Promise<Uint8Array<ArrayBuffer>> {
  return vault.seal(ref(id, councilId), content);
}

/** The addresses that wait for a seat in a council, this invitation's aside. */
export async function findWaiting({ db, now }: IdentityScope, { id, councilId }: Invitation): Promise<Set<string>> {
  const where = { councilId, usedAt: null, revokedAt: null, expiresAt: { gt: now } };
  const rows = await db.invitation.findMany({ where, select: { id: true, addressHash: true } });
  return new Set(rows.flatMap((row) => (row.id === id ? [] : [row.addressHash])));
}

/** The address an invitation was made for. */
export async function openAddress(scope: Pick<Scope, 'vault'>, invitation: Invitation): Promise<string> {
  return (await openInvitation(scope, invitation)).email;
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
