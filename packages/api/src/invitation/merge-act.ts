import { newId } from '@parley/db/id';
import { type CouncilFacts, listActiveSeats, seatOf } from '@parley/domain/council/council';
import { invitationExpiry } from '@parley/domain/invitation/invitation';
import { canMerge } from '@parley/domain/invitation/policy';
import { allow } from '@parley/domain/kernel/decision';
import { DomainError, notFound } from '@parley/domain/kernel/error';
import type { IdentityScope } from '../context.ts';
import { findCouncil, findCouncilFacts, holdSeats } from '../council/store.ts';
import { findAccount } from '../identity/store.ts';
import { makeLink } from './act.ts';
import { findByToken, findWaiting, type Invitation, isFor, openInvitation, sealInvitation, spendInvitation } from './store.ts';

type Answer = { token: string; councilId: string };

/** Who of a council would be invited into another one: whoever neither sits there nor is invited already. */
async function findNewcomers(scope: IdentityScope, offer: Invitation, into: CouncilFacts, own: CouncilFacts) {
  const ids = listActiveSeats(own).flatMap(({ accountId: id }) => (seatOf(into, id) ? [] : [id]));
  const rows = await scope.db.account.findMany({ where: { id: { in: ids } }, select: { id: true, emailHash: true } });
  // the offer goes to an address too, and is no seat
  const waiting = await findWaiting(scope, offer);
  const people = rows.filter(({ emailHash }) => !waiting.has(emailHash));
  await scope.vault.prepare(people.map(({ id }) => id));
  const found: { emailHash: string; email: string; name: string }[] = [];
  for (const { id, emailHash } of people) {
    const { email, displayName } = await findAccount(scope, id);
    found.push({ emailHash, email, name: displayName });
  }
  return found.sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/** The councils for which somebody may answer an offer, each with the names of those who would be invited. */
export async function findMergeable(scope: IdentityScope, offer: Invitation, viewerId: string) {
  const where = { accountId: viewerId, role: 'moderator', state: 'active' } as const;
  const chaired = await scope.db.membership.findMany({ where, select: { councilId: true } });
  const into = await findCouncilFacts(scope, offer.councilId);
  const shown: { councilId: string; name: string; invited: string[] }[] = [];
  for (const { councilId } of chaired) {
    if (councilId === offer.councilId) continue;
    const { name } = await findCouncil(scope, councilId);
    const own = await findCouncilFacts(scope, councilId);
    const newcomers = await findNewcomers(scope, offer, into, own);
    shown.push({ councilId, name, invited: newcomers.map((one) => one.name) });
  }
  return shown;
}

/** One's own council; where one has no seat there is none, whatever the id. */
async function findOwn(scope: IdentityScope, councilId: string, viewerId: string): Promise<CouncilFacts> {
  const own = await findCouncilFacts(scope, councilId);
  if (!seatOf(own, viewerId)) throw notFound();
  return own;
}

/** Answers an offer to merge: invites the members of one's own council, each to take a seat themselves. Nobody moves by it. */
export async function merge(scope: IdentityScope, { token, councilId }: Answer, viewerId: string) {
  const { councilId: target } = await findByToken(scope, token);
  // in one order, so that two councils that answer each other do not wait for each other
  for (const id of [target, councilId].toSorted()) await holdSeats(scope, id);
  const offer = await findByToken(scope, token);
  const { merges } = await openInvitation(scope, offer);
  const forViewer = await isFor(scope, offer, viewerId);
  if (!merges) throw new DomainError('forbidden', 'This invitation is for one person. It offers no merger.');
  const own = await findOwn(scope, councilId, viewerId);
  const into = await findCouncilFacts(scope, target);
  const newcomers = await findNewcomers(scope, offer, into, own);
  const same = target === councilId;
  const merger = { invitation: offer, forViewer, same, into, own, offeredBy: offer.invitedById, viewerId };
  allow(canMerge({ ...merger, invited: newcomers.length }, scope.now));
  if (!(await spendInvitation(scope, offer.id, viewerId)))
    throw new DomainError('conflict', 'This offer was answered in the meantime.');
  const expiresAt = invitationExpiry(scope.now);
  const invitations: { name: string; link: string; expiresAt: string }[] = [];
  for (const { emailHash: addressHash, email, name } of newcomers) {
    const id = newId();
    const { link, tokenHash } = makeLink();
    const sealed = await sealInvitation(scope, { id, councilId: target }, { email, name });
    const row = { id, councilId: target, invitedById: viewerId, addressHash, tokenHash, sealed, createdAt: scope.now, expiresAt };
    await scope.db.invitation.createMany({ data: [row] });
    invitations.push({ name, link, expiresAt: expiresAt.toISOString() });
  }
  return { invitations };
}
